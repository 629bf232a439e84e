internal import TamgaSignature
public import TamgaVerify

/// The signatures of files, read by libcrypto.
public enum CheckedSignatures {
  /// For ``TamgaVerify/Verifier``; nil where libcrypto is not installed.
  public static var reader: SignatureReader? {
    guard SignatureCheck.isReady else { return nil }
    return { signature, roots in
      SignatureCheck.facts(of: signature.cms, over: signature.content, roots: roots).map { facts in
        SignatureReading(
          subject: facts.subject, serial: facts.serial, certificate: facts.sha256,
          window: facts.window, level: facts.stampedAt == nil ? .basic : .stamped,
          stampedAt: facts.stampedAt)
      }
    }
  }
}
