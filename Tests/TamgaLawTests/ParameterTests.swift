import TamgaDomain
import Testing

@testable import TamgaLaw

/// Gives a rule type its parameters, as the ruleset does.
private func read(
  _ parameters: [String: RuleParameter], by type: any Rule.Type
) throws(InvalidParameter) {
  _ = try type.init(parameters: parameters)
}

@Suite struct ParameterTests {
  @Test(arguments: CoverageTests.ids) func unknownParameterIsRefused(_ id: String) throws {
    let type = try #require(Ruleset.rule(id))
    #expect(throws: InvalidParameter(id, "colour")) {
      try read(["colour": .count(1)], by: type)
    }
  }

  @Test(arguments: CoverageTests.ids) func rulesWorkWithoutParameters(_ id: String) throws {
    let type = try #require(Ruleset.rule(id))
    try read([:], by: type)
  }

  @Test(arguments: limits.map { $0.id }) func limitsAreBounded(_ id: String) throws {
    let type = try #require(Self.limits.first { $0.id == id })
    let name = type.measure.name
    #expect((1...Measure.greatest).contains(type.measure.standard))
    for count in [1, type.measure.standard, Measure.greatest] {
      try read([name: .count(count)], by: type)
    }
    for wrong: RuleParameter in [
      .count(0), .count(-1), .count(Measure.greatest + 1), .counts([1]), .text("1"), .texts(["1"]),
    ] {
      #expect(throws: InvalidParameter(id, name)) { try read([name: wrong], by: type) }
    }
  }

  static let limits = Ruleset.all.compactMap { $0 as? any LimitRule.Type }

  @Test func thereAreLimits() { #expect(Self.limits.count > 30) }

  struct Row: Sendable, CustomTestStringConvertible {
    let rule: String
    let parameters: [String: RuleParameter]
    let isAllowed: Bool
    let why: String
    var testDescription: String { "\(rule): \(why)" }
  }

  static let rows: [Row] = [
    Row(
      rule: "LIM-PERMIT-TERM", parameters: ["months": .counts([6])], isAllowed: true, why: "list"),
    Row(
      rule: "LIM-PERMIT-TERM", parameters: ["months": .counts([])], isAllowed: false,
      why: "empty list"),
    Row(
      rule: "LIM-PERMIT-TERM", parameters: ["months": .counts([1, 0])], isAllowed: false,
      why: "no month"),
    Row(
      rule: "LIM-EXT-TERM", parameters: ["months": .counts([Measure.greatest + 1])],
      isAllowed: false, why: "one above the limit"),
    Row(rule: "LIM-EXT-TERM", parameters: ["months": .count(3)], isAllowed: false, why: "no list"),
    Row(
      rule: "LIM-ISSUER", parameters: ["localExecutiveBodyFrom": .text("2022-02-30")],
      isAllowed: false, why: "no such day"),
    Row(
      rule: "LIM-ISSUER", parameters: ["localExecutiveBodyFrom": .count(2022)], isAllowed: false,
      why: "no text"),
    Row(
      rule: "TRP-TRAFFICKING", parameters: ["months": .count(6), "extensionMonths": .count(3)],
      isAllowed: true, why: "both"),
    Row(
      rule: "TRP-TRAFFICKING", parameters: ["extensionMonths": .count(0)], isAllowed: false,
      why: "no month"),
    Row(
      rule: "EXIT-EDITION",
      parameters: ["from": .text("2013-01-09"), "until": .text("2014-04-01")],
      isAllowed: true, why: "both"),
    Row(
      rule: "EXIT-EDITION", parameters: ["until": .text("2014-02-30")], isAllowed: false,
      why: "no such day"),
    Row(
      rule: "EXIT-EDITION", parameters: ["from": .text("2014-03-14")], isAllowed: false,
      why: "it ends before it begins"),
    Row(
      rule: "EXIT-EDITION", parameters: ["from": .count(2013)], isAllowed: false, why: "no text"),
  ]

  @Test(arguments: rows) func parametersAreRead(_ row: Row) throws {
    let type = try #require(Ruleset.rule(row.rule))
    if row.isAllowed {
      try read(row.parameters, by: type)
    } else {
      #expect(throws: InvalidParameter.self) { try read(row.parameters, by: type) }
    }
  }

  @Test func unknownRuleIsAFaultOfTheManifest() {
    let test = TestCase([RuleUse("LIM-NOTHING")], .grant, "")
    #expect(throws: InvalidParameter("LIM-NOTHING", "")) {
      _ = try Ruleset.findings(in: test.built)
    }
  }
}
