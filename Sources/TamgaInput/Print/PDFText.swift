/// A text string of a file (ISO 32000-1, 7.9.2.2).
enum PDFText {
  /// UTF-16 with its mark, or else taken for UTF-8: what Tamga writes otherwise is ASCII.
  static func string(_ bytes: [UInt8]) -> String {
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}
