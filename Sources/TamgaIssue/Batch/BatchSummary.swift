public import TamgaDomain
import TamgaFormats
import TamgaSeal
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
  /// Records that were issued with a warning.
  public var warned = 0
  /// Rejected records whose decisions have papers from corrected records since.
  public private(set) var settled = 0
  /// Seconds since 1970: begin and end of this run.
  public var started: Int64 = 0
  public var ended: Int64 = 0
  public var inputs: [BatchInput] = []
  /// What people are shown of the records that were refused, and of those issued with a warning: the
  /// first ones, in the order of the input.
  public private(set) var refusals = NotableRecords()
  public private(set) var warnings = NotableRecords()
  /// The same of those that could not be finished.
  public private(set) var failures = NotableRecords()
  /// The paper's file, where the batch is one record.
  public private(set) var onlyFile: String?
  /// The id of the office.
  public let office: String
  /// The fingerprint of the office's root key: two offices may have one id.
  let root: String
  /// Of the office: the zone of the two moments.
  let zone: OfficeZone

  init(batch: String, office: String, root: String, zone: OfficeZone) {
    self.batch = batch
    self.office = office
    self.root = root
    self.zone = zone
  }

  public var records: Int { outcomes.values.reduce(0, +) }
  public func count(_ outcome: DecisionResult.Outcome) -> Int { outcomes[outcome] ?? 0 }

  mutating func add(_ result: ReportedResult) {
    outcomes[result.outcome, default: 0] += 1
    if result.outcome == .failed { failures.add(result) }
    onlyFile = records == 1 ? result.file : nil
    if result.outcome == .issued {
      if let document = result.document { byDocument[document, default: 0] += 1 }
      pages += result.pages
    }
    if result.outcome == .rejected {
      refusals.add(result)
      if result.isSettled { settled += 1 }
    } else if result.hasWarning {
      warned += 1
      warnings.add(result)
    }
    var seen: Set<String> = []
    for finding in result.findings {
      let key = finding.rule + (finding.notChecked ? "?" : finding.level.rawValue)
      guard seen.insert(key).inserted else { continue }
      if finding.notChecked {
        notChecked[finding.rule, default: 0] += 1
      } else {
        rules[finding.rule, default: [:]][finding.level, default: 0] += 1
      }
    }
  }

  /// The build that ran.
  public var version: String { Version.current }

  /// The counts as a sentence.
  public var sentence: Message {
    let (issued, known) = (count(.issued), count(.alreadyIssued))
    let (rejected, failed) = (count(.rejected), count(.failed))
    let more =
      warned > 0
      ? Message(
        kk: ", ескертумен \(warned)", ru: ", с предупреждением \(warned)",
        en: ", with warnings \(warned)") : Message(kk: "", ru: "", en: "")
    let since =
      settled > 0
      ? Message(
        kk: " (түзетілгеннен кейін шығарылғаны \(settled))",
        ru: " (из них после исправления выдано \(settled))",
        en: " (issued since, once corrected: \(settled))") : Message(kk: "", ru: "", en: "")
    return Message(
      kk: "шығарылды \(issued), бұрын шығарылған \(known), қабылданбады \(rejected)\(since.kk), "
        + "аяқталмады \(failed)" + more.kk,
      ru: "выдано \(issued), уже было выдано \(known), отклонено \(rejected)\(since.ru), "
        + "не завершено \(failed)" + more.ru,
      en:
        "issued \(issued), already issued \(known), rejected \(rejected)\(since.en), failed \(failed)"
        + more.en)
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
      .init("office", .text(office)), .init("root", .text(root)),
      .init("started", .text(zone.stamp(started))),
      .init("ended", .text(zone.stamp(ended))),
      .init("inputs", .array(inputs.map(\.json))),
      .init("records", .integer(Int64(records))),
      .init("withWarnings", .integer(Int64(warned))),
      .init(
        "outcomes",
        counts(Dictionary(uniqueKeysWithValues: outcomes.map { ($0.key.rawValue, $0.value) }))),
      .init("issuedSince", .integer(Int64(settled))),
      .init("issuedByDocument", counts(byDocument)), .init("pages", .integer(Int64(pages))),
      .init("rules", .object(rules)), .init("notChecked", counts(notChecked)),
      .init("seconds", .real((seconds * 1000).rounded() / 1000)),
    ])
  }
}

extension BatchInput {
  fileprivate var json: JSONValue {
    .object([
      .init("name", .text(name)), .init("bytes", .integer(bytes)),
      .init("sha256", .text(Hex.text(sha256))),
    ])
  }
}
