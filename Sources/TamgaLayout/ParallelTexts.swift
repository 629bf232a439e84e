import TamgaDomain

/// The words of one line in each language of a paper: a text for each, so that each is read aloud in its
/// language, placed as one text would have them.
struct ParallelTexts {
  /// Points from the left and the top of the line.
  let texts: [(text: ShapedText, language: Language, x: Double, y: Double)]
  let width: Double
  let height: Double

  /// - Parameters:
  ///   - parts: Of one language each; all but the first begin with what divides them.
  ///   - width: Of the line; where it does not hold all of them, each stands on its own. nil for any.
  init(
    _ parts: [(stretches: [Stretch], language: Language)], width: Double?, spacing: Double,
    shade: Double = Style.ink, _ fonts: FontLibrary
  ) {
    func text(_ stretches: [Stretch], _ width: Double?) -> ShapedText {
      fonts.text(stretches, width: width, shade: shade, spacing: spacing)
    }
    let space = parts[0].stretches.last.map { [Stretch(text: " ", letters: $0.letters)] } ?? []
    let whole = text(Array(parts.map(\.stretches).joined(separator: space)), nil)
    let gap = space.isEmpty ? 0 : text(space, nil).width
    var texts: [(text: ShapedText, language: Language, x: Double, y: Double)] = []
    if width.map({ whole.width <= $0 }) ?? true {
      var rest = whole.width
      for (stretches, language) in parts.reversed() {
        let text = text(stretches, nil)
        // The last ends where the whole ends.
        let x = texts.count + 1 == parts.count ? 0 : rest - text.width
        let y = (whole.lines.first?.baseline ?? 0) - (text.lines.first?.baseline ?? 0)
        texts.append((text, language, x, y))
        rest = x - gap
      }
      self.texts = texts.reversed()
      self.width = whole.width
      height = whole.height
    } else {
      var y = 0.0
      for (stretches, language) in parts {
        let text = text(stretches, width)
        texts.append((text, language, 0, y))
        y += text.height
      }
      self.texts = texts
      self.width = texts.map(\.text.width).max() ?? 0
      height = y
    }
  }

  /// Everything with its top left at `x`, `y`, a paragraph for each language.
  func items(x: Double, y: Double) -> [Page.Item] {
    texts.flatMap { text, language, left, top in
      [.open(Element(.paragraph, language))] + text.items(x: x + left, y: y + top)
    }
  }
}
