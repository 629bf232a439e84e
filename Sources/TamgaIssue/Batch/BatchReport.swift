import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaLaw
import TamgaSeal
import TamgaTemplates

/// `report.html`: what came of a run, for the operator: the counts, and every refused record with its
/// reason in words, grouped by reason. No personal data: records are named by line and decision id.
struct BatchReport {
  private let summary: BatchSummary
  private let library: TemplateLibrary

  private let language: MessageLanguage

  /// - Parameter language: The one that is shown first.
  init(_ summary: BatchSummary, library: TemplateLibrary, language: MessageLanguage) {
    self.language = language
    self.summary = summary
    self.library = library
  }

  var html: String {
    var page = ReportPage()
    head(&page)
    page.heading("Нәтиже", "Итог", "Outcome")
    page.bars(outcomes)
    groups(summary.refusals, .error, &page)
    groups(summary.warnings, .warning, &page)
    if !summary.byDocument.isEmpty {
      page.heading("Шығарылған құжаттар", "Выданные документы", "Issued documents")
      page.bars(
        summary.byDocument.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map {
            let name =
              "<span data-document=\"\(ReportPage.escaped($0.key))\">\(title($0.key))</span>"
            return ReportPage.Bar(name: name, count: $0.value, tone: "kind")
          })
    }
    if !summary.notChecked.isEmpty {
      page.heading(
        "Мәлімет болмағандықтан тексерілмеген талаптар",
        "Требования, не проверенные за отсутствием сведений",
        "Requirements that were not checked for want of a fact")
      page.bars(
        summary.notChecked.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { ReportPage.Bar(name: law($0.key), count: $0.value, tone: "none") })
    }
    return page.html(title: "Tamga · " + summary.batch, in: language)
  }

  private func head(_ page: inout ReportPage) {
    page.add("<h1>\(ReportPage.escaped(summary.batch))</h1>")
    page.add("<p class=\"lead\">" + ReportPage.text(summary.sentence) + "</p>")
    var facts: [(Message, String)] = [
      (
        Message(kk: "Кеңсе", ru: "Ведомство", en: "Office"), ReportPage.escaped(summary.office)
      ),
      (
        Message(kk: "Басталды – аяқталды", ru: "Начало – конец", en: "Begin – end"),
        clock(summary.started) + " – " + clock(summary.ended)
      ),
      (
        Message(kk: "Беттер", ru: "Страниц", en: "Pages"), String(summary.pages)
      ),
    ]
    for input in summary.inputs {
      facts.append(
        (
          Message(kk: "Кіріс файл", ru: "Входной файл", en: "Input"),
          ReportPage.escaped(input.name) + " <code>SHA-256 \(Hex.text(input.sha256))</code>"
        ))
    }
    facts.append((Message(kk: "Нұсқасы", ru: "Версия", en: "Version"), summary.version))
    let rows = facts.map { "<tr><td>\(ReportPage.text($0.0))</td><td>\($0.1)</td></tr>" }
    page.add("<table class=\"facts\">" + rows.joined(separator: "\n") + "</table>")
  }

  private func clock(_ moment: Int64) -> String {
    ReportPage.escaped(
      summary.zone.date(of: moment).printed + " "
        + summary.zone.stamp(moment).dropFirst(11).prefix(8))
  }

  private var outcomes: [ReportPage.Bar] {
    let names: [(DecisionResult.Outcome, Message, String)] = [
      (.issued, Message(kk: "шығарылды", ru: "выдано", en: "issued"), "go"),
      (
        .alreadyIssued,
        Message(kk: "бұрын шығарылған", ru: "выдано раньше", en: "issued before"), "known"
      ),
      (.rejected, Message(kk: "қабылданбады", ru: "отклонено", en: "rejected"), "stop"),
      (.failed, Message(kk: "аяқталмады", ru: "не завершено", en: "failed"), "wait"),
    ]
    var rows = names.filter { summary.count($0.0) > 0 }.map {
      ReportPage.Bar(name: ReportPage.text($0.1), count: summary.count($0.0), tone: $0.2)
    }
    if summary.warned > 0 {
      let name = Message(
        kk: "ескертумен шығарылды", ru: "выдано с предупреждением", en: "issued with a warning")
      rows.append(
        ReportPage.Bar(name: ReportPage.text(name), count: summary.warned, tone: "wait"))
    }
    return rows
  }

