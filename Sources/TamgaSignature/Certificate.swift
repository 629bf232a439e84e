internal import CCrypto

/// A certificate of libcrypto.
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
    defer { BIO_free(source) }
    guard let found = PEM_read_bio_X509(source, nil, nil, nil) else { return nil }
    self.init(owning: found)
  }

  var bytes: [UInt8] { Crypto.der { i2d_X509(pointer, $0) } }
  var validFrom: Int64? { Crypto.seconds(X509_get0_notBefore(pointer)) }
  var validUntil: Int64? { Crypto.seconds(X509_get0_notAfter(pointer)) }

  /// Whether it is for signatures that stand for a hand, and not only for sign-in.
  var isForDocuments: Bool {
    X509_get_key_usage(pointer) & UInt32(KU_NON_REPUDIATION) != 0
  }

  var serial: String {
    guard let number = X509_get0_serialNumber(pointer) else { return "" }
    let digits = Array("0123456789ABCDEF".utf8)
    let hex = Crypto.bytes(number).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
    return String(decoding: hex, as: UTF8.self)
  }

  /// The common name, or the organisation.
  var subject: String {
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
