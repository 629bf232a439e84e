import TamgaDomain

/// The frame of `report.html`: one file without script and without network, in three languages of which
/// the reader picks one, for the screen and for paper.
struct ReportPage {
  /// The parts of the page, in their order.
  private(set) var body = ""

  /// A text in three languages; one of them is shown.
  static func text(_ message: Message) -> String {
    if message.kk == message.ru, message.ru == message.en { return escaped(message.en) }
    return MessageLanguage.allCases.map {
      "<span lang=\"\($0.rawValue)\">\(escaped(message[$0]))</span>"
    }.joined()
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: "&<>\"".utf8.contains) else { return text }
    let signs = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]
    return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  mutating func add(_ html: String) { body += html + "\n" }

  mutating func heading(_ kk: String, _ ru: String, _ en: String) {
    add("<h2>" + Self.text(Message(kk: kk, ru: ru, en: en)) + "</h2>")
  }

  /// A row of a bar chart.
  struct Bar {
    let name: String
    let count: Int
    let tone: String
  }

  /// Counts with bars beside them; the longest fills its column.
  mutating func bars(_ rows: [Bar]) {
    guard let most = rows.map(\.count).max(), most > 0 else { return }
    let lines = rows.map { row in
      let width = Int((Double(row.count) / Double(most) * 100).rounded(.up))
      return "<tr><td>\(row.name)</td><td class=\"n\">\(row.count)</td><td class=\"b\">"
        + "<div class=\"bar \(row.tone)\" style=\"width:\(width)%\"></div></td></tr>"
    }
    add("<table class=\"bars\">" + lines.joined(separator: "\n") + "</table>")
  }

  /// The whole page, with `language` shown first.
  func html(title: String, in language: MessageLanguage) -> String {
    let names: [(MessageLanguage, String)] = [(.kk, "Қазақша"), (.ru, "Русский"), (.en, "English")]
    let switches = names.map { code, name in
      "<input type=\"radio\" name=\"language\" id=\"\(code.rawValue)\""
        + "\(code == language ? " checked" : "")><label for=\"\(code.rawValue)\">\(name)</label>"
    }
    return """
      <!doctype html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.style)
      </style></head><body>
      \(switches.joined(separator: "\n"))
      <main>
      \(body)</main></body></html>

      """
  }

  private static let style = """
    body { font: 16px/1.45 "PT Sans", "Noto Sans", system-ui, sans-serif; color: #14202b;
      background: #fff; margin: 1.2rem auto; max-width: 66rem; padding: 0 1rem }
    main { margin-top: 1.2rem }
    input[name=language] { position: absolute; opacity: 0 }
    label { display: inline-block; padding: .2rem .8rem; border: 1px solid #b9c3cc;
      border-radius: 1rem; cursor: pointer; font-size: .9rem }
    input:checked + label { background: #1d4e79; border-color: #1d4e79; color: #fff }
    input:focus-visible + label { outline: 3px solid #f0a500 }
    #kk:checked ~ main [lang]:not([lang=kk]), #ru:checked ~ main [lang]:not([lang=ru]),
    #en:checked ~ main [lang]:not([lang=en]) { display: none }
    h1 { font-size: 1.6rem; margin: 0 0 .2rem } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
    .lead { font-size: 1.1rem; margin: 0 0 1rem }
    .quiet { color: #4a5763; font-size: .9rem }
    table { border-collapse: collapse; width: 100% }
    th { text-align: left; font-weight: 600; color: #4a5763; font-size: .85rem }
    td, th { padding: .25rem .7rem .25rem 0; vertical-align: top }
    td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; width: 5rem }
    td.b { width: 45% } .bar { height: .9rem; border-radius: 2px; min-width: 2px; margin-top: .3rem }
    .rows td { border-top: 1px solid #e3e8ec } .rows { margin: .3rem 0 .6rem }
    .facts td:first-child { color: #4a5763; width: 14rem } .facts td { word-break: break-word }
    .rows td.id { white-space: nowrap }
    code { font: .85em ui-monospace, monospace; color: #4a5763 }
    details { border: 1px solid #d5dce2; border-left-width: 4px; border-radius: 4px;
      padding: .5rem .8rem; margin: .5rem 0 }
    details.stop { border-left-color: #a5171f } details.wait { border-left-color: #b26a00 }
    summary { cursor: pointer; font-weight: 600 }
    summary .n { float: right; font-variant-numeric: tabular-nums; padding-left: 1rem }
    .bar.go { background: #0f6b3c } .bar.known { background: #4b6b88 }
    .bar.stop { background: #a5171f } .bar.wait { background: #b26a00 } .bar.none { background: #8a949c }
    .bar.kind { background: #1d4e79 }
    @media print { body { max-width: none; margin: 0; font-size: 10.5pt } label { display: none }
      details { break-inside: auto } tr { break-inside: avoid }
      .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
    """
}
