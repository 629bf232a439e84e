import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must do when decisions ask for numbers.
@Suite struct ReserveTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Backend.allCases) func numbersAreContiguousInEachSeries(_ backend: Backend)
    throws
  {
    let register = try backend.open(folder)
    let requests = try (1...40).map { index in
      try request("D-\(index)") { $0.series = index % 2 == 0 ? "ALA-21" : "AST-21" }
    }
    let outcomes = try register.reserve(requests, by: clerk, at: noon)
    var ordinals: [String: [Int64]] = [:]
    for outcome in outcomes {
      guard case .reserved(let reservation) = outcome else {
        throw Unexpected(outcome: "\(outcome)")
      }
      let number = try #require(AllottedNumber(reading: reservation.paper.number.number))
      ordinals[number.prefix, default: []].append(number.ordinal)
      #expect(reservation.isNew && reservation.paper.isAllotted)
      #expect(reservation.paper.condition == .reserved)
    }
    #expect(ordinals == ["ALA-21": Array(1...20), "AST-21": Array(1...20)])
  }

  @Test(arguments: Backend.allCases) func theSameDecisionKeepsItsNumber(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let first = try register.reserved(request("D-1"))
    let again = try backend.open(folder).reserved(request("D-1"))
    #expect(again == Reservation(paper: first.paper, seal: nil, isNew: false))
    #expect(try register.reserved(request("D-2")).paper.number.number.contains("-0000002-"))
    #expect(try register.whats(first.paper) == ["reserved"], "a retry is no event")
  }

  @Test(arguments: Backend.allCases) func oneDecisionTwiceInOneGroup(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let outcomes = try register.reserve(
      [request("D-1"), request("D-1"), request("D-1", record: 2), request("D-2")], by: clerk,
      at: noon)
    guard case .reserved(let first) = outcomes[0], case .reserved(let second) = outcomes[1],
      case .changed(let number) = outcomes[2], case .reserved(let last) = outcomes[3]
    else { throw Unexpected(outcome: "\(outcomes)") }
    #expect(first.paper == second.paper && !second.isNew)
    #expect(number == first.paper.number)
    #expect(last.paper.number.number.contains("-0000002-"))
  }

  @Test(arguments: Backend.allCases) func whatTheSameIdGives(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let sealed = try register.sealed(request("SEALED"))
    let issued = try register.issued(request("ISSUED"))
    let void = try register.issued(request("VOID"))
    _ = try register.void(void.serial, by: clerk, reason: "typed twice", at: noon)

    guard case .reserved(let found) = try register.outcome(request("SEALED")) else {
      Issue.record("a sealed paper is taken up again")
      return
    }
    #expect(found.paper.number == sealed.number)
    #expect(found.seal == sealRecord(sealed.serial))
    #expect(try register.outcome(request("ISSUED")) == .issued(issued))
    #expect(try register.outcome(request("VOID")) == .voided(void.number))
    for (id, paper) in [("SEALED", sealed), ("ISSUED", issued), ("VOID", void)] {
      #expect(try register.outcome(request(id, record: 2)) == .changed(paper.number), "\(id)")
    }
    #expect(try register.reserved(request("NEXT")).paper.number.number.contains("-0000004-"))
  }

  /// Numbers follow the order of the decisions, however they are grouped, and what forbids one paper of a decision
  /// leaves none of its others.
  @Test(arguments: Backend.allCases) func papersOfADecisionFollowEachOther(_ backend: Backend)
    throws
  {
    let register = try backend.open(folder)
    _ = try register.reserved(request("GIVEN", given: "77"))
    let outcomes = try register.reserve(
      [
        request("A"), request("A") { $0.part = 1 }, request("B", given: "77"),
        request("B") { $0.part = 1 }, request("C"), request("C") { $0.part = 1 },
      ], by: clerk, at: noon)
    let ordinals = outcomes.map { outcome -> Int64? in
      guard case .reserved(let reservation) = outcome else { return nil }
      return AllottedNumber(reading: reservation.paper.number.number)?.ordinal
    }
    #expect(ordinals == [1, 2, nil, nil, 3, 4])
    guard case .refused(.numberTaken) = outcomes[2] else {
      throw Unexpected(outcome: "\(outcomes[2])")
    }
    #expect(outcomes[3] == outcomes[2])
    #expect(try register.paper(decision: "B", part: 1) == nil)
  }

  @Test(arguments: Backend.allCases) func partsOfADecision(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let first = try register.reserved(request("D-1"))
    let second = try register.reserved(request("D-1") { $0.part = 1 })
    #expect(first.paper.number != second.paper.number)
    #expect(try register.paper(decision: "D-1", part: 1)?.serial == second.paper.serial)
  }

  struct Given: Sendable, CustomTestStringConvertible {
    let number: String
    var copy = 0
    var document = "labour-immigrant-permit"
    let taken: Bool
    let why: String
    var testDescription: String { why }
  }

  static let firstOfSeries = "ALA-21-0000001-\(Damm.checkDigit(of: "210000001"))"

  static let given: [Given] = [
    Given(number: "77", taken: true, why: "another paper of the kind has it"),
    Given(number: firstOfSeries, taken: true, why: "the register allotted it"),
    Given(
      number: firstOfSeries, document: "exit-pr-talon", taken: true,
      why: "an allotted number is taken for all kinds"),
    Given(number: firstOfSeries, copy: 3, taken: true, why: "and for all copies"),
    Given(number: "77", copy: 1, taken: false, why: "another copy of an outside paper"),
    Given(number: "77", document: "exit-pr-talon", taken: false, why: "another kind"),
    Given(number: "77 ", taken: false, why: "another text"),
    Given(number: "78", taken: false, why: "free"),
  ]

  @Test(arguments: Backend.allCases, given) func givenNumbers(
    _ backend: Backend, _ row: Given
  ) throws {
    let register = try backend.open(folder)
    _ = try register.reserved(request("ALLOTTED"))
    _ = try register.reserved(request("GIVEN", given: "77"))
    let ask = try request("D", given: row.number, copy: row.copy) {
      $0.document = row.document
      $0.family = row.document
    }
    let outcome = try register.outcome(ask)
    if row.taken {
      #expect(
        outcome == .refused(.numberTaken(try DocumentNumber(row.number, copy: row.copy))))
      #expect(try register.paper(decision: "D", part: 0) == nil)
    } else {
      guard case .reserved(let reservation) = outcome else {
        throw Unexpected(outcome: "\(outcome)")
      }
      #expect(reservation.paper.number == ask.given && !reservation.paper.isAllotted)
    }
    #expect(
      try register.reserved(request("NEXT")).paper.number.number.contains("-0000002-"),
      "neither a given nor a refused number uses one of the series")
  }

  @Test(arguments: Backend.allCases) func allottingPassesOverGivenNumbers(_ backend: Backend) throws
  {
    let register = try backend.open(folder)
    let ahead = try #require(AllottedNumber(prefix: "ALA-21", ordinal: 2)).description
    _ = try register.reserved(request("GIVEN", given: ahead))
    let numbers = try ["A", "B"].map { try register.reserved(request($0)).paper.number.number }
    #expect(numbers.map { AllottedNumber(reading: $0)?.ordinal } == [1, 3])
  }

  @Test(arguments: Backend.allCases) func seriesThatCannotBe(_ backend: Backend) throws {
    let register = try backend.open(folder)
    #expect(code { try register.outcome(request("D") { $0.series = "ALA 21" }) } == .series)
  }

  @Test(arguments: Backend.allCases) func positionsAreUniqueAndSpread(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let requests = try (0..<2_000).map { try request("D-\($0)") }
    let indexes = try register.reserve(requests, by: clerk, at: noon).compactMap { outcome in
      if case .reserved(let reservation) = outcome { reservation.paper.statusIndex } else { nil }
    }
    #expect(Set(indexes).count == 2_000)
    #expect(Set(indexes.map(\.list)) == [336])
    #expect(indexes.allSatisfy { (0..<StatusIndex.listSize).contains($0.position) })
    // Each sixteenth of the list expects 125 papers; the bounds are eight deviations wide.
    let shares = Dictionary(grouping: indexes) { $0.position >> 16 }.mapValues(\.count)
    #expect(shares.count == 16 && shares.values.allSatisfy { (38...212).contains($0) })
    let rising = zip(indexes, indexes.dropFirst()).count { $0.position < $1.position }
    #expect((800...1_200).contains(rising), "the order of issue must not show")
  }

  @Test(arguments: Backend.allCases) func listsFollowTheTerm(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let forEver = try register.reserved(request("A") { $0.validUntil = nil })
    let next = try register.reserved(request("B") { $0.validUntil = CalendarDate(2022, 1, 1) })
    #expect(forEver.paper.statusIndex.list == 0)
    #expect(next.paper.statusIndex.list == 352)
  }

  struct Limit: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (inout ReservationRequest) -> Void
    var testDescription: String { name }
  }

  static let tooLong: [Limit] = [
    Limit(name: "decision") { $0.decision = String(repeating: "D", count: 65) },
    Limit(name: "decision") { $0.decision = "" },
    Limit(name: "part") { $0.part = 16 },
    Limit(name: "part") { $0.part = -1 },
    Limit(name: "recordHash") { $0.recordHash.removeLast() },
    Limit(name: "record") {
      $0.record = Array(repeating: 0, count: RegisterLimits.recordBytes + 1)
    },
    Limit(name: "document") { $0.document = String(repeating: "d", count: 129) },
    Limit(name: "edition") { $0.edition = "" },
    Limit(name: "issuingBody") { $0.issuingBody = "" },
    Limit(name: "family") { $0.family = "" },
    Limit(name: "batch") { $0.batch = String(repeating: "b", count: 129) },
    Limit(name: "personKeys") { $0.personKeys = ["a", "b", "c", "d", "e"] },
    Limit(name: "personKeys") { $0.personKeys = [String(repeating: "k", count: 257)] },
  ]

  @Test(arguments: Backend.allCases, tooLong) func limits(_ backend: Backend, _ row: Limit) throws {
    let register = try backend.open(folder)
    let error = #expect(throws: RegisterError.self) {
      try register.reserve([request("FIRST"), request("D", row.change)], by: clerk, at: noon)
    }
    #expect(error?.code == .limit)
    #expect(error?.place == row.name)
    #expect(try register.paper(decision: "FIRST", part: 0) == nil, "all of a group, or nothing")
  }

  @Test(arguments: Backend.allCases) func aGroupAboveTheLimit(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let one = try request("D")
    let many = Array(repeating: one, count: RegisterLimits.groupPapers + 1)
    #expect(code { try register.reserve(many, by: clerk, at: noon) } == .limit)
    #expect(code { try register.reserve([one], by: "", at: noon) } == .limit)
  }

  /// A trial says what reserving would give, and leaves the register as it was.
  @Test(arguments: Backend.allCases) func aTrialStoresNothing(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let first = try register.reserved(request("D-1"))
    let requests = [
      try request("D-1"), try request("D-1", record: 2), try request("D-2"),
      try request("D-3") { $0.given = first.paper.number },
    ]
    let size = try register.logSize()
    for _ in 0..<2 {
      let outcomes = try register.trial(requests, by: clerk, at: noon)
      try #require(outcomes.count == 4)
      #expect(outcomes[0] == .reserved(Reservation(paper: first.paper, seal: nil, isNew: false)))
      #expect(outcomes[1] == .changed(first.paper.number))
      guard case .reserved(let second) = outcomes[2] else {
        throw Unexpected(outcome: "\(outcomes)")
      }
      #expect(second.isNew && second.paper.number.number.contains("-0000002-"))
      #expect(outcomes[3] == .refused(.numberTaken(first.paper.number)))
    }
    #expect(try register.logSize() == size)
    #expect(try register.paper(decision: "D-2", part: 0) == nil)
    #expect(try register.reserved(request("D-2")).paper.number.number.contains("-0000002-"))
  }

  @Test(arguments: Backend.allCases) func aTrialMeetsTheSameLimits(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let error = #expect(throws: RegisterError.self) {
      try register.trial([request("D-1") { $0.series = "ҚАЗ" }], by: clerk, at: noon)
    }
    #expect(error?.code == .series && error?.concernsOneItem == true)
  }
}

/// The code of the register's error, nil when there is none.
func code<Value>(_ body: () throws -> Value) -> RegisterError.Code? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? RegisterError)?.code
  }
}
