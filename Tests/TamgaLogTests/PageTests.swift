import Foundation
import TamgaFormats
import Testing

@testable import TamgaLog

/// The page of the documentation that describes the log shows an entry and evidence that hold.
@Suite struct PageTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/TamgaLog/Documentation.docc/Log.md")

  /// The lines between the fences after a heading.
  static func block(after heading: String) throws -> String {
    let text = try String(contentsOf: page, encoding: .utf8)
    let rest = try #require(text.components(separatedBy: "\n### \(heading)\n").dropFirst().first)
    let parts = rest.components(separatedBy: "```text\n")
    return try #require(parts.count > 1 ? parts[1].components(separatedBy: "```\n").first : nil)
  }

  /// Of both reasons.
  static let salt = [UInt8](0..<16)

  /// The log of the page: three entries of a paper's life.
  static func entries() throws -> [LogEntry] {
    let row = LogEntry.digest(ofReason: "the paper's row", salt: [])
    return [
      try LogEntry(
        sequence: 1, at: 1_774_000_000, who: "batch", what: "sealed", serial: 17,
        detail: #"{"from":"reserved","to":"sealed"}"#, state: row),
      try LogEntry(
        sequence: 2, at: 1_774_000_060, who: "clerk-7", what: "suspended", serial: 17,
        reason: LogEntry.digest(ofReason: "by order 12 of 20 March 2026", salt: salt),
        detail: #"{"from":"issued","to":"issued and suspended"}"#, state: row),
      try LogEntry(
        sequence: 3, at: 1_774_000_120, who: "clerk-7", what: "resumed", serial: 17,
        reason: LogEntry.digest(ofReason: "by order 13 of 20 March 2026", salt: salt),
        detail: #"{"from":"issued and suspended","to":"issued"}"#, state: row),
    ]
  }

  static func checkpoint(_ size: Int) throws -> SignedCheckpoint {
    let root = MerkleTree.root(ofLeaves: try entries().prefix(size).map(\.leaf))
    return try Fixture.signed(Checkpoint(origin: Fixture.origin, size: size, root: root))
  }

  @Test func entry() throws {
    let lines = try Self.block(after: "The entry").split(separator: "\n")
    let hex = lines.map { line in
      line.prefix { $0 != ";" }.filter { !$0.isWhitespace }
    }.joined()
    let entry = try Self.entries()[1]
    #expect(hex == Hex.text(entry.bytes))
  }

  @Test func evidence() throws {
    let key = try VerifierKey(
      Self.block(after: "The key").trimmingCharacters(in: .newlines))
    #expect(try key == Fixture.key())
    let text = try Self.block(after: "The evidence")
    let finding = try InclusionEvidence(text).verified(by: [key])
    #expect(try finding.entry == Self.entries()[1])
    #expect(finding.checkpoint.size == 3)
    let nodes = try MemoryNodes(Self.entries().map(\.leaf))
    let made = try InclusionEvidence(
      Self.entries()[1], TiledTree(nodes, size: 3).inclusionProof(of: 1), Self.checkpoint(3))
    #expect(made.text == text)
  }

  @Test func growth() throws {
    let text = try Self.block(after: "The growth")
    let held = try Self.checkpoint(2)
    let key = try Fixture.key()
    let new = try ConsistencyEvidence(text).verified(since: held, by: [key])
    #expect(try new == Self.checkpoint(3))
  }
}
