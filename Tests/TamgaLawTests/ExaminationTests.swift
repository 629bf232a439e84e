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

  @Test(arguments: [
    ("issueDate 2021-04-20, validFrom 2021-04-20", "/issueDate", "both on one day"),
    ("issueDate 2021-04-20, validFrom 2021-05-20", "/issueDate", "issued first"),
    ("issueDate 2021-04-20, validFrom 2021-04-19", "/fields/validFrom", "valid first"),
  ])
  func gapStandsAtTheEarlierDay(_ inputs: String, _ place: String, _ why: String) throws {
    let test = TestCase(
      [RuleUse("LIM-GAP-30")], .grant, "previousValidUntil 2021-03-31, " + inputs)
    let findings = try Ruleset.findings(in: test.built)
    #expect(findings.map(\.place) == [place], "\(why)")
    #expect(
      findings[0].message.en.contains("2021-05-01") && findings[0].message.kk.contains("01.05.2021")
    )
  }

  @Test func sameFindingOfRecordAndRuleIsSaidOnce() throws {
    let rules = [RuleUse("GEN-REQUIRED-FIELDS")]
    let c = TestCase(rules, .grant, "@required fullName+residenceAddress").built
    let blank = Self.finding(.error, rule: "GEN-REQUIRED-FIELDS", at: "/fields/fullName")
    let findings = try Ruleset.examine(c, recordFindings: [blank]).findings
    #expect(findings.map(\.place) == ["/fields/fullName", "/fields/residenceAddress"])
  }

  @Test(arguments: [
    ("validUntil", FactValue.date(CalendarDate(daysSinceEpoch: 18_696)), false, "the same date"),
    ("validUntil", .date(CalendarDate(daysSinceEpoch: 18_697)), true, "another date"),
    ("termMonths", .count(1), false, "the same number"), ("termMonths", .count(2), true, "another"),
    ("citizenship", .text("UZB"), false, "the same code"),
    ("citizenship", .text("IND"), true, "other"),
    ("fullName", .text("А"), false, "the Kazakh text"),
    ("fullName", .text("Б"), false, "the Russian"),
    ("fullName", .text("В"), true, "a third text"), ("sex", .text("male"), false, "no such field"),
  ])
  func fieldAndFactAgree(
    _ name: String, _ fact: FactValue, _ differ: Bool, _ why: String
  ) throws {
    let c = TestCase([], .grant, Self.term + ", citizenship UZB, fullName А|Б").built
    let both = Decision(
      id: "T-1", kind: c.kind, languages: [.kk], issuingBody: "B",
      issueDate: c.decision.issueDate, fields: c.decision.fields, facts: [name: fact],
      previous: nil, unreadable: [], canonical: [])
    let findings = try Ruleset.findings(
      in: RuleContext(
        decision: both, body: c.body, policy: c.policy, today: c.today, edition: c.edition,
        history: c.history, grounds: c.grounds))
    #expect(findings.map(\.rule) == (differ ? ["REC-CONTRADICTION"] : []), "\(why)")
    #expect(findings.allSatisfy { $0.level == .error && $0.place == "/facts/" + name })
  }
}
