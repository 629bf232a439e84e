import TamgaDomain
import Testing

@testable import TamgaLaw

/// Values that findings offer.
@Suite struct SuggestionTests {
  /// A value that is taken over ends its finding, whatever the case: else a clerk is sent in a circle.
  @Test func aSuggestionThatIsTakenEndsItsFinding() throws {
    var taken: Set<String> = []
    for row in CoverageTests.rows {
      let test = TestCase(
        [RuleUse(row.rule, parameters: row.parameters)], row.action, row.inputs)
      for finding in try Ruleset.findings(in: test.built) {
        for suggestion in finding.suggestions {
          #expect(suggestion.place == finding.place)
          var corrected = test
          let name =
            suggestion.place == "/issueDate"
            ? "issueDate" : String(suggestion.place.split(separator: "/").last ?? "")
          corrected.inputs.removeAll { $0.name == name }
          corrected.inputs.append((name, suggestion.value))
          let left = try Ruleset.findings(in: corrected.built)
            .filter { $0.rule == finding.rule && $0.message == finding.message }
          #expect(left == [], "\(row.rule): \(row.inputs), \(suggestion.place) \(suggestion.value)")
          taken.insert(row.rule)
        }
      }
    }
    #expect(
      taken.isSuperset(of: [
        "LIM-PERMIT-TERM", "LIM-TERM-AS-REQUESTED", "LIM-GAP-30", "LIM-EXT-CONTINUITY",
        "LIM-TOTAL-CAP", "GEN-SUCCESSOR-NUMBER", "QC-SAME-VALIDITY",
      ]))
  }
}
