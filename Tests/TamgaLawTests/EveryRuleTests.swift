import TamgaDomain
import Testing

@testable import TamgaLaw

/// What holds for every rule on any record, also one at the edges of the calendar.
@Suite struct EveryRuleTests {
  /// A small generator of the same numbers in every run (Knuth's MMIX constants).
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let dates = [
    "0001-01-01", "0001-12-31", "2020-02-29", "2021-01-31", "2021-02-09", "2021-02-10",
    "2022-04-26",
    "9999-11-30", "9999-12-30", "9999-12-31",
  ]
  static let counts = ["0", "1", "3", "6", "183", "2020", "9223372036854775807"]
  static let words = [
    "lost", "portal", "state-corporation", "visa", "domestic", "natural-person", "investor",
    "investor-family", "activity", "ethnic-kazakh", "name-changed", "employer-changed",
    "local-executive-body",
  ]
  static let purposes = [
    "family-reunification", "employment", "education", "inpatient-treatment", "missionary",
    "business", "trafficking-victim", "permanent-residence-applicant", "tourism",
  ]
  static let countries = ["UZB", "CHN"]
  static let moments = ["0001-01-01T00:00", "9999-12-31T23:59"]
  static let groundIds = [
    "LIM-R1", "PR-G10+PR-G15", "PR-G4+PR-G13+PR-G17", "EXIT-R1+EXIT-R6",
  ]

  /// Values for an input of each type; of some names those that rules tell apart.
  static func values(of input: any NamedInput) -> [String] {
    switch (input.name, input.fact) {
    case (Inputs.table.citizenship.name, _): return countries
    case (Inputs.table.stayPurpose.name, _): return purposes
    case (Inputs.table.passportKind.name, _): return ["ordinary", "service"]
    case (_, .word(let list)?), (_, .words(let list)?): return list
    case (_, .conclusions?):
      return ["tax:0001-01-01:EXIT-R8", ExitRuleTests.fourGiven, "police:2013-02-30"]
    case (_, .stepDates?):
      return ["1:0001-01-01+2:9999-12-31+14:0001-01-01", "4:2013-04-01+5:2013-04-12+15:x"]
    default: break
    }
    switch input {
    case is Input<CalendarDate>: return dates
    case is Input<PartialDate>: return dates + ["1990", "2005-02"]
    case is Input<Moment>: return moments
    case is Input<Int>: return counts
    case is Input<Bool>: return ["true", "false"]
    case is Input<[String]>: return groundIds
    default: return words
    }
  }

  /// Every input that rules read, as declared, and the surroundings of a record.
  static let names: [(String, [String])] =
    Inputs.all.map { ($0.name, values(of: $0)) }
    + ["issueDate", "@accepted", "@today"].map { ($0, dates) }
    + ["@familyTerm", "@domesticLimit", "@backdating", "@backdatingIs"].map { ($0, counts) }
    + [
      ("certificateNumber", words),
      ("@person", ["0001-01-01..9999-12-31", "2021-02-10..2021-05-10 status:1", "none kind:kind"]),
      ("@paper", ["0001-01-01..9999-12-31", "2021-02-10..2021-05-10 kind:kind"]),
      ("@body", ["police", "local-executive-body", "unknown"]),
      ("@edition", ["none", "2021-01-30", "2021-01-30+2022-04-25"]),
    ]

  /// Any record: about two thirds of the names, each with a value of its own type.
  static func record(_ numbers: inout Numbers) -> String {
    names.compactMap { name, values in
      Int.random(in: 0..<3, using: &numbers) > 0
        // safe: every list above has values
        ? "\(name) \(values.randomElement(using: &numbers)!)" : nil
    }.joined(separator: ", ")
  }

  /// Records judged; enough that most rules speak.
  static let rounds = 240
  /// Rules; fewer would mean that the records are refused before the law is asked.
  static let ruleCountThatSpeaks = 90

  @Test func rulesAnswerForAnyRecord() throws {
    var numbers = Numbers(state: 76)
    var spoke: Set<String> = []
    let uses = CoverageTests.ids.map { RuleUse($0) }
    for round in 0..<Self.rounds {
      let action = DecisionAction.allCases[round % DecisionAction.allCases.count]
      let c = TestCase(uses, action, Self.record(&numbers), facts: .given).built
      let findings = try Ruleset.findings(in: c)
      #expect(try findings == Ruleset.findings(in: c), "a rule reads nothing but its case")
      for finding in findings where !finding.notChecked {
        let type = try #require(Ruleset.rule(finding.rule))
        #expect(finding.level.weight <= type.level.weight && finding.citation == type.citation)
        spoke.insert(finding.rule)
      }
      guard [.refuse, .decline, .inform, .apply].contains(action) else { continue }
      let bound = findings.map(\.rule).filter { $0.hasPrefix("TRP-") }
      #expect(Self.countsAlways.isSuperset(of: bound), "conditions bind only what gives")
    }
    // A record at random seldom meets the conditions of one branch; most rules must speak.
    #expect(spoke.count > Self.ruleCountThatSpeaks, "\(spoke.count)")
  }

  /// Deadlines and what is said for the record hold for every decision.
  static let countsAlways: Set<String> = [
    "TRP-DECISION-1WD", "TRP-FREE", "TRP-ADDRESS-3WD", "TRP-VICTIM-NO-EXPULSION",
  ]
}
