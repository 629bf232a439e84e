import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaLaw

/// Structured facts are read strictly: what cannot be read is an error at its own place.
@Suite struct StructureTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let value: JSONValue
    /// Below the fact; empty for the fact itself.
    let places: [String]
    let why: String
    init(_ value: JSONValue, _ places: [String], _ why: String) {
      self.value = value
      self.places = places
      self.why = why
    }
    var testDescription: String { why }
  }

  private static func entry(_ members: (String, JSONValue)...) -> JSONValue {
    .object(members.map { .init($0.0, $0.1) })
  }

  private static let tax: JSONValue = entry(
    ("agency", .text("tax")), ("date", .text("2013-04-10")))

  private static func grounds(_ value: JSONValue) -> JSONValue {
    .array([
      entry(("agency", .text("tax")), ("date", .text("2013-04-10")), ("groundIds", value))
    ])
  }

  static let conclusions: [Row] = [
    Row(.array([tax]), [], "grounds may be absent"),
    Row(grounds(.null), [], "grounds may be null"),
    Row(grounds(.array([.text("EXIT-R8"), .text("EXIT-R1")])), [], "two grounds"),
    Row(
      .array([
        entry(
          ("agency", .text("tax")), ("date", .text("2013-04-10")), ("number", .integer(7)))
      ]), [], "further members are left alone"),
    Row(.array(Array(repeating: tax, count: AgencyConclusion.most)), [], "as many as allowed"),
    Row(.array(Array(repeating: tax, count: AgencyConclusion.most + 1)), [""], "one above"),
    Row(tax, [""], "one conclusion without a list"),
    Row(.text("tax"), [""], "a text"),
    Row(.null, [""], "nothing"),
    Row(.array([tax, .text("tax")]), ["/1"], "an item that is no object"),
    Row(.array([.array([tax])]), ["/0"], "a list in the list"),
    Row(.array([entry()]), ["/0/agency", "/0/date"], "an empty object"),
    Row(
      .array([entry(("agency", .text("police")), ("date", .text("2013-04-10")))]), ["/0/agency"],
      "no such agency"),
    Row(
      .array([entry(("agency", .text("Tax")), ("date", .text("2013-04-10")))]), ["/0/agency"],
      "a capital letter"),
    Row(
      .array([entry(("agency", .integer(8)), ("date", .text("2013-04-10")))]), ["/0/agency"],
      "a number for the agency"),
    Row(
      .array([entry(("agency", .text("tax")), ("date", .text("2013-02-30")))]), ["/0/date"],
      "no such day"),
    Row(
      .array([entry(("agency", .text("tax")), ("date", .integer(20_130_410)))]), ["/0/date"],
      "a number for the date"),
    Row(grounds(.text("EXIT-R8")), ["/0/groundIds"], "a ground without a list"),
    Row(grounds(.array([.text("EXIT-R9")])), ["/0/groundIds"], "no such ground"),
    Row(grounds(.array([.text("LIM-R1")])), ["/0/groundIds"], "a ground of another service"),
    Row(grounds(.array([.integer(8)])), ["/0/groundIds"], "a number for a ground"),
    Row(
      grounds(.array([.text("EXIT-R8"), .text("EXIT-R8")])), ["/0/groundIds"], "one ground twice"),
    Row(grounds(.array([.null])), ["/0/groundIds"], "a ground that is nothing"),
    Row(
      .array([.text("a"), entry(("agency", .text("tax"))), .null]), ["/0", "/1/date", "/2"],
      "every flaw is named"),
  ]

  @Test(arguments: conclusions, ["EXIT-SEQUENCE", "EXIT-GROUND-CHECKER"])
  func conclusionsAreReadStrictly(_ row: Row, _ rule: String) throws {
    let isSequence = rule == "EXIT-SEQUENCE"
    let test = TestCase([RuleUse(rule)], isSequence ? .grant : .refuse, "groundIds EXIT-R8")
    let findings = try findings("conclusions", row.value, test)
    guard !row.places.isEmpty else {
      #expect(findings.allSatisfy { !$0.message.en.contains("cannot be read") })
      return
    }
    #expect(findings.map(\.place) == row.places.map { "/facts/conclusions" + $0 })
    #expect(findings.allSatisfy { $0.level == .error && $0.message.en.contains("expected") })
  }

  static let steps: [Row] = [
    Row(entry(("1", .text("2013-04-01")), ("14", .text("2013-04-20"))), [], "first and last"),
    Row(entry(), [], "no step yet"),
    Row(entry(("2", .null)), [], "a step not done yet"),
    Row(entry(("x-note", .flag(true))), [], "a key of the exporting system"),
    Row(.array([.text("2013-04-01")]), [""], "a list"),
    Row(.null, [""], "nothing"),
    Row(entry(("0", .text("2013-04-01"))), ["/0"], "step 0"),
    Row(entry(("15", .text("2013-04-01"))), ["/15"], "one above the last"),
    Row(entry(("01", .text("2013-04-01"))), ["/01"], "a leading zero"),
    Row(entry(("+1", .text("2013-04-01"))), ["/+1"], "a sign"),
    Row(entry(("five", .text("2013-04-01"))), ["/five"], "a word"),
    Row(entry(("99999999999999999999", .null)), ["/99999999999999999999"], "no machine number"),
    Row(entry(("1", .text("01.04.2013"))), ["/1"], "a printed date"),
    Row(entry(("1", .integer(1))), ["/1"], "a number"),
    Row(
      entry(("a/b", .null), ("2", .flag(true)), ("3", .text("2013-04-31"))),
      ["/a~1b", "/2", "/3"], "every flaw is named"),
  ]

  @Test(arguments: steps) func stepDatesAreReadStrictly(_ row: Row) throws {
    let test = TestCase([RuleUse("EXIT-STEP-TIMES")], .grant, "")
    let findings = try findings("stepDates", row.value, test)
    #expect(findings.map(\.place) == row.places.map { "/facts/stepDates" + $0 })
    #expect(findings.allSatisfy { $0.level == .error && $0.message.en.contains("expected") })
  }

  /// What the rules say of the case with the fact as it stands.
  private func findings(
    _ name: String, _ value: JSONValue, _ test: TestCase
  ) throws -> [Finding] {
    let c = test.built
    let decision = Decision(
      id: c.decision.id, kind: c.kind, languages: c.decision.languages,
      issuingBody: c.decision.issuingBody, issueDate: c.decision.issueDate,
      fields: c.decision.fields, facts: [name: .value(value)], previous: nil, unreadable: [],
      canonical: [])
    return try Ruleset.findings(
      in: RuleContext(
        decision: decision, body: c.body, policy: c.policy, today: c.today, edition: c.edition,
        history: c.history, grounds: c.grounds))
  }

  @Test func factOfAnotherTypeIsAbsent() throws {
    let test = TestCase([RuleUse("EXIT-STEP-TIMES")], .grant, "decisionDate 2013-04-01")
    #expect(try Ruleset.findings(in: test.built).map(\.place) == ["/facts/stepDates"])
  }
}
