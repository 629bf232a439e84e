internal import Crypto
internal import TamgaFormats

/// The template files that papers were made from.
public struct RegisteredForm: Hashable, Sendable {
  /// The id of the edition.
  public let edition: String
  /// A line for each file, by name: SHA-256 in hexadecimal, two spaces, the name below the templates.
  public let files: String
  /// Whether somebody answers for it that the files are others now.
  public internal(set) var isAccepted = false

  /// SHA-256 of ``files``: what papers refer to.
  public let hash: [UInt8]

  /// Hexadecimal digits of a SHA-256.
  private static let sumDigits = 64
  /// Bytes of ``files``.
  static let filesLimit = 8192

  /// - Parameter texts: The texts of the files by their names.
  public init(edition: String, texts: [String: String]) {
    self.init(
      edition: edition,
      files: texts.sorted { $0.key < $1.key }.map { name, text in
        Hex.text(Array(SHA256.hash(data: Array(text.utf8)))) + "  " + name + "\n"
      }.joined())
  }

  init(edition: String, files: String, isAccepted: Bool = false) {
    self.edition = edition
    self.files = files
    self.isAccepted = isAccepted
    hash = Array(SHA256.hash(data: Array(files.utf8)))
  }

  /// SHA-256 in hexadecimal by the names of the files.
  public var sums: [String: String] {
    let lines = files.split(separator: "\n").compactMap { line -> (String, String)? in
      let (sum, name) = (line.prefix(Self.sumDigits), line.dropFirst(Self.sumDigits + 2))
      return name.isEmpty ? nil : (String(name), String(sum))
    }
    return Dictionary(lines) { first, _ in first }
  }

  /// The files that are not the same in another form of the edition, by name.
  public func differences(from other: RegisteredForm) -> [String] {
    let (mine, others) = (sums, other.sums)
    return Set(mine.keys).union(others.keys).filter { mine[$0] != others[$0] }.sorted()
  }

  func check() throws(RegisterError) {
    try RegisterLimits.check(edition, "edition", max: RegisterLimits.nameBytes)
    try RegisterLimits.check(files, "form", max: Self.filesLimit)
  }
}
