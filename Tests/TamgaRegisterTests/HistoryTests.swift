import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must answer before a decision is judged.
@Suite struct HistoryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  struct Question: Sendable, CustomTestStringConvertible {
    var previous: PreviousPaper?
    var relation: Relation?
    var given: String?
    var service = Service.labourImmigrant
    var decision = "NEW"
    var found: String?
    var chain = 0
    var taken = false
    let why: String
    var testDescription: String { why }
  }

  // The register of these questions: 5 ← 5~1 (duplicate), 5 extended by 6; the exit service has a 5
  // of its own; 9 is void.
  static let questions: [Question] = [
    Question(why: "a first permit"),
    Question(previous: .number("404"), relation: .extends, why: "an outside paper"),
    Question(previous: .number("5~"), relation: .extends, why: "no number at all"),
    Question(previous: .decision("404"), relation: .extends, why: "an unknown decision"),
    Question(
      previous: .number("5"), relation: .extends, found: "COPY", chain: 2,
      why: "a bare number means the newest copy"),
    Question(
      previous: .number("5~1"), relation: .extends, found: "COPY", chain: 2, why: "the copy itself"
    ),
    Question(previous: .number("5~2"), relation: .extends, why: "a copy that was never made"),
    Question(
      previous: .number("5"), relation: .revokes, service: .exit, found: "EXIT", chain: 1,
      why: "the service's own paper first"),
    Question(
      previous: .number("6"), relation: .extends, service: .exit, found: "NEXT", chain: 2,
      why: "a paper of another service, for the rules to refuse"),
    Question(
      previous: .decision("NEXT"), relation: .extends, found: "NEXT", chain: 2,
      why: "by its decision, with its chain"),
    Question(
      previous: .number("9"), found: "VOID", chain: 1, why: "a void paper counts as revoked"),
    Question(given: "5", taken: true, why: "the number of another paper"),
    Question(given: "9", taken: true, why: "the number of a void paper"),
    Question(given: "7", why: "a free number"),
    Question(given: "5", decision: "FIRST", why: "its own number, in a run after a crash"),
    Question(
      previous: .number("5"), relation: .duplicates, given: "5", found: "COPY", chain: 2,
      why: "a duplicate has its original's number"),
    Question(
      previous: .number("5"), relation: .duplicates, decision: "COPY", found: "FIRST", chain: 1,
      why: "the copy itself, in a run after a crash"),
    Question(
      previous: .number("5"), relation: .extends, decision: "NEXT", found: "COPY", chain: 2,
      why: "what came before, in a run after a crash"),
    Question(
      previous: .number("OUT"), relation: .duplicates, given: "OUT", decision: "OUTSIDE",
      why: "a copy of an outside paper, in a run after a crash"),
    Question(
      previous: .number("5"), relation: .extends, given: "5", found: "COPY", chain: 2, taken: true,
      why: "an extension has its own"),
    Question(
      previous: .number("6"), relation: .duplicates, given: "5", found: "NEXT", chain: 2,
      taken: true, why: "a duplicate under the number of a third paper"),
  ]

  @Test(arguments: Backend.allCases, questions) func history(
    _ backend: Backend, _ row: Question
  ) throws {
    let register = try backend.open(folder)
    let first = try register.issued(request("FIRST", given: "5"))
    try register.issued(
      request("COPY") {
        $0.previous = first.serial
        $0.relation = .duplicates
      })
    try register.issued(
      request("NEXT", given: "6") {
        $0.previous = first.serial
        $0.relation = .extends
      })
    try register.issued(
      request("EXIT", given: "5") {
        $0.service = .exit
        $0.document = "exit-pr-talon"
        $0.family = "exit-pr-talon"
      })
    try register.issued(request("OUTSIDE", given: "OUT"))
    let void = try register.issued(request("VOID", given: "9"))
    _ = try register.void(void.serial, by: clerk, reason: "typed twice", at: noon)

    let answer = try register.history(
      HistoryQuestion(
        previous: row.previous, relation: row.relation,
        givenNumber: try row.given.map { try DocumentNumber($0) },
        document: "labour-immigrant-permit", service: row.service, decision: row.decision))
    #expect(answer.previous?.decision == row.found)
    #expect(answer.history.previous == answer.previous?.earlier)
    #expect(answer.history.chain.count == row.chain)
    #expect(answer.history.chain.last == answer.history.previous)
    #expect(answer.history.numberIsTaken == row.taken)
    if row.found == "VOID" { #expect(answer.history.previous?.status == .revoked) }
  }
}
