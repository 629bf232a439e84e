import TamgaDomain
import Testing

@testable import TamgaLaw

/// One row of a table: what a rule says of a case.
struct RuleRow: Sendable, CustomTestStringConvertible {
  let rule: String
  let action: DecisionAction
  let inputs: String
  let levels: [Level]
  let why: String
  let parameters: [String: RuleParameter]

  init(
    _ rule: String, _ action: DecisionAction, _ inputs: String, _ levels: [Level], _ why: String,
    parameters: [String: RuleParameter] = [:]
  ) {
    self.rule = rule
    self.action = action
    self.inputs = inputs
    self.levels = levels
    self.why = why
    self.parameters = parameters
  }

  var testDescription: String { "\(rule): \(why)" }

  /// Judges the row and checks what holds for every finding of every rule.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let test = TestCase([RuleUse(rule, parameters: parameters)], action, inputs)
    let findings = try Ruleset.findings(in: test.built)
    #expect(findings.map(\.level) == levels, sourceLocation: sourceLocation)
    let type = try #require(Ruleset.rule(rule), sourceLocation: sourceLocation)
    for finding in findings {
      #expect(finding.rule == rule && finding.citation == type.citation)
      #expect(finding.level.weight <= type.level.weight, "level declares the strongest")
      #expect(finding.place.isEmpty || finding.place.hasPrefix("/"))
      for tongue in MessageLanguage.allCases {
        let text = finding.message[tongue]
        #expect(text.count > 8 && !text.hasSuffix(".") && !text.contains("Optional"))
        for name in ["latinFullName", "fullName", "iin", "birthDate", "refusalDetail"] {
          guard let secret = test.inputs.first(where: { $0.name == name })?.value else { continue }
          let printed = CalendarDate(iso: secret)?.printed ?? secret
          #expect(
            secret == " " || !text.contains(secret) && !text.contains(printed), "personal data")
        }
      }
      #expect(finding.message.kk.contains { ("а"..."я").contains($0) })
      #expect(finding.message.kk != finding.message.ru)
    }
  }
}

extension Level {
  /// Errors weigh most.
  var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .information: 0
    }
  }
}
