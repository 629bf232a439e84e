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
  public let findings: [Finding]

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

extension Finding {
  /// A member of `findings` as it is stored.
  fileprivate init?(_ json: JSONValue) {
    guard let rule = json["rule"]?.text, let message = json["message"],
      let level = json["level"]?.text.flatMap(Level.init(rawValue:)),
      let kk = message["kk"]?.text, let ru = message["ru"]?.text, let en = message["en"]?.text
    else { return nil }
    var citation: Citation?
    if let act = json["citation"]?["act"]?.text, let place = json["citation"]?["place"]?.text {
      citation = Citation(act, place)
    }
    self.init(
      rule, level, at: json["place"]?.text ?? "", Message(kk: kk, ru: ru, en: en),
      citation: citation, notChecked: json["notChecked"] == .flag(true),
      suggestions: Self.suggestions(json))
  }

  private static func suggestions(_ json: JSONValue) -> [Suggestion] {
    guard case .array(let list)? = json["suggestions"] else { return [] }
    return list.compactMap { item in
      guard let place = item["place"]?.text, let value = item["value"]?.text,
        let words = item["words"], let kk = words["kk"]?.text, let ru = words["ru"]?.text,
        let en = words["en"]?.text
      else { return nil }
      return Suggestion(at: place, value, Message(kk: kk, ru: ru, en: en))
    }
  }
}
