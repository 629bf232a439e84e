import TamgaDomain
import TamgaIssue
import TamgaTemplates

/// The records of a run that a person must look at, on the terminal: refused ones first.
enum NotableLines {
  private static let most = 20

  /// Said where an export was empty: the run is in order, the export perhaps not.
  static let nothing = Message(
    kk: "кірісте бірде-бір жазба жоқ", ru: "во входных данных нет ни одной записи",
    en: "there is no record in the input")

  /// Records with the same reasons: a night of one fault must not hide the others.
  private static let mostAlike = 3

  static func say(_ summary: BatchSummary, _ library: TemplateLibrary) {
    // Reasons may name a person: a log does not.
    guard Terminal.log == nil else { return }
    _ = say(
      summary.failures, most, library,
      Message(kk: "аяқталмады", ru: "не завершено", en: "not finished"))
    let refused = say(
      summary.refusals, most, library,
      Message(kk: "қабылданбады", ru: "отклонено", en: "rejected"))
    let warned = say(
      summary.warnings, most - refused, library,
      Message(
        kk: "ескертумен шығарылды", ru: "выдано с предупреждением", en: "issued with a warning"))
    saySettled(summary)
    let rest =
      summary.refusals.count - summary.settled + summary.warnings.count - refused - warned
    guard rest > 0 else { return }
    Terminal.say(
      "tamga: "
        + Message(
          kk: "тағы \(rest) жазба report.html және findings.csv ішінде",
          ru: "ещё записей: \(rest), они в report.html и findings.csv",
          en: "\(rest) more are in report.html and findings.csv")[Terminal.language])
  }

  /// Which rejected records need nothing any more, since `rejected.jsonl` has them still.
  private static func saySettled(_ summary: BatchSummary) {
    guard summary.settled > 0 else { return }
    let language = Terminal.language
    let named = summary.refusals.rows.filter(\.isSettled).prefix(most).map { row in
      let line = Message(
        kk: "\(row.line)-жол", ru: "строка \(row.line)", en: "line \(row.line)")
      let name = [row.source.map(PlainText.line), line[language]].compactMap(\.self)
        .joined(separator: ", ")
      return row.id.map { "\(name) (\(PlainText.line($0)))" } ?? name
    }
    var list = named.joined(separator: "; ")
    let others = summary.settled - named.count
    if others > 0 {
      list +=
        Message(
          kk: "; тағы \(others)", ru: "; и ещё \(others)", en: "; and \(others) more")[language]
    }
    Terminal.say(
      Message(
        kk: "rejected.jsonl ішінен енді қажет емес, түзетіліп шығарылған: \(list)",
        ru: "в rejected.jsonl уже не нужны, после исправления выданы: \(list)",
        en: "no longer needed in rejected.jsonl, issued since once corrected: \(list)"))
  }

  /// - Returns: How many were named.
  private static func say(
    _ records: NotableRecords, _ most: Int, _ library: TemplateLibrary, _ outcome: Message
  ) -> Int {
    let language = Terminal.language
    var shown: [String: Int] = [:]
    var named: [NotableRecords.Row] = []
    for row in records.rows where named.count < most && !row.isSettled {
      guard shown[row.cause, default: 0] < mostAlike else { continue }
      shown[row.cause, default: 0] += 1
      named.append(row)
    }
    for row in named {
      let line = Message(
        kk: "\(row.line)-жол", ru: "строка \(row.line)", en: "line \(row.line)")
      let parts = [row.source.map(PlainText.line), line[language], row.id].compactMap(\.self)
      Terminal.say("tamga: " + parts.joined(separator: ", ") + ": " + outcome[language])
      let kind = row.document.flatMap { library.kind($0) }
      // Two rules may say the same of one place.
      var said: Set<String> = []
      for reason in row.findings.map({ FindingLine.reason($0, kind, language) })
      where said.insert(reason).inserted {
        Terminal.say("  - " + reason)
      }
    }
    for (cause, count) in shown.sorted(by: { $0.key < $1.key }) where count == mostAlike {
      guard let all = records.causes[cause], all > count,
        let first = named.first(where: { $0.cause == cause })
      else { continue }
      let words = Message(
        kk: "\(first.line)-жолдағы себеппен тағы \(all - count) жазба",
        ru: "по той же причине, что и строка \(first.line), ещё записей: \(all - count)",
        en: "\(all - count) more for the same reason as line \(first.line)")
      Terminal.say("tamga: " + words[language])
    }
    return named.count
  }
}
