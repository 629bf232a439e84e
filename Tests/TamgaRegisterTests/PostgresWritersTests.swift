import Foundation
import Synchronization
import TamgaDomain
import Testing

@testable import TamgaRegister
@testable import TamgaRegisterPostgres

/// Several processes and threads that want the same thing of one PostgreSQL register.
@Suite(.enabled(if: PostgresServer.isHere, PostgresServer.absent)) struct PostgresWritersTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func twoProcesses() async throws {
    let register = try PostgresServer.open(folder.schema)
    let schema = folder.schema
    async let first: ExitTest.Result? = #expect(processExitsWith: .success) {
      [schema = schema as String] in
      try ManyWritersTests.run(PostgresServer.open(schema), start: 0)
    }
    async let second: ExitTest.Result? = #expect(processExitsWith: .success) {
      [schema = schema as String] in
      try ManyWritersTests.run(PostgresServer.open(schema), start: ManyWritersTests.each / 2)
    }
    _ = await (first, second)
    try ManyWritersTests.expectWhole(register, papers: ManyWritersTests.each * 3 / 2)
  }

  @Test func aProcessKilledInsideATransaction() async throws {
    let register = try PostgresServer.open(folder.schema)
    await #expect(processExitsWith: .signal(SIGKILL)) { [schema = folder.schema as String] in
      let register = try PostgresServer.open(schema)
      let papers = try (0..<30).map { try register.reserved(request("D-\($0)")).paper }
      _ = try register.seal(papers.prefix(20).map { sealRecord($0.serial) }, by: clerk, at: noon)
      _ = try register.confirm(papers.prefix(10).map { written($0.serial) }, by: clerk, at: noon)
      try register.transaction { session in
        try session.execute("UPDATE series SET last = 999", [])
        try session.execute("DELETE FROM event", [])
        kill(getpid(), SIGKILL)
      }
    }
    try ManyWritersTests.run(register, start: 0)
    try ManyWritersTests.expectWhole(register, papers: ManyWritersTests.each)
  }

  /// Runs `body` in as many threads as there are numbers, all of them let go at once.
  private func race<Value: Sendable>(
    _ runners: Int, _ body: @escaping @Sendable (Int, PostgresRegister) throws -> Value
  ) throws -> [Result<Value, any Error>] {
    let registers = try (0..<runners).map { _ in try PostgresServer.open(folder.schema) }
    let results = Mutex<[Int: Result<Value, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: runners) { runner in
      let result = Result { try body(runner, registers[runner]) }
      results.withLock { $0[runner] = result }
    }
    return results.withLock { all in (0..<runners).compactMap { all[$0] } }
  }

  @Test func aPaperIsEndedOnce() throws {
    let register = try PostgresServer.open(folder.schema)
    for round in 0..<20 {
      let paper = try register.issued(request("P-\(round)"))
      let relations: [Relation] = [.revokes, .reissues, .duplicates, .revokes]
      let outcomes = try race(4) { runner, register in
        try register.outcome(
          request("E-\(round)-\(runner)") {
            $0.previous = paper.serial
            $0.relation = relations[runner]
          })
      }.map { try $0.get() }
      var winners: [DocumentNumber] = []
      for case .reserved(let new) in outcomes { winners.append(new.paper.number) }
      // A copy may itself be ended by a later one of the four.
      let copies = winners.filter { $0.number == paper.number.number }
      #expect(winners.count - copies.count <= 1, "\(outcomes)")
      #expect(winners.count >= 1)
      let enders = try register.papers(PaperFilter(), after: 0, limit: 1_000).filter {
        $0.previous == paper.serial
      }
      #expect(enders.count == 1)
    }
  }

  @Test func aPersonGetsOnePaper() throws {
    let register = try PostgresServer.open(folder.schema)
    for round in 0..<20 {
      let outcomes = try race(4) { runner, register in
        try register.outcome(
          request("P-\(round)-\(runner)") {
            $0.series = "R\(runner)-21"
            $0.personKeys = ["a person of round \(round)", "runner \(round)-\(runner)"]
            $0.personSeen = 0
          })
      }.map { try $0.get() }
      #expect(outcomes.filter { $0 == .refused(.personChanged) }.count == 3, "\(outcomes)")
    }
    #expect(try register.papers(PaperFilter(), after: 0, limit: 100).count == 20)
  }

  @Test func aGivenNumberHasOnePaper() throws {
    let register = try PostgresServer.open(folder.schema)
    for round in 0..<20 {
      // The next number of the series, as a record and as the register gives it.
      let last = try register.papers(PaperFilter(), after: 0, limit: 1_000).compactMap {
        AllottedNumber(reading: $0.number.number)?.ordinal
      }.max()
      let next = try #require(AllottedNumber(prefix: "ALA-21", ordinal: (last ?? 0) + 1))
      let outcomes = try race(4) { runner, register in
        try register.outcome(
          request("G-\(round)-\(runner)", given: runner < 2 ? next.description : nil) {
            $0.document = "kind-\(runner)"
            $0.family = runner == 0 ? "first" : "second"
          })
      }.map { try $0.get() }
      let numbers = outcomes.compactMap { outcome -> DocumentNumber? in
        if case .reserved(let new) = outcome { new.paper.number } else { nil }
      }
      let allotted = try register.papers(number: DocumentNumber(next.description))
      // Either the register allotted it, or both families have it: never both of these.
      #expect(
        allotted.filter(\.isAllotted).count == 1 ? allotted.count == 1 : allotted.count <= 2)
      #expect(numbers.count >= 2)
    }
    let all = try register.papers(PaperFilter(), after: 0, limit: 1_000)
    let serials = Set(all.compactMap { AllottedNumber(reading: $0.number.number)?.ordinal })
    #expect(serials == Set(1...Int64(serials.count)), "no gap")
  }

  @Test func theSamePaperMovesOnce() throws {
    let register = try PostgresServer.open(folder.schema)
    let paper = try register.issued(request("D"))
    for status in [PaperStatus.suspended, .valid, .suspended] {
      let results = try race(4) { _, register in
        try register.setStatus(
          paper.serial, to: status, by: clerk, reason: "an inquiry", at: noon)
      }
      let refused = results.filter { result in
        if case .failure(let error as RegisterError) = result {
          error.code == .illegalMove
        } else {
          false
        }
      }
      #expect(refused.count == 3)
    }
    #expect(
      try register.whats(paper)
        == ["reserved", "sealed", "issued", "suspended", "resumed", "suspended"])
  }

  @Test func severalSeriesAndLists() throws {
    let register = try PostgresServer.open(folder.schema)
    let ends = [try day("2021-05-10"), try day("2022-05-10")]
    let results = try race(4) { runner, register in
      for group in 0..<10 {
        let outcomes = try register.reserve(
          (0..<20).map { place in
            try request("S-\(runner)-\(group)-\(place)") {
              $0.series = ["ALA-21", "AST-21"][(place + runner) % 2]
              $0.validUntil = ends[(place + group) % 2]
            }
          }, by: "runner-\(runner)", at: noon)
        #expect(
          outcomes.allSatisfy { if case .reserved(let new) = $0 { new.isNew } else { false } })
      }
    }
    for result in results { try result.get() }
    let all = try register.papers(PaperFilter(), after: 0, limit: 1_000)
    for prefix in ["ALA-21", "AST-21"] {
      let ordinals = all.compactMap { AllottedNumber(reading: $0.number.number) }
        .filter { $0.prefix == prefix }.map(\.ordinal)
      #expect(ordinals.sorted() == (1...400).map(Int64.init))
    }
    #expect(
      try register.statuses(notExpiredOn: day("2021-02-09")).lists.map(\.papers) == [400, 400])
    #expect(
      try register.events(of: nil, after: 0, limit: 1_000).map(\.sequence)
        == (1...800).map(Int64.init))
  }

  @Test func oneSchemaIsMadeOnce() throws {
    let target = try PostgresServer.target(folder.schema)
    let results = Mutex<[Result<Void, any Error>]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      let result = Result { _ = try PostgresRegister(target, opening: .new) }
      results.withLock { $0.append(result) }
    }
    for result in results.withLock({ $0 }) {
      if case .failure(let error) = result {
        #expect((error as? RegisterError)?.code == .exists, "\(error)")
      }
    }
    #expect(try PostgresServer.open(folder.schema).reserved(request("D")).isNew)
  }
}
