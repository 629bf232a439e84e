/// Base 64 with padding (RFC 4648 section 4). Reads exactly what it writes: bits that no byte uses
/// must be zero (section 3.5), so that a line of a note has one form only.
public enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")
  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// Four characters for three bytes, `=` in place of those that are not there; no line breaks.
  public static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = UInt32(0)
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let value = Int(bits >> UInt32(18 - 6 * place) & 63)
        out.append(place <= group.count ? alphabet[value] : padding)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The form for addresses and JSON Web Keys: `-` and `_` for `+` and `/`, no padding (section 5).
  public static func urlText(_ bytes: [UInt8]) -> String {
    let text = self.text(bytes).utf8.prefix { $0 != padding }
    return String(
      decoding: text.map { byte in
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
      }, as: UTF8.self)
  }

  /// Nil for anything that ``text(_:)`` does not write.
  public static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    let text = Array(text)
    guard text.count % 4 == 0 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3)
    for start in stride(from: 0, to: text.count, by: 4) {
      var group = text[start..<start + 4]
      if start + 4 == text.count {
        while group.count > 2, group.last == padding { group.removeLast() }
      }
      var bits = UInt32(0)
      for character in group {
        guard let value = values[Int(character)] else { return nil }
        bits = bits << 6 | UInt32(value)
      }
      bits <<= UInt32(6 * (4 - group.count))
      let count = group.count - 1
      guard bits & (0xFF_FFFF >> UInt32(8 * count)) == 0 else { return nil }
      for place in 0..<count { out.append(UInt8(bits >> UInt32(16 - 8 * place) & 0xFF)) }
    }
    return out
  }
}
