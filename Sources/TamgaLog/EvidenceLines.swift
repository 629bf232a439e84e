import TamgaFormats

/// The form that both kinds of evidence have: head lines, hashes in base 64 one a line, an empty line,
/// and a checkpoint.
struct EvidenceLines {
  /// Bytes of evidence: an entry and a checkpoint at their limits.
  static let limit = SignedNote.limit + 128 * 1024
  /// Hashes of a proof in a tree of 2^63 - 1 leaves (C2SP tlog-witness).
  static let hashLimit = 63

  private static let newline = UInt8(ascii: "\n")

  private var lines: [ArraySlice<UInt8>]
  /// The note after the empty line.
  let note: String

  init(_ text: String) throws(LogFault) {
    guard text.utf8.count <= Self.limit else { throw .tooLarge }
    let bytes = Array(text.utf8)
    guard
      let blank = bytes.indices.dropFirst().first(where: {
        bytes[$0] == Self.newline && bytes[$0 - 1] == Self.newline
      })
    else { throw .evidence }
    lines = bytes[..<(blank - 1)].split(separator: Self.newline, omittingEmptySubsequences: false)
    // The same bytes again, so that they are UTF-8.
    note = String(decoding: bytes[(blank + 1)...], as: UTF8.self)
  }

  /// The value of the next head line, after `name` and a space.
  mutating func value(_ name: String) throws(LogFault) -> ArraySlice<UInt8> {
    let head = Array("\(name) ".utf8)
    guard let line = lines.first, line.starts(with: head) else { throw .evidence }
    lines.removeFirst()
    return line.dropFirst(head.count)
  }

  /// Takes the next line, which must be this one.
  mutating func expect(_ text: String) throws(LogFault) {
    guard let line = lines.first, line.elementsEqual(text.utf8) else { throw .evidence }
    lines.removeFirst()
  }

  /// The lines that are left, as hashes.
  func hashes() throws(LogFault) -> [TreeHash] {
    guard lines.count <= Self.hashLimit else { throw .evidence }
    var hashes: [TreeHash] = []
    for line in lines {
      guard let bytes = Base64.bytes(line), let hash = TreeHash(bytes) else { throw .evidence }
      hashes.append(hash)
    }
    return hashes
  }

  static func text(_ head: [String], _ hashes: [TreeHash], _ note: String) -> String {
    (head + hashes.map(\.base64)).map { $0 + "\n" }.joined() + "\n" + note
  }
}
