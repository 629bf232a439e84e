internal import Foundation

/// `SHA256SUMS`: a line for every file of a backup, as `sha256sum` writes them, so that anybody can check
/// a backup without Tamga.
struct BackupSums {
  static let fileName = "SHA256SUMS"

  struct Line {
    /// In hexadecimal.
    let sha256: String
    /// Below the backup.
    let name: String
    let bytes: Int
  }

  private(set) var lines: [Line] = []
  /// Of all files; 0 where the lines were read.
  var bytes: Int { lines.reduce(0) { $0 + $1.bytes } }

  mutating func add(_ name: String, _ sum: (sha256: String, bytes: Int)) {
    lines.append(Line(sha256: sum.sha256, name: name, bytes: sum.bytes))
  }

  mutating func remove(_ name: String) { lines.removeAll { $0.name == name } }

  mutating func remove(below folder: String) {
    lines.removeAll { $0.name.hasPrefix(folder + "/") }
  }

  var text: [UInt8] {
    lines.flatMap { Array("\($0.sha256)  \($0.name)\n".utf8) }
  }

  init() {}

  /// Reads the lines and refuses a name that leads out of the backup.
  ///
  /// - Returns: Nil for a text of another form.
  init?(_ text: [UInt8]) {
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard line.count > 66, let words = String(validating: line, as: UTF8.self) else { return nil }
      let (sum, name) = (words.prefix(64), words.dropFirst(66))
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      guard sum.allSatisfy({ $0.isHexDigit && !$0.isUppercase }),
        words.dropFirst(64).hasPrefix("  "), Part.allCases.contains(where: { $0.holds(name) }),
        !parts.contains(where: { ["", ".", ".."].contains($0) })
      else { return nil }
      lines.append(Line(sha256: String(sum), name: String(name), bytes: 0))
    }
  }

  /// The two folders of a backup.
  enum Part: String, CaseIterable {
    case office, store

    func holds(_ name: some StringProtocol) -> Bool { name.hasPrefix(rawValue + "/") }
  }
}
