public import TamgaDomain
import TamgaFormats
internal import TamgaVersion

/// The counts of a run, as `summary.json` and the report show them.
public struct BatchSummary: Sendable {
  public var batch: String
  public var outcomes: [DecisionResult.Outcome: Int] = [:]
  public var byDocument: [String: Int] = [:]
  /// Records in which a rule gave a finding of a level, by rule.
  public var rules: [String: [Level: Int]] = [:]
  /// Records in which a rule was not checked for want of a fact: a lost export column shows here.
  public var notChecked: [String: Int] = [:]
  public var pages = 0
  public var seconds = 0.0

  init(batch: String) { self.batch = batch }

  public var records: Int { outcomes.values.reduce(0, +) }
  public func count(_ outcome: DecisionResult.Outcome) -> Int { outcomes[outcome] ?? 0 }

  mutating func add(_ result: DecisionResult) {
    add(
      result.outcome, result.document, pages: result.paper?.pages ?? 0,
      result.findings.map {
        CountedFinding(rule: $0.rule, level: $0.level, notChecked: $0.notChecked)
      })
  }

  /// What is counted of a finding.
  struct CountedFinding {
    let rule: String
    let level: Level
    let notChecked: Bool
  }

  mutating func add(
    _ outcome: DecisionResult.Outcome, _ document: String?, pages: Int, _ findings: [CountedFinding]
  ) {
    outcomes[outcome, default: 0] += 1
    if outcome == .issued {
      if let document { byDocument[document, default: 0] += 1 }
      self.pages += pages
    }
    var seen: Set<String> = []
    for finding in findings {
      let key = finding.rule + (finding.notChecked ? "?" : finding.level.rawValue)
      guard seen.insert(key).inserted else { continue }
      if finding.notChecked {
        notChecked[finding.rule, default: 0] += 1
      } else {
        rules[finding.rule, default: [:]][finding.level, default: 0] += 1
      }
    }
  }

  /// `0` all issued, `2` some rejected, `1` some failed (contract `commands.md`).
  public var exitCode: Int32 {
    if count(.failed) > 0 { return 1 }
    return count(.rejected) > 0 ? 2 : 0
  }

  /// The object of `summary.json`.
  var json: JSONValue {
    func counts(_ values: [String: Int]) -> JSONValue {
      .object(values.sorted { $0.key < $1.key }.map { .init($0.key, .integer(Int64($0.value))) })
    }
    let rules = rules.sorted { $0.key < $1.key }.map { rule, levels in
      JSONValue.Member(
        rule, counts(Dictionary(uniqueKeysWithValues: levels.map { ($0.key.rawValue, $0.value) })))
    }
    return .object([
      .init("batch", .text(batch)), .init("version", .text(Version.current)),
      .init("records", .integer(Int64(records))),
      .init(
        "outcomes",
        counts(Dictionary(uniqueKeysWithValues: outcomes.map { ($0.key.rawValue, $0.value) }))),
      .init("issuedByDocument", counts(byDocument)), .init("pages", .integer(Int64(pages))),
      .init("rules", .object(rules)), .init("notChecked", counts(notChecked)),
      .init("seconds", .real((seconds * 1000).rounded() / 1000)),
    ])
  }
}
