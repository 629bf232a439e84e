internal import CCrypto
internal import TamgaToken

/// A certificate of libcrypto. What libcrypto does with its pointer is no use that the compiler sees: each member
/// keeps the certificate until it returns.
final class Certificate: Sendable {
  // safe: never changed after it was read
  nonisolated(unsafe) let pointer: OpaquePointer

  /// Takes a reference over.
  init(owning pointer: OpaquePointer) { self.pointer = pointer }

  deinit { X509_free(pointer) }

  /// Of DER, or the first one of PEM.
  convenience init?(_ bytes: [UInt8]) {
    if let found = Crypto.read(bytes, { d2i_X509(nil, $0, $1) }) {
      self.init(owning: found)
      return
    }
    guard let source = BIO_new_mem_buf(bytes, Int32(bytes.count)) else { return nil }
    defer {
      BIO_free(source)
      withExtendedLifetime(bytes) {}
    }
    guard let found = PEM_read_bio_X509(source, nil, nil, nil) else { return nil }
    self.init(owning: found)
  }

  /// Of DER, or all of PEM.
  static func all(_ bytes: [UInt8]) -> [Certificate] {
    if let one = Crypto.read(bytes, { d2i_X509(nil, $0, $1) }) { return [Certificate(owning: one)] }
    defer { ERR_clear_error() }
    guard let source = BIO_new_mem_buf(bytes, Int32(bytes.count)) else { return [] }
    defer {
      BIO_free(source)
      withExtendedLifetime(bytes) {}
    }
    var found: [Certificate] = []
    while let next = PEM_read_bio_X509(source, nil, nil, nil) {
      found.append(Certificate(owning: next))
    }
    return found
  }

  var bytes: [UInt8] {
    withExtendedLifetime(self) { Crypto.der { i2d_X509(pointer, $0) } }
  }

  var validFrom: Int64? {
    withExtendedLifetime(self) { Crypto.seconds(X509_get0_notBefore(pointer)) }
  }

  var validUntil: Int64? {
    withExtendedLifetime(self) { Crypto.seconds(X509_get0_notAfter(pointer)) }
  }

  /// Whether it is for signatures that stand for a hand, and not only for sign-in.
  var isForDocuments: Bool {
    withExtendedLifetime(self) {
      X509_get_key_usage(pointer) & UInt32(KU_NON_REPUDIATION) != 0
    }
  }

  /// nil for a key with which documents are not signed.
  var keyKind: PKCS11Key.Kind? {
    defer { withExtendedLifetime(self) {} }
    guard let key = X509_get_pubkey(pointer) else { return nil }
    defer { EVP_PKEY_free(key) }
    return switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_RSA: .rsa
    case EVP_PKEY_EC: .curve
    default: nil
    }
  }

  /// Whether a signature with SHA-256 is one of its key.
  func accepts(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
    defer { withExtendedLifetime(self) {} }
    defer { ERR_clear_error() }
    guard let key = X509_get_pubkey(pointer) else { return false }
    defer { EVP_PKEY_free(key) }
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    return EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1
      && EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
  }

  var serial: String {
    defer { withExtendedLifetime(self) {} }
    guard let number = X509_get0_serialNumber(pointer) else { return "" }
    let digits = Array("0123456789ABCDEF".utf8)
    let hex = Crypto.bytes(number).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
    return String(decoding: hex, as: UTF8.self)
  }

  /// The common name, or the organisation.
  var subject: String {
    defer { withExtendedLifetime(self) {} }
    guard let name = X509_get_subject_name(pointer) else { return "" }
    for kind in [NID_commonName, NID_organizationName] {
      let place = X509_NAME_get_index_by_NID(name, kind, -1)
      guard place >= 0, let entry = X509_NAME_get_entry(name, place),
        let value = X509_NAME_ENTRY_get_data(entry)
      else { continue }
      var text: UnsafeMutablePointer<UInt8>?
      let count = ASN1_STRING_to_UTF8(&text, value)
      guard count > 0, let text else { continue }
      defer { CRYPTO_free(text, nil, 0) }
      return String(
        decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
    }
    return ""
  }
}
