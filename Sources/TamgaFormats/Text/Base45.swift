/// Base45 (RFC 9285): two bytes as three characters of the alphanumeric mode of a QR code.
public enum Base45 {
  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)
  private static let values: [UInt8: Int] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($1, $0) })

  /// Three characters for two bytes, two for a single last one; an empty text for no bytes.
  public static func encoded(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 2) {
      let isPair = start + 1 < bytes.count
      var value = isPair ? Int(bytes[start]) << 8 | Int(bytes[start + 1]) : Int(bytes[start])
      for _ in 0..<(isPair ? 3 : 2) {
        out.append(alphabet[value % 45])
        value /= 45
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Nil for other characters, a single character at the end, and a group whose value is too large
  /// (RFC 9285 section 4).
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let characters = Array(text.utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: characters.count, by: 3) {
      var value = 0
      let group = characters[start..<min(start + 3, characters.count)]
      for character in group.reversed() {
        guard let digit = values[character] else { return nil }
        value = value * 45 + digit
      }
      switch group.count {
      case 3 where value <= 0xFFFF:
        out.append(UInt8(value >> 8))
        out.append(UInt8(value & 0xFF))
      case 2 where value <= 0xFF: out.append(UInt8(value))
      default: return nil
      }
    }
    return out
  }

  /// True when every character belongs to the alphabet.
  public static func isAlphabet(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { values[$0] != nil }
  }
}
