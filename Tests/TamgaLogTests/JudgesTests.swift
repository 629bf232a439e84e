import Foundation
import TamgaFormats
import Testing

@testable import TamgaLog

/// Strangers judge our log: RFC 6962 written again in Python, pymerkle, and cryptography.
@Suite struct JudgesTests {
  struct Answer: Decodable {
    struct Entry: Decodable {
      let sequence: Int64
      let at: Int64
      let serial: Int64?
      let reason: String?
      let state: String?
      let who: String
      let what: String
      let detail: String
    }
    let roots: [String]
    let pymerkle: [String]
    let paths: [Bool]
    let proofs: [Bool]
    let entries: [Entry]
    let consistency: [Bool]
    let unnoticed: [Int]
  }

  static func ask(_ question: [String: Any]) throws -> Answer {
    let python = try #require(
      ProcessInfo.processInfo.environment["TAMGA_PYTHON"],
      "TAMGA_PYTHON names no interpreter with pymerkle: `make test` sets it up")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Judges/log_judge.py")
    // Through a file: a pipe would fill while the judge has not yet read its question.
    let file = FileManager.default.temporaryDirectory
      .appending(path: "log-judge-\(UUID().uuidString).json")
    try JSONSerialization.data(withJSONObject: question).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script.path]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the judge has said why on standard error")
    return try JSONDecoder().decode(Answer.self, from: data)
  }

  @Test func strangersAgree() throws {
    let count = 70
    let entries = try (0..<count).map(Fixture.entry)
    let nodes = try MemoryNodes(entries.map(\.leaf))
    func checkpoint(_ size: Int) throws -> SignedCheckpoint {
      try Fixture.signed(
        Checkpoint(
          origin: Fixture.origin, size: size, root: TiledTree(nodes, size: size).root()))
    }
    var paths: [[Any]] = []
    var proofs: [[Any]] = []
    for size in [1, 2, 3, 7, 8, 9, 31, 32, 33, 64, 65, 70] {
      let tree = TiledTree(nodes, size: size)
      for index in 0..<size {
        paths.append([index, size, try tree.inclusionProof(of: index).path.map(\.description)])
        let proof = try tree.consistencyProof(from: index + 1)
        proofs.append([index + 1, size, proof.path.map(\.description)])
      }
    }
    let indices = [6, 0, 1, 32, 69]
    let whole = TiledTree(nodes, size: count)
    let last = try checkpoint(count)
    let answer = try Self.ask([
      "entries": entries.map { Hex.text($0.bytes) }, "paths": paths, "proofs": proofs,
      "vkey": try Fixture.key().description,
      "inclusion": try indices.map {
        try InclusionEvidence(entries[$0], whole.inclusionProof(of: $0), last).text
      },
      "consistency": try [1, 6, 32, 69, 70].map {
        [
          try checkpoint($0).text,
          try ConsistencyEvidence(whole.consistencyProof(from: $0), last).text,
        ]
      },
    ])
    let roots = try (0...count).map { try TiledTree(nodes, size: $0).root().description }
    #expect(answer.roots == roots)
    #expect(answer.pymerkle == Array(roots.dropFirst()))
    #expect(answer.paths == [Bool](repeating: true, count: paths.count))
    #expect(answer.proofs == [Bool](repeating: true, count: proofs.count))
    #expect(answer.consistency == [true, true, true, true, true])
    #expect(answer.unnoticed.isEmpty, "a changed byte of the evidence is noticed")
    try #require(answer.entries.count == indices.count)
    for (row, index) in zip(answer.entries, indices) {
      let entry = entries[index]
      #expect(row.sequence == entry.sequence && row.at == entry.at && row.serial == entry.serial)
      #expect(row.reason == entry.reason.map(Hex.text))
      #expect(row.state == entry.state.map(Hex.text))
      #expect(row.who == entry.who && row.what == entry.what && row.detail == entry.detail)
    }
  }
}
