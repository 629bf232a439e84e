import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct AbsentInputTests {
  @Test(arguments: AbsenceRow.all) func isAnErrorInAStrictOffice(_ row: AbsenceRow) throws {
    let full = TestCase([RuleUse(row.rule)], row.action, row.inputs)
    #expect(try Ruleset.findings(in: full.built).allSatisfy { $0.level == .information })
    for name in row.needed {
      let findings = try Ruleset.findings(in: full.without(name).built)
      #expect(findings.map(\.level) == [.error] && findings.map(\.rule) == [row.rule], "\(name)")
      #expect(findings.allSatisfy { !$0.notChecked && $0.place.hasSuffix("/" + name) }, "\(name)")
    }
  }

  @Test(arguments: AbsenceRow.all) func isNotCheckedWhereTheOfficeTakesWhatIsGiven(
    _ row: AbsenceRow
  ) throws {
    let full = TestCase([RuleUse(row.rule)], row.action, row.inputs, facts: .given)
    for name in row.needed {
      let findings = try Ruleset.findings(in: full.without(name).built)
      #expect(
        findings.map(\.level) == [.information] && findings.allSatisfy(\.notChecked), "\(name)")
    }
  }

  @Test(arguments: AbsenceRow.all) func isSilentWhenTheInputCouldNotBeRead(_ row: AbsenceRow) throws
  {
    // A term that is no number is none of the listed ones: the rule says so itself.
    for name in row.needed where name != Inputs.table.termMonths.name {
      var unreadable = TestCase([RuleUse(row.rule)], row.action, row.inputs).without(name)
      unreadable.inputs.append(("@unreadable", name))
      #expect(try Ruleset.findings(in: unreadable.built).isEmpty, "\(name)")
    }
  }

  @Test func blankFieldOfTheFormIsSaidOnce() throws {
    let rules = ["GEN-REQUIRED-FIELDS", "QC-FIRST-TERM"].map { RuleUse($0) }
    let test = TestCase(rules, .grant, "@required validUntil, validFrom 2026-02-01")
    let findings = try Ruleset.findings(in: test.built)
    #expect(findings.map(\.rule) == ["GEN-REQUIRED-FIELDS", "QC-FIRST-TERM"])
    #expect(findings.map(\.level) == [.error, .information])
  }

  @Test func missingGroundIsSaidByTheRuleOnGrounds() throws {
    let rules = ["GEN-REQUIRED-FIELDS", "GEN-REFUSAL-GROUND"].map { RuleUse($0) }
    let test = TestCase(rules, .refuse, "@required groundIds+fullName")
    let findings = try Ruleset.findings(in: test.built)
    #expect(findings.map(\.rule) == ["GEN-REQUIRED-FIELDS", "GEN-REFUSAL-GROUND"])
    #expect(findings.map(\.place) == ["/fields/fullName", "/fields/groundIds"])
  }

  @Test(arguments: [
    ("LIM-VISA-FREE", "citizenship UZB", OfficeSetting.visaFreeThreeMonths),
    ("TRP-DOMESTIC-COUNT", "domesticWorkersOfEmployer 1", .domesticWorkersLimit),
  ])
  func settingIsMissed(_ rule: String, _ inputs: String, _ setting: OfficeSetting) throws {
    let strict = try Ruleset.findings(in: TestCase([RuleUse(rule)], .grant, inputs).built)
    #expect(strict.map(\.level) == [.error] && strict[0].message.en.contains(setting.rawValue))
    #expect(!strict[0].message.ru.contains(setting.rawValue), "words for people")
    #expect(strict[0].place.isEmpty, "not in the record")
    let given = TestCase([RuleUse(rule)], .grant, inputs, facts: .given)
    #expect(try Ruleset.findings(in: given.built).map(\.notChecked) == [true])
  }

  @Test func warningOutlivesAnAbsentInput() throws {
    let given = TestCase([RuleUse("LIM-CHECKS")], .grant, "hasConviction true", facts: .given)
    #expect(try Ruleset.findings(in: given.built).map(\.level) == [.warning])
    let strict = TestCase([RuleUse("LIM-CHECKS")], .grant, "hasConviction true")
    let findings = try Ruleset.findings(in: strict.built)
    #expect(findings.map(\.level) == [.error] && findings[0].place == "/facts/isWanted")
  }
}
