import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaSample
import Testing

/// Without flaws, every decision passes the rules of its kind, whatever the office says of absent
/// facts, and all of them together.
@Suite struct LawfulTests {
  /// Rules that may ask a person to look at a synthetic decision.
  static let warnings: Set<String> = [
    // Some foreigners have no IIN yet.
    "TRP-IIN",
    // The term of the Law and the signer of electronic documents are settings of the office.
    "TRP-FAMILY", "QC-EDS",
  ]

  struct Row: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let facts: OfficePolicy.Facts
    var testDescription: String { "seed \(seed), facts: \(facts.rawValue)" }
  }

  static let rows = [UInt64(0), 1, .max].flatMap { seed in
    [OfficePolicy.Facts.strict, .given].map { Row(seed: seed, facts: $0) }
  }

  @Test(arguments: rows) func everyDecisionIsLawful(_ row: Row) throws {
    var office = try TrialOffice(row.facts)
    var found: [String: Int] = [:]
    for line in try SampleMaker(seed: row.seed).prefix(600) {
      for finding in try office.findings(line) where finding.level != .information {
        let isAllowed = finding.level == .warning && Self.warnings.contains(finding.rule)
        if !isAllowed {
          found["\(finding.rule) \(finding.place) \(finding.message.en)", default: 0] += 1
        }
      }
    }
    #expect(found == [:])
  }

  @Test(arguments: OfficePolicy.Facts.allForTests)
  func everyRuleIsAnswered(_ facts: OfficePolicy.Facts) throws {
    var office = try TrialOffice(facts)
    for line in try SampleMaker(seed: 5).prefix(600) {
      let unanswered = try office.findings(line).filter(\.notChecked)
      #expect(unanswered.map(\.rule) == [], "every fact that a rule asks for is there")
    }
  }

  @Test(arguments: SampleMaker.kinds) func eachKindAloneIsLawful(_ kind: String) throws {
    var office = try TrialOffice(.strict)
    let lines = try SampleMaker(seed: 11, kinds: [kind]).prefix(100)
    for line in lines {
      let value = try JSONReader.strictValue(of: line)
      #expect(value["document"]?.text == kind)
      #expect(try office.findings(line).filter { $0.level == .error }.map(\.rule) == [])
    }
  }
}

extension OfficePolicy.Facts {
  static let allForTests: [OfficePolicy.Facts] = [.strict, .given]
}
