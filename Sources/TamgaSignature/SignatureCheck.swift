internal import CCrypto

/// Reads signatures.
public enum SignatureCheck {
  /// What a signature that holds says.
  public struct Facts: Hashable, Sendable {
    /// As in ``SigningCertificate``.
    public let subject: String
    public let serial: String
    public let sha256: [UInt8]
    /// Seconds since 1970 in which every certificate of the chain holds; nil where it leads to none of the roots.
    public let window: ClosedRange<Int64>?
    /// Seconds since 1970 by a time stamp over this signature for which one of the roots vouches; nil without one.
    public let stampedAt: Int64?
  }

  /// Whether libcrypto is installed.
  public static var isReady: Bool { (try? Crypto.open()) != nil }

  /// Whether a signature is one over the content, whoever made it.
  ///
  /// - Parameter signature: A CMS SignedData without the content.
  public static func covers(_ signature: [UInt8], _ content: [UInt8]) -> Bool {
    guard isReady else { return false }
    return SignedMessage(signature)?.covers(content) ?? false
  }

  /// Reads a signature over the content.
  ///
  /// - Parameter roots: Certificates, DER or PEM, at which chains may end.
  /// - Returns: nil for what does not hold: other content, another form, a signer's certificate that is not the
  ///   signed one.
  public static func facts(
    of signature: [UInt8], over content: [UInt8], roots: [[UInt8]]
  ) -> Facts? {
    guard isReady, let message = SignedMessage(signature), message.covers(content),
      let signer = message.certificate, message.names(signer)
    else { return nil }
    let trusted = roots.compactMap { Certificate($0) }
    let chain = CertificateChain(of: signer, others: message.certificates, roots: trusted)
    return Facts(
      subject: signer.subject, serial: signer.serial, sha256: Crypto.sha256(signer.bytes),
      window: chain?.window, stampedAt: message.stampedAt(roots: trusted))
  }
}
