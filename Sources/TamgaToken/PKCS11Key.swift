internal import CPKCS11
internal import Crypto

/// A key of a certificate in a PKCS #11 token: it signs there and never comes out.
///
/// One session serves all threads in turn, as that of ``PKCS11Signer``.
public final class PKCS11Key: Sendable {
  /// What the certificate says of its key.
  public enum Kind: Hashable, Sendable {
    case rsa
    /// Of NIST's: P-256 and the like.
    case curve
  }

  public let kind: Kind
  private let connection: TokenConnection

  /// Logs in and finds the key.
  public init(
    _ reference: TokenReference, _ kind: Kind, pin: SecretBytes
  ) throws(TokenError) {
    self.kind = kind
    connection = try TokenConnection(
      reference, keyType: kind == .rsa ? UInt(CKK_RSA) : UInt(CKK_EC), pin: pin)
  }

  /// A signature with SHA-256.
  ///
  /// - Returns: PKCS #1 1.5 of RSA; of a curve both numbers, of equal length (PKCS #11 2.40, 2.3.1). Whether it
  ///   holds under the certificate is for the caller to see.
  public func signature(over message: [UInt8]) throws(TokenError) -> [UInt8] {
    // The digest is made here: every token signs one, not every token makes it.
    let digest = Array(SHA256.hash(data: message))
    return switch kind {
    case .rsa:
      try connection.signature(over: Self.digestInfo + digest, mechanism: UInt(CKM_RSA_PKCS))
    case .curve: try connection.signature(over: digest, mechanism: UInt(CKM_ECDSA))
    }
  }

  /// What stands before a SHA-256 in a signature of RSA (RFC 8017, 9.2, note 1).
  private static let digestInfo: [UInt8] = [
    0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
    0x00, 0x04, 0x20,
  ]
}
