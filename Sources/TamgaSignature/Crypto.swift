internal import CCrypto

/// libcrypto as a whole.
enum Crypto {
  /// - Throws: ``SignatureError`` `noLibrary`.
  static func open() throws(SignatureError) {
    guard tamga_crypto_open() else { throw SignatureError(.noLibrary, "libcrypto.so.3") }
  }

  /// An error with libcrypto's own last word.
  static func error(_ code: SignatureError.Code, _ place: String) -> SignatureError {
    let number = ERR_peek_last_error()
    ERR_clear_error()
    guard number != 0 else { return SignatureError(code, place) }
    var text = [CChar](repeating: 0, count: 200)
    ERR_error_string_n(number, &text, text.count)
    let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return SignatureError(code, place, reason: String(decoding: bytes, as: UTF8.self))
  }

  /// The DER of a value of libcrypto.
  static func der(_ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32)
    -> [UInt8]
  {
    let count = write(nil)
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    bytes.withUnsafeMutableBufferPointer { buffer in
      var next = buffer.baseAddress
      _ = write(&next)
    }
    return bytes
  }

  /// Reads a value of libcrypto from all of the bytes.
  static func read<Value>(
    _ bytes: [UInt8],
    _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> Value?
  ) -> Value? {
    bytes.withUnsafeBufferPointer { buffer in
      var next = buffer.baseAddress
      return read(&next, buffer.count)
    }
  }

  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var count: UInt32 = 0
    let result = EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
    precondition(result == 1 && count == 32, "SHA-256 of bytes in memory")
    return digest
  }

  /// The bytes of a string of ASN.1.
  static func bytes(_ string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
    let count = Int(ASN1_STRING_length(string))
    guard count > 0, let start = ASN1_STRING_get0_data(string) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Seconds since 1970.
  static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
    guard let time, let epoch = ASN1_TIME_set(nil, 0) else { return nil }
    defer { ASN1_STRING_free(epoch) }
    var (days, seconds): (Int32, Int32) = (0, 0)
    guard ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else { return nil }
    return Int64(days) * 86_400 + Int64(seconds)
  }
}
