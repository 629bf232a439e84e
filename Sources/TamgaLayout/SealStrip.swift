import TamgaDomain
import TamgaTemplates

/// The foot of every page: the code at the left; how to check, number and check code, the act and
/// the page at the right.
struct SealStrip {
  let document: FilledDocument
  let fonts: FontLibrary

  /// Points from the top of the page to the strip's rule.
  static var top: Double {
    Measure.points(mm: Style.pageHeight - Style.bottom - Style.stripHeight)
  }

  /// Room for the largest symbol with its quiet zone, points.
  private var codeRoom: Double { Measure.points(mm: Style.stripHeight) }

  /// - Parameter checkCode: As printed, `7K3F-9Q2P`.
  func items(checkCode: String, page: Int, of pages: Int) -> [Page.Item] {
    let left = Measure.points(mm: Style.margin)
    let width = Measure.points(mm: Style.contentWidth)
    let textLeft = left + codeRoom + Measure.points(mm: 2.5)
    let textWidth = left + width - textLeft
    var items: [Page.Item] = [
      .rule(x: left, y: Self.top, width: width, thickness: 1.1, shade: Style.ink)
    ]
    var texts: [(ShapedText, gap: Double)] = []
    for part in document.parts {
      texts.append((howToCheck(part, textWidth), 1.6))
    }
    texts.append((numbers(checkCode, textWidth), 2.4))
    for part in document.parts {
      let act = part.language == .kk ? document.edition.act.kk : document.edition.act.ru
      texts.append((line(act, .sans, Style.stripAct, part.language, textWidth), 0.4))
    }
    if pages > 1 {
      let words = document.parts.map { part in
        document.phrases.page[part.language]
          .replacing("{page}", with: String(page)).replacing("{pages}", with: String(pages))
      }
      texts.append(
        (
          line(
            words.joined(separator: " · "), .sansBold, Style.strip, document.parts[0].language,
            textWidth), 1.4
        ))
    }
    items.append(.open(.paragraph, nil))
    var y = Self.top + Measure.points(mm: 3.2)
    for (index, (text, _)) in texts.enumerated() {
      items += text.items(x: textLeft, y: y)
      if index + 1 < texts.count { y += text.height + Measure.points(mm: texts[index].gap) }
    }
    if let mark = printMark {
      // Beside the number of the page, at one place on all of them, or below all.
      let last = texts[texts.count - 1].0
      if pages > 1 {
        items += mark.items(x: textLeft + textWidth - mark.width, y: y)
      } else {
        items += mark.items(x: textLeft, y: y + last.height + Measure.points(mm: 1.4))
      }
    }
    items.append(.close(.paragraph))
    return items
  }

  /// Which print this is, of a paper that is printed more than once: the last text of the page, since a
  /// print run changes its digits.
  private var printMark: ShapedText? {
    guard document.kind.copies > 1 else { return nil }
    let words = PrintMark.words(1, document.parts.map(\.language))
    return fonts.text([Stretch(text: words, letters: Letters(.sans, Style.strip))], width: nil)
  }

  private func howToCheck(_ part: FilledPart, _ width: Double) -> ShapedText {
    let text = part.blocks.first { $0.kind == .seal }?.parts[0].map(\.text).joined() ?? ""
    let host = document.host + "/v"
    var stretches: [Stretch] = []
    if let range = text.firstRange(of: host) {
      stretches = [
        Stretch(text: String(text[..<range.lowerBound]), letters: Letters(.sans, Style.strip)),
        Stretch(text: host, letters: Letters(.sansBold, Style.strip), keepsTogether: true),
        Stretch(text: String(text[range.upperBound...]), letters: Letters(.sans, Style.strip)),
      ].filter { !$0.text.isEmpty }
    } else {
      stretches = [Stretch(text: text, letters: Letters(.sans, Style.strip))]
    }
    return fonts.text(
      stretches, width: width, spacing: 1.12)
  }

  /// The number and the check code in a typewriter face, each kept on one line.
  private func numbers(_ checkCode: String, _ width: Double) -> ShapedText {
    let languages = document.parts.map(\.language)
    let number = numberLetters(width)
    let label = languages.map { document.phrases.checkCode[$0] }.joined(separator: " / ")
    return fonts.text(
      [
        Stretch(
          text: document.phrases.number[languages[0]] + " ", letters: Letters(.sans, Style.strip)),
        Stretch(
          text: document.number, letters: number, keepsTogether: true),
        Stretch(text: "   " + label + " ", letters: Letters(.sans, Style.strip)),
        Stretch(
          text: checkCode, letters: Letters(.monoBold, Style.stripNumber), keepsTogether: true),
      ], width: width, spacing: 1.05)
  }

  /// The usual size, or the one in which a long number stands on one line with its sign.
  private func numberLetters(_ width: Double) -> Letters {
    let usual = Letters(.monoBold, Style.stripNumber)
    // Letters of a typewriter are of one width.
    let zero = fonts.text([Stretch(text: "0", letters: usual)], width: nil)
    let natural = zero.width * Double(document.number.unicodeScalars.count)
    let room = width - Measure.points(mm: 5)
    return natural <= room ? usual : Letters(.monoBold, Style.stripNumber * room / natural)
  }

  private func line(
    _ text: String, _ face: Face, _ size: Double, _ language: Language, _ width: Double
  ) -> ShapedText {
    fonts.text(
      [Stretch(text: text, letters: Letters(face, size))], width: width,
      shade: face == .sans ? Style.quiet : Style.ink, spacing: 1.05)
  }
}
