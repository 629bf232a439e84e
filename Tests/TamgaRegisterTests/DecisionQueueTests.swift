import Foundation
import Synchronization
import Testing

@testable import TamgaRegister
@testable import TamgaRegisterPostgres

/// The queue on a real server: claims, leases, chains, results.
@Suite(.enabled(if: PostgresServer.isHere, PostgresServer.absent)) struct DecisionQueueTests {
  let folder: TemporaryFolder
  let queue: DecisionQueue

  init() throws {
    folder = try TemporaryFolder()
    queue = DecisionQueue(try PostgresServer.open(folder.schema))
  }

  private func record(_ place: Int64, keys: [String] = [], settled: Bool = false) -> QueuedRecord {
    QueuedRecord(
      place: place, decision: "D-\(place)", recordHash: hash(UInt8(place % 256)),
      source: "in.jsonl",
      line: Int(place) + 1, startLine: Int(place) + 1, startColumn: 1, bytes: [0x7B, 0x7D],
      keys: keys.map { Array($0.utf8) }, result: settled ? result("rejected") : nil)
  }

  private func result(_ outcome: String) -> QueuedResult {
    QueuedResult(outcome: outcome, json: Array("{\"outcome\":\"\(outcome)\"}".utf8))
  }

  private func fill(_ batch: String, _ records: [QueuedRecord]) throws {
    try queue.begin(batch, severalSources: false)
    _ = try queue.add(records, to: batch)
    try queue.open(batch)
  }

  private func settle(_ claim: QueueClaim, _ outcome: String = "issued") throws {
    try queue.complete(
      claim,
      Dictionary(uniqueKeysWithValues: claim.records.map { ($0.place, result(outcome)) }))
  }

  @Test func aBatchThatIsAddedTwiceIsOne() throws {
    try queue.begin("b", severalSources: true)
    let records = (0..<600).map { record($0) }
    #expect(try queue.add(Array(records.prefix(250)), to: "b") == 250)
    #expect(try queue.claim(10, by: "w", for: 60) == nil, "not open yet")
    // The command was killed here and is run again.
    try queue.begin("b", severalSources: true)
    #expect(try queue.add(records, to: "b") == 350)
    try queue.open("b")
    try queue.open("b")
    #expect(
      try queue.progress() == [
        QueueProgress(
          batch: "b", severalSources: true, isOpen: true, records: 600, settled: 0, held: 0)
      ])
    #expect(try queue.progress(of: "other") == [])
    #expect(try queue.remove("b"))
    #expect(try !queue.remove("b"))
    #expect(try queue.progress() == [])
  }

  /// Chains found by one pass are those that pairwise comparison gives, in whatever order keys come.
  @Test func chainsAreWhatSharedKeysSay() throws {
    var random = SystemRandomNumberGenerator()
    for round in 0..<4 {
      let keys = (0..<120).map { _ in
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          "key \(Int.random(in: 0..<(round + 1) * 60, using: &random))"
        }
      }
      var chains = Array(0..<120)
      var isChanged = true
      while isChanged {
        isChanged = false
        for one in 0..<120 {
          for other in 0..<one where chains[one] != chains[other] {
            guard !Set(keys[one]).isDisjoint(with: keys[other]) else { continue }
            let first = min(chains[one], chains[other])
            (chains[one], chains[other], isChanged) = (first, first, true)
          }
        }
      }
      let batch = "b\(round)"
      try fill(batch, keys.enumerated().map { record(Int64($0), keys: $1) })
      let found = try queue.register.snapshot { session in
        try session.rows(
          "SELECT chain FROM decision_queue WHERE batch = ? ORDER BY place", [batch]
        ) { Int($0.int(0)) }
      }
      #expect(found == chains)
    }
  }

  /// The server believes that no record has a key: what it knows is of the night before, which is done.
  @Test func aSecondNightIsAddedByOnePass() throws {
    let night = (0..<2_000).map { record($0, keys: ["a \($0)", "b \($0)", "c \($0 / 2)"]) }
    try fill("first", night)
    try queue.register.transaction { _ = try $0.execute("ANALYZE", []) }
    try fill("second", night)
    // The server counts what was read once a second.
    usleep(1_200_000)
    func read() throws -> Int64 {
      try queue.register.snapshot { session in
        try session.first(
          """
          SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_read, 0)
          FROM pg_stat_user_tables t LEFT JOIN (
            SELECT relid, sum(idx_tup_read) AS idx_tup_read FROM pg_stat_user_indexes GROUP BY relid
          ) i USING (relid) WHERE t.relid = 'queue_key'::regclass
          """, []
        ) { $0.int(0) } ?? 0
      }
    }
    _ = try read()
    // A join by those statistics compares every key with every other one: some million rows.
    #expect(try (1...200_000).contains(read()))
    #expect(try queue.progress(of: "second").first?.records == 2_000)
  }

  @Test func aFreshTableIsAnalysedWhenItHasGrown() throws {
    func known(_ table: String) throws -> Int64 {
      try queue.register.snapshot { session in
        try session.first("SELECT relpages FROM pg_class WHERE oid = '\(table)'::regclass", []) {
          $0.int(0)
        } ?? -1
      }
    }
    #expect(try known("decision_queue") == 0)
    try fill("b", (0..<600).map { record($0) })
    let pages = try known("decision_queue")
    #expect(pages > 0)
    try fill("c", [record(0)])
    #expect(try known("decision_queue") == pages, "one record more is no growth")
    try fill("d", (0..<3_000).map { record($0) })
    #expect(try known("decision_queue") > 2 * pages)
    // Of the register itself: nothing is there that could have grown.
    queue.register.keepStatistics(of: TableStatistics.register)
    #expect(try known("paper") == 0)
  }

  @Test func anOpenedBatchNotifies() throws {
    let notifications = try queue.notifications()
    let other = try TemporaryFolder()
    let neighbour = DecisionQueue(try PostgresServer.open(other.schema))
    try neighbour.begin("a", severalSources: false)
    try neighbour.open("a")
    #expect(!notifications.wait(milliseconds: 200), "of another office")
    try queue.begin("b", severalSources: false)
    _ = try queue.add([record(1)], to: "b")
    #expect(!notifications.wait(milliseconds: 50), "not open yet")
    try queue.open("b")
    #expect(notifications.wait(milliseconds: 20_000))
    #expect(!notifications.wait(milliseconds: 50), "once")
    try queue.open("b")
    #expect(notifications.wait(milliseconds: 20_000), "failed records have another chance")
    #expect(notifications.isUsable)
  }

  @Test func claimsNeverOverlap() throws {
    try fill("b", (0..<500).map { record($0) })
    let held = Mutex<[Int64]>([])
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      do {
        let queue = DecisionQueue(try PostgresServer.open(folder.schema))
        // A claim may find every waiting row in the hands of another one for a moment.
        for _ in 0..<200 where try queue.progress(of: "b").first?.held ?? 0 < 500 {
          guard let claim = try queue.claim(7, by: "w\(worker)", for: 600) else { continue }
          held.withLock { $0 += claim.records.map(\.place) }
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(held.withLock { $0.sorted() } == Array(0..<500))
  }

  @Test func recordsThatDependStayTogether() throws {
    // 0-2-5 by a person, 5-7 by a number, 1-3 by an id; 4 and 6 alone.
    let keys: [[String]] = [
      ["p"], ["i"], ["p"], ["i", "x"], ["y"], ["p", "n"], [], ["n"],
    ]
    try fill("b", keys.enumerated().map { record(Int64($0), keys: $1) })
    var claims: [[Int64]] = []
    while let claim = try queue.claim(1, by: "w", for: 60) {
      claims.append(claim.records.map(\.place))
    }
    #expect(claims == [[0, 2, 5, 7], [1, 3], [4], [6]])
  }

  @Test func aKilledWorkersRecordsComeBack() throws {
    try fill("b", (0..<3).map { record($0) })
    let lost = try #require(try queue.claim(3, by: "killed", for: 1))
    #expect(lost.records.map(\.attempts) == [1, 1, 1])
    #expect(try queue.claim(3, by: "other", for: 60) == nil)
    var found: QueueClaim?
    for _ in 0..<600 where found == nil {
      usleep(50_000)
      found = try queue.claim(3, by: "other", for: 60)
    }
    let claim = try #require(found)
    #expect(claim.records.map(\.place) == [0, 1, 2] && claim.records[0].attempts == 2)
    try settle(claim)
    // The first worker was only slow, and comes with its own results.
    try settle(lost, "already-issued")
    #expect(try queue.progress().first?.isDone == true)
    #expect(
      try queue.results(of: "b", after: -1, limit: 10).map(\.result.outcome)
        == ["issued", "issued", "issued"])
  }

  @Test func aRecordThatKillsIsClaimedAlone() throws {
    try fill("b", (0..<4).map { record($0) })
    for attempt in 1...DecisionQueue.groupAttempts {
      let claim = try #require(try queue.claim(4, by: "w", for: 60))
      #expect(claim.records.map(\.attempts) == [attempt, attempt, attempt, attempt])
      try queue.complete(claim, [:])
    }
    let alone = try #require(try queue.claim(4, by: "w", for: 60))
    #expect(alone.records.map(\.place) == [0])
  }

  @Test func aLeaseIsLengthenedByItsHolderAlone() throws {
    try fill("b", [record(0)])
    let claim = try #require(try queue.claim(1, by: "a", for: 1))
    try queue.extend(claim, by: 600)
    usleep(1_200_000)
    #expect(try queue.claim(1, by: "b", for: 60) == nil)
    let foreign = QueueClaim(
      batch: "b", severalSources: false, records: claim.records, chains: claim.chains, worker: "b")
    try queue.extend(foreign, by: -600)
    #expect(try queue.claim(1, by: "b", for: 60) == nil)
  }

  @Test func resultsInTheOrderOfTheInput() throws {
    try fill("b", (0..<5).map { record($0, settled: $0 == 3) })
    let first = try #require(try queue.claim(2, by: "a", for: 60))
    let second = try #require(try queue.claim(9, by: "b", for: 60))
    #expect(second.records.map(\.place) == [2, 4], "what is no JSON has its result")
    try settle(second)
    #expect(try queue.results(of: "b", after: -1, limit: 10).map(\.record.place) == [2, 3, 4])
    try settle(first, "failed")
    #expect(try queue.results(of: "b", after: -1, limit: 2).map(\.record.place) == [0, 1])
    #expect(try queue.results(of: "b", after: 1, limit: 9).map(\.record.place) == [2, 3, 4])
    #expect(try queue.progress().first?.isDone == true)
    // The same command again: what failed is tried again, and nothing else.
    try queue.open("b")
    #expect(try queue.claim(9, by: "a", for: 60)?.records.map(\.place) == [0, 1])
  }

  @Test func theOldestBatchFirst() throws {
    try fill("2021-02-10", [record(0)])
    try fill("2021-02-09", [record(0)])
    #expect(try queue.claim(9, by: "a", for: 60)?.batch == "2021-02-10")
    #expect(try queue.claim(9, by: "a", for: 60)?.batch == "2021-02-09")
    #expect(try queue.claim(9, by: "a", for: 60) == nil)
  }
}
