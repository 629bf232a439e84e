public import TamgaDomain
import TamgaFormats

/// What a run tells of one record: in its counts, its report and its table of findings.
public struct ReportedResult: Sendable {
  public let line: Int
  /// The input's name, where there are several.
  public let source: String?
  public let id: String?
  public let outcome: DecisionResult.Outcome
  /// The kind's id.
  public let document: String?
  public let pages: Int
  /// The paper's file, from the folder of the batch.
  public let file: String?
  public private(set) var findings: [Finding]

  /// The same result with other findings.
  func with(_ findings: [Finding]) -> ReportedResult {
    var result = self
    result.findings = findings
    return result
  }

  init(_ result: DecisionResult) {
    line = result.line
    source = result.source
    id = result.id
    outcome = result.outcome
    document = result.document
    pages = result.paper?.pages ?? 0
    file = result.paper?.file
    findings = result.findings
  }

  /// A line of `results.jsonl` as it is stored; nil for what is none.
  init?(_ line: JSONValue) {
    guard let outcome = line["outcome"]?.text.flatMap(DecisionResult.Outcome.init(rawValue:))
    else { return nil }
    self.line = line["line"]?.count ?? 0
    source = line["source"]?.text
    id = line["id"]?.text
    self.outcome = outcome
    document = line["document"]?.text
    pages = line["pages"]?.count ?? 0
    file = line["file"]?.text
    guard case .array(let list)? = line["findings"] else {
      findings = []
      return
    }
    findings = list.compactMap(Finding.init)
  }

  /// True when a person must look at the record: it was refused, or issued with a warning.
  var isNotable: Bool { outcome == .rejected || hasWarning }
  /// It was rejected, and its decision has a paper from a corrected record since.
  var isSettled: Bool { outcome == .rejected && findings.areSettled }
  var hasWarning: Bool { findings.contains { $0.level == .warning && !$0.notChecked } }
}

extension JSONValue {
  fileprivate var count: Int? {
    if case .integer(let number) = self { Int(exactly: number) } else { nil }
  }
}
