import TamgaDomain
import TamgaLog
import Testing

@testable import TamgaRegister

/// What every register must do so that its log can be proved.
@Suite struct LogTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private struct Nodes: TreeNodes {
    let register: any Register
    func leafHashes(_ range: Range<Int>) throws -> [TreeHash] { try register.leafHashes(range) }
    func tileRoots(level: Int, _ range: Range<Int>) throws -> [TreeHash] {
      try register.tileRoots(level: level, range)
    }
  }

  @Test(arguments: Backend.allCases) func everyEventIsALeaf(_ backend: Backend) throws {
    let register = try backend.open(folder)
    // More than one tile of 256, in groups that end anywhere.
    var count = 0
    for group in [1, 40, 70, 3, 86] {
      let requests = try (0..<group).map { try request("D-\(count + $0)") }
      count += group
      let papers = try register.reserve(requests, by: clerk, at: noon).compactMap {
        if case .reserved(let reservation) = $0 { reservation.paper } else { nil }
      }
      _ = try register.seal(papers.map { sealRecord($0.serial) }, by: clerk, at: noon)
    }
    let size = try register.logSize()
    #expect(size == 2 * count)
    let events = try register.events(of: nil, after: 0, limit: 1000)
    #expect(events.map(\.sequence) == Array(1...Int64(size)))
    #expect(try events.allSatisfy { try $0.entry().leaf == $0.leaf })
    let tree = TiledTree(Nodes(register: register), size: size)
    let root = try tree.root()
    #expect(root == MerkleTree.root(ofLeaves: events.map(\.leaf)))
    for index in [0, 1, 255, 256, size - 1] {
      try tree.inclusionProof(of: index).verify(events[index].leaf, root: root)
    }
    let earlier = TiledTree(Nodes(register: register), size: 257)
    try tree.consistencyProof(from: 257).verify(from: earlier.root(), to: root)
  }

  @Test(arguments: Backend.allCases) func theLastEventHasTheStateOfTheRow(
    _ backend: Backend
  ) throws {
    let register = try backend.open(folder)
    let old = try register.issued(request("OLD"))
    try register.issued(
      request("NEW") {
        $0.previous = old.serial
        $0.relation = .reissues
      })
    _ = try register.setStatus(2, to: .suspended, by: clerk, reason: "inquiry", at: noon)
    try register.record(.spoil, of: 1, by: clerk, reason: "paper jam", at: noon)
    for print in try register.fingerprints(after: 0, limit: 10) {
      let last = try register.events(of: print.serial, after: 0, limit: 100).last
      #expect(last?.state == print.state)
    }
    let states = try register.events(of: 1, after: 0, limit: 100).map(\.state)
    #expect(Set(states).count == 4, "reserved, sealed, issued, superseded; a spoilt print is none")
  }

  @Test(arguments: Backend.allCases) func aClockThatWentBackIsRefused(_ backend: Backend) throws {
    let register = try backend.open(folder)
    try register.issued(request("A"))
    let tolerated = noon - EventLog.clockTolerance
    #expect(try register.reserve([request("B")], by: clerk, at: tolerated).count == 1)
    let error = #expect(throws: RegisterError.self) {
      try register.reserve([request("C")], by: clerk, at: tolerated - 301)
    }
    #expect(error?.code == .clock)
    #expect(try register.paper(decision: "C", part: 0) == nil, "nothing of the group is stored")
    _ = try register.reserved(request("C"))
  }

  @Test(arguments: Backend.allCases) func checkpointsAreKeptOnce(_ backend: Backend) throws {
    let register = try backend.open(folder)
    for (size, note) in [(3, "first"), (3, "second"), (9, "third")] {
      try register.keep(KeptCheckpoint(size: size, note: note, signedAt: noon))
    }
    #expect(try register.checkpoints(after: -1, limit: 10).map(\.note) == ["first", "third"])
    #expect(try register.checkpoints(after: 3, limit: 10).map(\.size) == [9])
  }
}
