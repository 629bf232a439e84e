internal import Crypto
public import TamgaSeal

/// A key in a PKCS #11 token: it signs there and never comes out.
///
/// One session serves all threads in turn. A session that the token or another program ended is
/// opened anew; a wrong PIN is tried once in the life of a signer, because tokens count.
public final class PKCS11Signer: Signer {
  public let publicKey: PublicKey
  private let label: String
  private let connection: TokenConnection

  /// Logs in and finds the key.
  ///
  /// - Parameter publicKey: What the key file says; every signature is checked against it.
  public init(
    _ reference: TokenReference, publicKey: PublicKey, pin: SecretBytes
  ) throws(TokenError) {
    self.publicKey = publicKey
    label = reference.label
    connection = try TokenConnection(
      reference, keyType: publicKey.algorithm.keyType, pin: pin)
  }

  public func signature(over message: [UInt8]) throws -> [UInt8] {
    // CKM_ECDSA signs a digest, CKM_EDDSA the message itself.
    let input =
      publicKey.algorithm == .es256 ? Array(SHA256.hash(data: message)) : message
    let signature = try connection.signature(
      over: input, mechanism: publicKey.algorithm.signing)
    guard publicKey.accepts(signature, over: message) else {
      throw TokenError(.falseSignature, label)
    }
    return signature
  }
}
