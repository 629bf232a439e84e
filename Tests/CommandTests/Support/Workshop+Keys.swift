import Foundation
import Testing

extension Workshop {
  static let passphrase = "жеті рет өлше, бір рет кес"

  /// The least cost: a test looks at sources, not at guessing.
  func encrypt(_ options: String...) throws -> Run {
    try tamga(
      ["keys", "encrypt", "--cost", "15", "--passphrase-fd", "0", "--office", "office"] + options,
      input: Data((Self.passphrase + "\n").utf8))
  }

  /// Runs a command that takes the passphrase on its standard input.
  func unlocked(_ words: String...) throws -> Run {
    try tamga(
      words + ["--passphrase-fd", "0", "--office", "office"],
      input: Data((Self.passphrase + "\n").utf8))
  }

  func keyRows() throws -> [JSON] {
    try JSON.one(tamga("keys", "list", "--json", "--office", "office").output).items
  }

  /// The kid of the issuing key in a state.
  func kid(_ state: String = "active") throws -> String {
    let row = try keyRows().last { $0["role"] == "issuing" && $0["state"]?.text == state }
    return try #require(row?["kid"]?.text)
  }

  /// The secrets of the plain key files, 32 bytes each.
  func secrets() throws -> [[UInt8]] {
    try files("office/keys").filter { $0.hasSuffix(".key") }.map { name in
      let text = String(decoding: try data("office/keys/" + name), as: UTF8.self)
      let digits = try #require(text.firstMatch(of: /secret: ([0-9a-f]{64})/)).1
      return stride(from: 0, to: 64, by: 2).compactMap { index in
        let start = digits.index(digits.startIndex, offsetBy: index)
        return UInt8(digits[start..<digits.index(start, offsetBy: 2)], radix: 16)
      }
    }
  }

  /// Every file of the workshop that holds a secret, raw, in hexadecimal digits or in base64.
  func files(with secrets: [[UInt8]]) throws -> [String] {
    let marks = secrets.flatMap { secret -> [Data] in
      let digits = secret.map { String(format: "%02x", $0) }.joined()
      return [
        Data(secret), Data(digits.utf8), Data(digits.uppercased().utf8),
        Data(Data(secret).base64EncodedString().dropLast().utf8),
      ]
    }
    return try files(".").filter { name in
      let bytes = try data(name)
      return marks.contains { bytes.firstRange(of: $0) != nil }
    }
  }
}
