import TamgaFormats
import Testing

@testable import TamgaLog

@Suite struct EvidenceTests {
  static let count = 13

  /// A log of thirteen entries.
  struct Log {
    let entries: [LogEntry]
    let nodes: MemoryNodes

    init() throws {
      entries = try (0..<EvidenceTests.count).map(Fixture.entry)
      nodes = try MemoryNodes(entries.map(\.leaf))
    }

    func checkpoint(_ size: Int, _ seed: UInt8 = 3) throws -> SignedCheckpoint {
      let root = try TiledTree(nodes, size: size).root()
      return try Fixture.signed(Checkpoint(origin: Fixture.origin, size: size, root: root), seed)
    }

    func inclusion(_ index: Int, _ size: Int) throws -> InclusionEvidence {
      try InclusionEvidence(
        entries[index], TiledTree(nodes, size: size).inclusionProof(of: index), checkpoint(size))
    }

    func consistency(_ old: Int, _ size: Int) throws -> ConsistencyEvidence {
      try ConsistencyEvidence(
        TiledTree(nodes, size: size).consistencyProof(from: old), checkpoint(size))
    }
  }

  @Test func everyEntry() throws {
    let log = try Log()
    let key = try Fixture.key()
    for size in 1...Self.count {
      for index in 0..<size {
        let evidence = try log.inclusion(index, size)
        let finding = try InclusionEvidence(evidence.text).verified(by: [key])
        #expect(finding.entry == log.entries[index])
        #expect(finding.checkpoint.size == size && finding.checkpoint.origin == Fixture.origin)
      }
    }
  }

  /// Not one byte may differ, be missing or be doubled, in the entry, the place, the proof or the
  /// checkpoint.
  @Test func everyByte() throws {
    let text = Array(try Log().inclusion(6, 13).text.utf8)
    let key = try Fixture.key()
    var readable = 0
    func refused(_ bytes: [UInt8]) {
      guard let text = String(validating: bytes, as: UTF8.self),
        let evidence = try? InclusionEvidence(text)
      else { return }
      readable += 1
      #expect(throws: LogFault.self) { try evidence.verified(by: [key]) }
    }
    for place in text.indices {
      for bit in [UInt8(1), 2, 16, 64] {
        var changed = text
        changed[place] ^= bit
        refused(changed)
      }
      refused(Array(text[..<place] + text[(place + 1)...]))
      refused(Array(text[...place] + text[place...]))
    }
    #expect(readable > 500, "most changes keep the form, so that the proof has to find them")
  }

  @Test func otherKey() throws {
    let evidence = try Log().inclusion(3, 9)
    let stranger = try Fixture.key(4)
    #expect(throws: LogFault.notSigned) { try evidence.verified(by: [stranger]) }
    #expect(throws: LogFault.notSigned) { try evidence.verified(by: []) }
    let rotated = try evidence.verified(by: [stranger, try Fixture.key()])
    #expect(rotated.entry.sequence == 4)
  }

