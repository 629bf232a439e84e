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
    var items: [Page.Item] = [
      .rule(x: left, y: Self.top, width: width, thickness: 0.4, shade: Style.hairline)
    ]
    let letters = Letters(.sans, Style.stripAct)
    var y = Self.top + Measure.points(mm: 1.2)
    for part in document.parts {
      let act = part.language == .kk ? document.edition.act.kk : document.edition.act.ru
      let text = fonts.text(
        [Stretch(text: act, letters: letters)], width: width, shade: Style.quiet, spacing: 1.0)
      items.append(.open(Element(.paragraph, part.language)))
      items += text.items(x: left, y: y)
      y += text.height
    }
    if pages > 1 {
      let words = ParallelTexts(
        document.pageWords(page, of: pages, letters), width: width, spacing: 1.0,
        shade: Style.quiet, fonts)
      items += words.items(x: left, y: y)
    }
    return items
  }
}
