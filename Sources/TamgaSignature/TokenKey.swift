internal import CCrypto
internal import TamgaToken

/// A key in a PKCS #11 token, and the certificate of its public half.
final class TokenKey: DocumentKey {
  private let key: PKCS11Key
  private let certificate: Certificate
  private let place: String

  /// Logs in and finds the key.
  ///
  /// - Parameter pin: nil where nobody gave one.
  init(
    _ reference: TokenReference, certificate: Certificate, pin: SecretBytes?
  ) throws(SignatureError) {
    place = reference.label
    guard let pin else { throw SignatureError(.noPIN, place) }
    guard let kind = certificate.keyKind else { throw SignatureError(.algorithm, place) }
    do throws(TokenError) { key = try PKCS11Key(reference, kind, pin: pin) } catch {
      throw SignatureError(error)
    }
    self.certificate = certificate
  }

  func signature(over bytes: [UInt8]) throws(SignatureError) -> [UInt8] {
    var signature: [UInt8]
    do throws(TokenError) { signature = try key.signature(over: bytes) } catch {
      throw SignatureError(error)
    }
    if key.kind == .curve { signature = Self.sequence(of: signature) }
    // The id of an object says nothing of whose certificate it is.
    guard certificate.accepts(signature, over: bytes) else {
      throw SignatureError(.otherKey, place)
    }
    return signature
  }

  /// Both numbers of a token's signature as RFC 3279, 2.2.3, has them.
  private static func sequence(of numbers: [UInt8]) -> [UInt8] {
    let half = numbers.count / 2
    return DER.value(
      DER.sequence, DER.number(numbers.prefix(half)) + DER.number(numbers.dropFirst(half)))
  }
}
