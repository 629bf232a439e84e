internal import TamgaFormats
internal import TamgaSeal
internal import TamgaToken

/// The lines `word: value` of a key file. The secret itself is left where it lies.
struct KeyLines {
  /// Bytes of a key file.
  static let byteLimit = 4096

  private var values: [String: String] = [:]

  /// Nil when a line is no such line, or a word stands twice.
  init?(_ file: SecretBytes) {
    guard file.count <= Self.byteLimit else { return nil }
    let lines: [String: String]? = file.withBytes { bytes in
      var values: [String: String] = [:]
      for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.endIndex,
          line[colon + 1] == UInt8(ascii: " ")
        else { return nil }
        let word = String(decoding: line[..<colon], as: UTF8.self)
        let value = line[(colon + 2)...]
        guard values[word] == nil, !value.isEmpty else { return nil }
        values[word] = word == Self.secret ? "" : String(decoding: value, as: UTF8.self)
      }
      return values
    }
    guard let lines else { return nil }
    values = lines
  }

  static let secret = "secret"

  /// The value of a word; each is taken once.
  mutating func take(_ word: String) -> String? { values.removeValue(forKey: word) }
  mutating func bytes(_ word: String) -> [UInt8]? { take(word).flatMap { Hex.bytes($0) } }

  /// A whole number in the one way of writing it.
  mutating func number(_ word: String) -> Int64? { take(word).flatMap(Self.number) }

  static func number(_ text: some StringProtocol) -> Int64? {
    Int64(text).flatMap { "\($0)" == text ? $0 : nil }
  }

  /// What nobody asked for.
  var isEmpty: Bool { values.isEmpty }

  /// The secret of a plain key file, read without a text in between.
  static func secret(in file: SecretBytes) -> SecretBytes? {
    let mark = Array((secret + ": ").utf8)
    return file.withBytes { bytes -> SecretBytes? in
      guard let line = bytes.split(separator: 0x0A).first(where: { $0.starts(with: mark) }) else {
        return nil
      }
      let digits = line.dropFirst(mark.count)
      guard digits.count % 2 == 0, digits.allSatisfy({ Hex.digit($0) != nil }) else { return nil }
      return SecretBytes(count: digits.count / 2) { secret in
        for (index, digit) in digits.enumerated() {
          secret[index / 2] = secret[index / 2] << 4 | (Hex.digit(digit) ?? 0)
        }
      }
    }
  }
}