  /// Records by the rule that speaks of them, the most frequent first.
  private func groups(_ records: NotableRecords, _ level: Level, _ page: inout ReportPage) {
    guard records.count > 0 else { return }
    if level == .error {
      page.heading("Қабылданбаған жазбалар", "Отклонённые записи", "Rejected records")
    } else {
      page.heading("Ескертулер", "Предупреждения", "Warnings")
    }
    var groups: [String: [(row: NotableRecords.Row, finding: Finding)]] = [:]
    for row in records.rows {
      for finding in row.findings { groups[finding.rule, default: []].append((row, finding)) }
    }
    for (_, members) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      page.add(group(members, level))
    }
    if records.count > records.rows.count {
      let rest = records.count - records.rows.count
      page.add(
        "<p class=\"quiet\">"
          + ReportPage.text(
            Message(
              kk: "тағы \(rest) жазба findings.csv файлында",
              ru: "ещё записей: \(rest), они в файле findings.csv",
              en: "\(rest) more records are in findings.csv")) + "</p>")
    }
  }

  private func group(
    _ members: [(row: NotableRecords.Row, finding: Finding)], _ level: Level
  ) -> String {
    let first = members[0].finding  // safe: a group begins with its first member
    let isSame = members.allSatisfy { $0.finding.message == first.message }
    let source = first.citation.map { ReportPage.text($0.words) } ?? ""
    let rows = members.map { row, finding in
      let place = PlaceWords.words(
        finding.place, of: row.document.flatMap { library.kind($0) })
      let input = row.source.map { " · " + ReportPage.escaped($0) } ?? ""
      let reason = isSame ? "" : "<td>\(ReportPage.text(finding.message))</td>"
      return
        "<tr><td class=\"n\">\(row.line)\(input)</td><td class=\"id\">\(ReportPage.escaped(row.id ?? "–"))</td>"
        + "<td>\(row.document.map { self.title($0) } ?? "–")</td>"
        + "<td>\(place.map(ReportPage.text) ?? "–")</td>\(reason)</tr>"
    }
    var heads = [
      Message(kk: "Жол", ru: "Строка", en: "Line"),
      Message(kk: "Шешім", ru: "Решение", en: "Decision"),
      Message(kk: "Құжат", ru: "Документ", en: "Document"),
      Message(kk: "Қай жерінде", ru: "Где", en: "Where"),
    ]
    if !isSame { heads.append(Message(kk: "Себебі", ru: "Причина", en: "Reason")) }
    let head = heads.enumerated().map { index, name in
      "<th\(index == 0 ? " class=\"n\"" : "")>\(ReportPage.text(name))</th>"
    }
    let tone = level == .error ? "stop" : "wait"
    // Without a law that says it for all, the first reason stands for its kind.
    let title = isSame || source.isEmpty ? ReportPage.text(first.message) : source
    let note = (isSame && !source.isEmpty ? source + " · " : "") + "<code>\(first.rule)</code>"
    return """
      <details class="\(tone)" open><summary><span class="n">\(members.count)</span>\(title)</summary>
      <div class="quiet">\(note)</div>
      <table class="rows"><tr>\(head.joined())</tr>
      \(rows.joined(separator: "\n"))
      </table></details>
      """
  }

  /// What the law says to a rule, and the rule's id for the office's IT.
  private func law(_ rule: String) -> String {
    let words = Ruleset.rule(rule).map { ReportPage.text($0.citation.words) + " " } ?? ""
    return words + "<code>\(rule)</code>"
  }

  private func title(_ kind: String) -> String {
    library.kind(kind).map { ReportPage.text($0.title) } ?? ReportPage.escaped(kind)
  }
}
