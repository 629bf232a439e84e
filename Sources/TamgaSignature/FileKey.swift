internal import CCrypto
internal import TamgaToken

/// A key in memory, from a PKCS #12 file.
final class FileKey: DocumentKey {
  // safe: never changed after it was read; each signature has a context of its own
  private nonisolated(unsafe) let pointer: OpaquePointer
  private let place: String

  private init(owning pointer: OpaquePointer, _ place: String) {
    self.pointer = pointer
    self.place = place
  }

  deinit { EVP_PKEY_free(pointer) }

  /// A key with its certificate and those that came with it, the nearest first.
  struct Contents {
    let key: FileKey
    let certificate: Certificate
    let others: [Certificate]
  }

  /// Opens a PKCS #12 file (RFC 7292).
  ///
  /// - Parameters:
  ///   - pin: nil where nobody gave one.
  ///   - place: The file, for the error.
  static func open(
    _ bytes: [UInt8], pin: SecretBytes?, place: String
  ) throws(SignatureError) -> Contents {
    // Files of older programs are encrypted by what OpenSSL 3 keeps apart.
    _ = OSSL_PROVIDER_try_load(nil, "legacy", 1)
    guard let file = Crypto.read(bytes, { d2i_PKCS12(nil, $0, $1) }) else {
      throw Crypto.error(.unreadable, place)
    }
    defer { PKCS12_free(file) }
    var word = (pin?.withBytes { Array($0) } ?? []) + [0]
    defer { word.wipe() }
    var key: OpaquePointer?
    var certificate: OpaquePointer?
    var chain: OpaquePointer?
    let isOpen = word.withUnsafeBytes { bytes in
      let text = bytes.bindMemory(to: CChar.self).baseAddress
      return PKCS12_verify_mac(file, text, Int32(bytes.count - 1)) == 1
        && PKCS12_parse(file, text, &key, &certificate, &chain) == 1
    }
    defer { if let chain { tamga_certificates_free(chain) } }
    guard isOpen else {
      ERR_clear_error()
      throw SignatureError(pin == nil ? .noPIN : .wrongPIN, place)
    }
    let owned = key.map { FileKey(owning: $0, place) }
    let own = certificate.map(Certificate.init(owning:))
    guard let owned, let own else { throw SignatureError(.unreadable, place) }
    let isItsKey = withExtendedLifetime((own, owned)) {
      X509_check_private_key(own.pointer, owned.pointer) == 1
    }
    guard isItsKey else {
      ERR_clear_error()
      throw SignatureError(.otherKey, place)
    }
    return Contents(
      key: owned, certificate: own, others: chain.map(CertificateChain.certificates) ?? [])
  }

  func signature(over bytes: [UInt8]) throws(SignatureError) -> [UInt8] {
    defer { withExtendedLifetime(self) {} }
    guard let context = EVP_MD_CTX_new() else { throw Crypto.error(.refused, place) }
    defer { EVP_MD_CTX_free(context) }
    var count = 0
    guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, pointer) == 1,
      EVP_DigestSign(context, nil, &count, bytes, bytes.count) == 1
    else { throw Crypto.error(.refused, place) }
    var signature = [UInt8](repeating: 0, count: count)
    guard EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1 else {
      throw Crypto.error(.refused, place)
    }
    return Array(signature.prefix(count))
  }
}
