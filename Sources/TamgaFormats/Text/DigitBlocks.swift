/// Bytes as decimal digits, for the numeric mode of a QR code: seven bytes are one big-endian number
/// of 17 digits; a rest of 1 to 6 bytes has 3, 5, 8, 10, 13 or 15 digits.
public enum DigitBlocks {
  /// Digits of a block of 0 to 7 bytes.
  private static let widths = [0, 3, 5, 8, 10, 13, 15, 17]

  /// ASCII digits with the leading zeros of every block; an empty text for no bytes.
  public static func encoded(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 7) {
      let block = bytes[start..<min(start + 7, bytes.count)]
      var value = block.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var digits = [UInt8](repeating: 0, count: widths[block.count])
      for index in digits.indices.reversed() {
        digits[index] = UInt8(ascii: "0") + UInt8(value % 10)
        value /= 10
      }
      out += digits
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Nil for other characters, for a length that no bytes give, and for a block whose number is too
  /// large for its bytes.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    guard isDigits(text) else { return nil }
    let digits = Array(text.utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 17) {
      let block = digits[start..<min(start + 17, digits.count)]
      guard let count = widths.firstIndex(of: block.count) else { return nil }
      let value = block.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
      guard value >> UInt64(8 * count) == 0 else { return nil }
      for shift in (0..<count).reversed() {
        out.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * shift)))
      }
    }
    return out
  }

  /// True when the text is not empty and has ASCII digits only.
  public static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
