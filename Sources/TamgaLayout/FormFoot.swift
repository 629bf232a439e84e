import TamgaDomain
import TamgaTemplates

/// The foot of a page that carries no code: the act and the page.
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
      words += document.parts.map { part in
        document.phrases.page[part.language]
          .replacing("{page}", with: String(page)).replacing("{pages}", with: String(pages))
      }
    }
    let text = fonts.text(
      [Stretch(text: words.joined(separator: " · "), letters: Letters(.sans, Style.stripAct))],
      width: width, shade: Style.quiet, spacing: 1.05)
    return [
      .rule(x: left, y: Self.top, width: width, thickness: 0.4, shade: Style.hairline),
      .open(.paragraph, nil),
    ] + text.items(x: left, y: Self.top + Measure.points(mm: 1.5)) + [.close(.paragraph)]
  }
}
