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

  static func say(_ summary: BatchSummary, _ library: TemplateLibrary) {
    // Reasons may name a person: a log does not.
    guard Terminal.log == nil else { return }
    let refused = summary.refusals.rows.prefix(most)
    say(
      refused, library, Message(kk: "қабылданбады", ru: "отклонено", en: "rejected"))
    let warned = summary.warnings.rows.prefix(most - refused.count)
    say(
      warned, library,
      Message(
        kk: "ескертумен шығарылды", ru: "выдано с предупреждением", en: "issued with a warning"))
    let rest = summary.refusals.count + summary.warnings.count - refused.count - warned.count
    guard rest > 0 else { return }
    Terminal.say(
      "tamga: "
        + Message(
          kk: "тағы \(rest) жазба report.html және findings.csv ішінде",
          ru: "ещё записей: \(rest), они в report.html и findings.csv",
          en: "\(rest) more are in report.html and findings.csv")[Terminal.language])
  }

  private static func say(
    _ rows: ArraySlice<NotableRecords.Row>, _ library: TemplateLibrary, _ outcome: Message
  ) {
    let language = Terminal.language
    for row in rows {
      let line = Message(
        kk: "\(row.line)-жол", ru: "строка \(row.line)", en: "line \(row.line)")
      let parts = [row.source.map(PlainText.line), line[language], row.id].compactMap(\.self)
      Terminal.say("tamga: " + parts.joined(separator: ", ") + ": " + outcome[language])
      for finding in row.findings {
        Terminal.say(
          "  - " + FindingLine.reason(finding, row.document.flatMap { library.kind($0) }, language))
      }
    }
  }
}
