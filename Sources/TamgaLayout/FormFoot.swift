import TamgaDomain
import TamgaTemplates

/// The foot of a page that carries no code: the act in each language and the page, a line each.
struct FormFoot {
  let document: FilledDocument
  let fonts: FontLibrary

  /// Points from the top of the page.
  static var top: Double {
    Measure.points(mm: Style.pageHeight - Style.bottom - Style.formFootHeight)
  }

  func items(page: Int, of pages: Int) -> [Page.Item] {
    let left = Measure.points(mm: Style.margin)
    let width = Measure.points(mm: Style.contentWidth)
    var words = document.parts.map { part in
      part.language == .kk ? document.edition.act.kk : document.edition.act.ru
    }
    if pages > 1 {
      words.append(
        document.parts.map { part in
          document.phrases.page[part.language]
            .replacing("{page}", with: String(page)).replacing("{pages}", with: String(pages))
        }.joined(separator: " · "))
    }
    var items: [Page.Item] = [
      .rule(x: left, y: Self.top, width: width, thickness: 0.4, shade: Style.hairline),
      .open(.paragraph, nil),
    ]
    var y = Self.top + Measure.points(mm: 1.2)
    for line in words {
      let text = fonts.text(
        [Stretch(text: line, letters: Letters(.sans, Style.stripAct))], width: width,
        shade: Style.quiet, spacing: 1.0)
      items += text.items(x: left, y: y)
      y += text.height
    }
    return items + [.close(.paragraph)]
  }
}
