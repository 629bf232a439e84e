internal import CPKCS11
internal import Crypto
internal import Synchronization
public import TamgaSeal

/// A key in a PKCS #11 token: it signs there and never comes out.
///
/// One session serves all threads in turn. A session that the token or another program ended is
/// opened anew; a wrong PIN is tried once in the life of a signer, because tokens count.
public final class PKCS11Signer: Signer {
  public let publicKey: PublicKey
  private let reference: TokenReference
  private let pin: SecretBytes
  private let module: TokenModule
  private let connection = Mutex(Connection())

  private struct Connection: ~Copyable {
    var session: TokenSession?
    var key: CK_OBJECT_HANDLE = 0
    /// Why no further login is tried.
    var refusal: TokenError?
  }

  /// Logs in and finds the key.
  ///
  /// - Parameter publicKey: What the key file says; every signature is checked against it.
  public init(
    _ reference: TokenReference, publicKey: PublicKey, pin: SecretBytes
  ) throws(TokenError) {
    self.reference = reference
    self.publicKey = publicKey
    self.pin = pin
    module = try TokenModule(path: reference.module)
    try connection.withLock { (connection) throws(TokenError) in try open(&connection) }
  }

  public func signature(over message: [UInt8]) throws -> [UInt8] {
    // CKM_ECDSA signs a digest, CKM_EDDSA the message itself.
    let input =
      publicKey.algorithm == .es256 ? Array(SHA256.hash(data: message)) : message
    let signature = try connection.withLock { (connection) throws(TokenError) in
      do throws(TokenError) {
        return try sign(input, &connection)
      } catch {
        guard error.mayPass else { throw error }
        connection.session = nil
        return try sign(input, &connection)
      }
    }
    guard publicKey.accepts(signature, over: message) else {
      throw TokenError(.falseSignature, reference.label)
    }
    return signature
  }

  private func sign(
    _ input: [UInt8], _ connection: inout Connection
  ) throws(TokenError) -> [UInt8] {
    if connection.session == nil { try open(&connection) }
    let key = connection.key
    let mechanism = publicKey.algorithm.signing
    guard
      let signature = try connection.session?.signature(
        over: input, key: key, mechanism: mechanism)
    else { throw TokenError(.noToken, reference.label) }
    return signature
  }

  private func open(_ connection: inout Connection) throws(TokenError) {
    if let refusal = connection.refusal { throw refusal }
    do throws(TokenError) {
      let session = try TokenSession.open(
        module, label: reference.label, pin: pin, writes: false)
      guard
        let key = try session.object(
          UInt(CKO_PRIVATE_KEY), id: reference.object, type: publicKey.algorithm.keyType)
      else { throw TokenError(.noKey, reference.label) }
      connection.key = key
      connection.session = consume session
    } catch {
      if [.wrongPIN, .locked, .lastTry].contains(error.code) { connection.refusal = error }
      throw error
    }
  }
}
