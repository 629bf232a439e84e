import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct ExaminationTests {
  static let term = "termMonths 1, validFrom 2021-02-10, validUntil 2021-03-10"
  static let rules = ["GEN-EDITION", "LIM-PERMIT-TERM", "LIM-FREE"].map { RuleUse($0) }

  static func finding(_ level: Level, rule: String = "REC-TEST", at place: String = "") -> Finding {
    Finding(rule, level, at: place, Message(kk: "а", ru: "б", en: "c"))
  }

  @Test func lawfulCaseBecomesAnExaminedDecision() throws {
    let c = TestCase(Self.rules, .grant, Self.term).built
    guard case .lawful(let examined) = try Ruleset.examine(c, recordFindings: []) else {
      Issue.record("refused")
      return
    }
    #expect(examined.id == "T-1" && examined.decision == c.decision)
    #expect(examined.findings.map(\.rule) == ["LIM-FREE"])
  }

  @Test(arguments: [
    ("termMonths 4, validFrom 2021-02-10, validUntil 2021-06-10", "a rule gives an error"),
    (term + ", @edition none", "no edition"), (term + ", @body unknown", "no body"),
    (term + ", issueDate none", "no issue date"),
  ])
  func refuses(_ inputs: String, _ why: String) throws {
    let c = TestCase(Self.rules, .grant, inputs).built
    guard case .refused = try Ruleset.examine(c, recordFindings: []) else {
      Issue.record("lawful, though \(why)")
      return
    }
  }

  @Test(arguments: [(Level.error, false), (.warning, true), (.information, true)])
  func findingsOfTheRecordCount(_ level: Level, _ isLawful: Bool) throws {
    let c = TestCase(Self.rules, .grant, Self.term).built
    let examination = try Ruleset.examine(c, recordFindings: [Self.finding(level)])
    if case .lawful = examination { #expect(isLawful) } else { #expect(!isLawful) }
    #expect(examination.findings.map(\.rule) == ["REC-TEST", "LIM-FREE"])
  }

  @Test func sameFindingOfRecordAndRuleIsSaidOnce() throws {
    let rules = [RuleUse("GEN-REQUIRED-FIELDS")]
    let c = TestCase(rules, .grant, "@required fullName+residenceAddress").built
    let blank = Self.finding(.error, rule: "GEN-REQUIRED-FIELDS", at: "/fields/fullName")
    let findings = try Ruleset.examine(c, recordFindings: [blank]).findings
    #expect(findings.map(\.place) == ["/fields/fullName", "/fields/residenceAddress"])
  }

  @Test func fieldAndFactThatDifferAreAnError() throws {
    let c = TestCase([], .grant, Self.term).built
    let other = Decision(
      id: "T-1", kind: c.kind, languages: [.kk], issuingBody: "B",
      issueDate: c.decision.issueDate, fields: c.decision.fields,
      facts: ["validUntil": .date(CalendarDate(daysSinceEpoch: 0))], previous: nil, unreadable: [],
      canonical: [])
    let contradictory = Case(
      decision: other, body: c.body, policy: c.policy, today: c.today, edition: c.edition,
      history: c.history, grounds: c.grounds)
    let findings = try Ruleset.findings(in: contradictory)
    #expect(findings.map(\.rule) == ["REC-CONTRADICTION"] && findings[0].level == .error)
  }
}