  /// Parts of different evidence do not fit together.
  @Test func mixedParts() throws {
    let log = try Log()
    let tree = TiledTree(log.nodes, size: 13)
    let proof = try tree.inclusionProof(of: 6)
    let checkpoint = try log.checkpoint(13)
    #expect(throws: LogFault.otherIndex) {
      try InclusionEvidence(log.entries[7], proof, checkpoint)
    }
    #expect(throws: LogFault.sizes) {
      try InclusionEvidence(log.entries[6], proof, log.checkpoint(12))
    }
    let changed = try LogEntry(
      sequence: 7, at: 0, who: "somebody", what: "issued", detail: "{}")
    #expect(throws: LogFault.otherRoot) { try InclusionEvidence(changed, proof, checkpoint) }
  }

  /// A log that put an entry at the wrong place is found out, though every hash fits.
  @Test func entryAtAnotherPlace() throws {
    let entries = [try Fixture.entry(1), try Fixture.entry(0)]
    let nodes = try MemoryNodes(entries.map(\.leaf))
    let tree = TiledTree(nodes, size: 2)
    let checkpoint = try Fixture.signed(
      Checkpoint(origin: Fixture.origin, size: 2, root: tree.root()))
    let proof = try tree.inclusionProof(of: 0)
    let text = EvidenceLines.text(
      ["c2sp.org/tlog-proof@v1", "extra \(Base64.text(entries[0].bytes))", "index 0"], proof.path,
      checkpoint.text)
    let key = try Fixture.key()
    #expect(throws: LogFault.otherIndex) { try InclusionEvidence(text).verified(by: [key]) }
    // Nor is a leaf an entry because it is in the log.
    let junk = TreeHash(leaf: [9, 9])
    let lone = try Fixture.signed(Checkpoint(origin: Fixture.origin, size: 1, root: junk))
    let note = EvidenceLines.text(
      ["c2sp.org/tlog-proof@v1", "extra CQk=", "index 0"], [], lone.text)
    #expect(throws: LogFault.entryVersion) { try InclusionEvidence(note).verified(by: [key]) }
  }

  static let hash = TreeHash.empty.base64

  static let forms: [(String, String)] = [
    ("", "nothing"),
    ("c2sp.org/tlog-proof@v1\nextra AQ==\nindex 0\n", "no empty line"),
    ("c2sp.org/tlog-proof@v2\nextra AQ==\nindex 0\n\nnote\n", "another version"),
    ("\nc2sp.org/tlog-proof@v1\nextra AQ==\nindex 0\n\nnote\n", "an empty line in front"),
    ("\n\nc2sp.org/tlog-proof@v1\nextra AQ==\nindex 0\n\nnote\n", "two empty lines in front"),
    ("c2sp.org/tlog-proof@v1\nindex 0\n\nnote\n", "no entry"),
    ("c2sp.org/tlog-proof@v1\nindex 0\nextra AQ==\n\nnote\n", "lines in another order"),
    ("c2sp.org/tlog-proof@v1\nextra AQ=\nindex 0\n\nnote\n", "an entry in another base"),
    ("c2sp.org/tlog-proof@v1\nextra  AQ==\nindex 0\n\nnote\n", "two spaces"),
    ("c2sp.org/tlog-proof@v1\nextra AQ==\nextra AQ==\nindex 0\n\nnote\n", "two entries"),
    ("c2sp.org/tlog-proof@v1\nextra AQ==\n\nnote\n", "no index"),
    ("c2sp.org/tlog-proof@v1\nextra AQ==\nindex 00\n\nnote\n", "a zero in front"),
    ("c2sp.org/tlog-proof@v1\nextra AQ==\nindex -1\n\nnote\n", "an index below zero"),
    ("c2sp.org/tlog-proof@v1\nextra AQ==\nindex 9223372036854775808\n\nnote\n", "a large index"),
    ("c2sp.org/tlog-proof@v1\nextra AQ==\nindex 0\nAQ==\n\nnote\n", "a hash of one byte"),
    ("c2sp.org/tlog-proof@v1\nextra AQ==\nindex 0\n\(hash) \n\nnote\n", "a space after a hash"),
    ("c2sp.org/tlog-proof@v1\r\nextra AQ==\r\nindex 0\r\n\r\nnote\r\n", "carriage returns"),
    (
      "c2sp.org/tlog-proof@v1\nextra AQ==\nindex 0\n"
        + String(repeating: hash + "\n", count: 64) + "\nnote\n", "more hashes than any proof has"
    ),
  ]

  @Test(arguments: forms) func refusesForm(_ row: (text: String, why: String)) {
    #expect(throws: LogFault.evidence, "\(row.why)") { try InclusionEvidence(row.text) }
  }

  @Test func large() {
    let text = "c2sp.org/tlog-proof@v1\nextra " + String(repeating: "A", count: 1 << 20)
    #expect(throws: LogFault.tooLarge) { try InclusionEvidence(text) }
    #expect(throws: LogFault.tooLarge) { try ConsistencyEvidence(text) }
  }

  /// A second holder goes from one checkpoint to the next.
  @Test func secondHolder() throws {
    let log = try Log()
    let keys = [try Fixture.key()]
    var held: SignedCheckpoint?
    for size in [0, 0, 1, 4, 4, 7, 13] {
      let evidence = try log.consistency(held?.checkpoint.size ?? 0, size)
      held = try ConsistencyEvidence(evidence.text).verified(since: held, by: keys)
      #expect(held?.checkpoint.size == size)
    }
    let holder = try #require(held)
    // An older checkpoint does not take the place of the newer one.
    #expect(throws: LogFault.sizes) {
      try log.consistency(0, 7).verified(since: holder, by: keys)
    }
    #expect(throws: LogFault.sizes) {
      try log.consistency(7, 13).verified(since: nil, by: keys)
    }
    #expect(throws: LogFault.notSigned) {
      try log.consistency(7, 13).verified(since: log.checkpoint(7), by: [Fixture.key(4)])
    }
  }

  /// The register was changed behind the holder's back: an entry dropped, changed, or put in between.
  @Test func rewrittenLog() throws {
    let log = try Log()
    let held = try log.checkpoint(7)
    let keys = [try Fixture.key()]
    let leaves = log.entries.map(\.leaf)
    let other = TreeHash(leaf: [1])
    for changed in [
      Array(leaves[..<3] + leaves[4...]), Array(leaves[..<3] + [other] + leaves[4...]),
      Array(leaves[..<3] + [other] + leaves[3...]), Array(leaves.reversed()),
    ] {
      let tree = TiledTree(try MemoryNodes(changed), size: changed.count)
      let checkpoint = try Fixture.signed(
        Checkpoint(origin: Fixture.origin, size: changed.count, root: tree.root()))
      let evidence = try ConsistencyEvidence(tree.consistencyProof(from: 7), checkpoint)
      #expect(throws: LogFault.otherOldRoot) { try evidence.verified(since: held, by: keys) }
    }
    // Two logs of the same size.
    let fork = TiledTree(try MemoryNodes([other] + leaves[1..<7]), size: 7)
    let checkpoint = try Fixture.signed(
      Checkpoint(origin: Fixture.origin, size: 7, root: fork.root()))
    let evidence = try ConsistencyEvidence(fork.consistencyProof(from: 7), checkpoint)
    #expect(throws: LogFault.otherRoot) { try evidence.verified(since: held, by: keys) }
  }

  @Test func everyByteOfConsistency() throws {
    let log = try Log()
    let held = try log.checkpoint(6)
    let keys = [try Fixture.key()]
    let text = Array(try log.consistency(6, 13).text.utf8)
    for place in text.indices {
      for bit in [UInt8(1), 2, 16, 64] {
        var changed = text
        changed[place] ^= bit
        guard let text = String(validating: changed, as: UTF8.self) else { continue }
        #expect(throws: LogFault.self) {
          try ConsistencyEvidence(text).verified(since: held, by: keys)
        }
      }
    }
  }
}
