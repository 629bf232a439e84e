import TamgaDomain
import Testing

@testable import TamgaRegister

/// What a group of decisions is told of the register before it is judged.
@Suite struct DecisionQuestionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  struct Row: Sendable, CustomTestStringConvertible {
    var decision: String?
    var keys: [String] = []
    var service = Service.labourImmigrant
    var limit = 9
    /// Decisions and parts of the papers that are its own.
    var own: [String] = []
    var newest = 0
    /// Entries of papers of the person.
    var ofPerson: [Int64] = []
    let why: String
    var testDescription: String { why }
  }

  // 1 and 2 are the parts of A, whose person is "passport" and "name"; 3 is B of "name"; 4 is of the same
  // "name" at another service.
  static let rows: [Row] = [
    Row(decision: "NEW", why: "a first decision of a person without keys"),
    Row(decision: "NEW", keys: ["none", "other"], why: "keys that nobody has"),
    Row(decision: "A", own: ["A/0", "A/1"], why: "a decision of two papers"),
    Row(decision: "a", why: "ids are not folded"),
    Row(keys: ["name"], newest: 4, ofPerson: [3, 2, 1], why: "a record without an id"),
    Row(
      decision: "NEW", keys: ["passport", "none"], newest: 2, ofPerson: [2, 1],
      why: "one of two keys"),
    Row(
      decision: "B", keys: ["passport", "name"], own: ["B/0"], newest: 4, ofPerson: [3, 2, 1],
      why: "a paper under two keys is told once, the newest entry first"),
    Row(
      decision: "NEW", keys: ["name"], service: .exit, newest: 4, ofPerson: [4],
      why: "papers of the service, the newest entry of all"),
    Row(
      decision: "NEW", keys: ["name"], limit: 1, newest: 4, ofPerson: [3],
      why: "no more than asked for"),
  ]

  private func register(_ backend: Backend) throws -> any Register {
    let register = try backend.open(folder)
    for (part, keys) in [["passport", "name"], ["passport", "name"]].enumerated() {
      _ = try register.reserved(
        request("A") {
          $0.part = part
          $0.personKeys = keys
        })
    }
    _ = try register.reserved(request("B") { $0.personKeys = ["name"] })
    _ = try register.reserved(
      request("EXIT") {
        $0.service = .exit
        $0.document = "exit-pr-talon"
        $0.family = "exit-pr-talon"
        $0.personKeys = ["name"]
      })
    return register
  }

  private func question(_ row: Row) -> DecisionQuestion {
    DecisionQuestion(
      decision: row.decision, personKeys: row.keys, service: row.service, limit: row.limit)
  }

  private func expect(_ answer: DecisionAnswer, _ row: Row) {
    #expect(answer.papers.map { "\($0.decision)/\($0.part)" } == row.own, "\(row)")
    #expect(answer.newest == Int64(row.newest), "\(row)")
    #expect(answer.ofPerson.map(\.serial) == row.ofPerson, "\(row)")
  }

  @Test(arguments: Backend.allCases, rows) func alone(_ backend: Backend, _ row: Row) throws {
    let answers = try register(backend).answers(to: [question(row)])
    try #require(answers.count == 1)
    expect(answers[0], row)
  }

  @Test(arguments: Backend.allCases) func together(_ backend: Backend) throws {
    let register = try register(backend)
    for rows in [Self.rows, Self.rows.reversed(), []] {
      let answers = try register.answers(to: rows.map(question))
      try #require(answers.count == rows.count)
      for (answer, row) in zip(answers, rows) { expect(answer, row) }
    }
  }

  @Test(arguments: Backend.allCases) func aPageHasItsLimit(_ backend: Backend) throws {
    let register = try register(backend)
    #expect(throws: RegisterError.self) {
      try register.answers(to: [question(Row(limit: 0, why: "no rows"))])
    }
  }
}
