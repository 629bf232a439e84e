import TamgaDomain
import TamgaTemplates

/// The head of a page: the body's names with the emblem between them, or on later pages one line
/// with the paper's number and its holder.
struct HeadComposer {
  let document: FilledDocument
  let fonts: FontLibrary

  private var width: Double { Measure.points(mm: Style.contentWidth) }
  private var languages: [Language] { document.parts.map(\.language) }

  /// The letterhead with its double rule; items from the content's top left.
  func letterhead() -> Box {
    let emblem = Measure.points(mm: 13)
    let gap = Measure.points(mm: 5)
    let column = (width - emblem - 2 * gap) / 2
    var items: [Page.Item] = []
    var height = emblem
    if languages.count == 2 {
      let names = languages.map { name($0, width: column) }
      height = max(height, names.map(\.height).max() ?? 0)
      for (index, name) in names.enumerated() {
        let x = index == 0 ? 0 : column + emblem + 2 * gap
        items.append(.open(Element(.paragraph, languages[index])))
        items += name.items(x: x, y: (height - name.height) / 2)
      }
      items.append(.emblem(x: column + gap, y: (height - emblem) / 2, size: emblem))
    } else {
      let name = name(languages[0], width: width * 0.75)
      items.append(.emblem(x: (width - emblem) / 2, y: 0, size: emblem))
      items.append(.open(Element(.paragraph, languages[0])))
      items += name.items(x: width * 0.125, y: emblem + Measure.points(mm: 2))
      height = emblem + Measure.points(mm: 2) + name.height
    }
    return ruled(items, height)
  }

  private func name(_ language: Language, width: Double) -> ShapedText {
    fonts.text(
      [Stretch(text: document.body[language], letters: Letters(.sansBold, Style.letterhead))],
      width: width, alignment: .centre, isBalanced: true, spacing: 1.0)
  }

  /// The number and the holder, on pages after the first of a language; a form that bears no number
  /// repeats its title.
  func continuation(_ part: FilledPart) -> Box {
    let title = part.language == .kk ? document.kind.title.kk : document.kind.title.ru
    let number = document.phrases.number[part.language] + " " + document.number
    let isSealed = document.kind.isSealed
    var stretches = [
      Stretch(
        text: isSealed ? number : title, letters: Letters(.sansBold, Style.continuation),
        keepsTogether: isSealed)
    ]
    if let holder = document.holder?[part.language] {
      let limit = Style.continuationName
      let name = holder.count > limit ? holder.prefix(limit - 1) + "…" : holder[...]
      stretches.append(
        Stretch(text: "   " + name, letters: Letters(.sans, Style.continuation)))
    }
    let line = fonts.text(
      stretches, width: width, shade: Style.quiet)
    return ruled(
      [.open(Element(.paragraph, part.language))] + line.items(x: 0, y: 0), line.height)
  }

  private func ruled(_ items: [Page.Item], _ height: Double) -> Box {
    let y = height + Measure.points(mm: 3)
    return Box(
      items: items + [
        .rule(x: 0, y: y, width: width, thickness: 1.1, shade: Style.ink),
        .rule(x: 0, y: y + 2.2, width: width, thickness: 0.4, shade: Style.ink),
      ], height: y + 3)
  }

  /// The boxed mark at the right, in the languages of the paper, and the room that it takes from
  /// the body; nil where no form has one.
  func mark() -> Box? {
    let marks = document.parts.flatMap { part in
      part.blocks.filter { $0.kind == .mark }.map {
        ($0.parts[0].text, part.language)
      }
    }
    guard !marks.isEmpty else { return nil }
    let texts = ParallelTexts(
      marks.enumerated().map { index, mark in
        let words = (index == 0 ? "" : "/ ") + mark.0
        return (
          [Stretch(text: words, letters: Letters(.sansBold, 10), keepsTogether: true)], mark.1
        )
      }, width: nil, spacing: 1.18, fonts)
    let pad = Measure.points(mm: 1.6)
    let x = width - texts.width - pad
    let frame = Page.Item.frame(
      x: x - pad, y: 0, width: texts.width + 2 * pad, height: texts.height + pad)
    return Box(items: texts.items(x: x, y: pad / 2) + [frame], height: texts.height + pad)
  }
}
