import TamgaDomain

/// `report.html`: the same counts for people, with bars, in one file that opens without network and
/// holds no personal data.
enum BatchReport {
  static func html(_ summary: BatchSummary) -> String {
    let outcomes = DecisionResult.Outcome.allCases.filter { summary.count($0) > 0 }
    let names: [DecisionResult.Outcome: (String, String)] = [
      .issued: ("шығарылды · выдано", "#0f6b3c"),
      .alreadyIssued: ("бұрын шығарылған · уже выдано", "#4b6b88"),
      .rejected: ("қабылданбады · отклонено", "#a5171f"),
      .failed: ("аяқталмады · не завершено", "#b26a00"),
      .lawful: ("заңды · законно", "#0f6b3c"),
    ]
    let outcomeBars = bars(
      outcomes.map { (names[$0]?.0 ?? $0.rawValue, summary.count($0), names[$0]?.1 ?? "#444") })
    let kinds = bars(
      summary.byDocument.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { ($0.key, $0.value, "#1d4e79") })
    let rules = bars(
      summary.rules.flatMap { rule, levels in
        levels.filter { $0.key != .information }.map { level, count in
          (rule + " (" + level.rawValue + ")", count, level == .error ? "#a5171f" : "#b26a00")
        }
      }.sorted { ($1.1, $0.0) < ($0.1, $1.0) })
    let unchecked = bars(
      summary.notChecked.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { ($0.key, $0.value, "#6b6b6b") })
    return """
      <!doctype html>
      <html lang="kk"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Tamga · \(escaped(summary.batch))</title>
      <style>
      body { font: 16px/1.45 "PT Sans", system-ui, sans-serif; color: #14202b; margin: 2rem auto;
        max-width: 60rem; padding: 0 1rem }
      h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem }
      .lead { color: #4a5763; margin: .2rem 0 0 }
      table { border-collapse: collapse; width: 100% } td { padding: .2rem .5rem .2rem 0 }
      td.n { text-align: right; font-variant-numeric: tabular-nums; width: 6rem }
      td.b { width: 45% } .bar { height: .9rem; border-radius: 2px; min-width: 2px }
      </style></head><body>
      <h1>\(escaped(summary.batch))</h1>
      <p class="lead">\(summary.records) жазба · записей, \(summary.pages) бет · страниц,
      \(Int(summary.seconds.rounded())) с</p>
      <h2>Нәтиже · Итог</h2>\(outcomeBars)
      <h2>Шығарылған құжаттар · Выданные документы</h2>\(kinds)
      <h2>Ережелер · Правила</h2>\(rules)
      <h2>Тексерілмеген ережелер · Непроверенные правила</h2>\(unchecked)
      </body></html>

      """
  }

  private static func bars(_ rows: [(name: String, count: Int, colour: String)]) -> String {
    guard let most = rows.map(\.count).max(), most > 0 else { return "<p class=\"lead\">—</p>" }
    let lines = rows.map { row in
      let width = Double(row.count) / Double(most) * 100
      return "<tr><td>\(escaped(row.name))</td><td class=\"n\">\(row.count)</td><td class=\"b\">"
        + "<div class=\"bar\" style=\"width:\(Int(width.rounded(.up)))%;"
        + "background:\(row.colour)\"></div></td></tr>"
    }
    return "<table>" + lines.joined() + "</table>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
