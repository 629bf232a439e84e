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
    var y = Self.top + Measure.points(mm: 3.2)
    var foot = y
    func add(_ text: ShapedText, _ language: Language, gap: Double) {
      items.append(.open(Element(.paragraph, language)))
      items += text.items(x: textLeft, y: y)
      foot = y + text.height
      y = foot + Measure.points(mm: gap)
    }
    for part in document.parts { add(howToCheck(part, textWidth), part.language, gap: 1.6) }
    let numbers = numbers(checkCode, textWidth)
    items += numbers.items(x: textLeft, y: y)
    foot = y + numbers.height
    y = foot + Measure.points(mm: 2.4)
    for (index, part) in document.parts.enumerated() {
      let act = part.language == .kk ? document.edition.act.kk : document.edition.act.ru
      let isLast = index + 1 == document.parts.count
      add(
        line(act, .sans, Style.stripAct, textWidth), part.language,
        gap: isLast && pages > 1 ? 0.4 : isLast ? 1.4 : 0.4)
    }
    if pages > 1 {
      let words = pageWords(page, of: pages, Letters(.sansBold, Style.strip), textWidth)
      items += words.items(x: textLeft, y: y)
    }
    if let mark = printMark {
      // Beside the number of the page, at one place on all of them, or below all.
      items +=
        pages > 1
        ? mark.items(x: textLeft + textWidth - mark.width, y: y)
        : mark.items(x: textLeft, y: foot + Measure.points(mm: 1.4))
    }
    return items
  }

  private func pageWords(
    _ page: Int, of pages: Int, _ letters: Letters, _ width: Double
  ) -> ParallelTexts {
    ParallelTexts(
      document.pageWords(page, of: pages, letters), width: width, spacing: 1.05, fonts)
  }

  /// Which print this is, of a paper that is printed more than once: the last texts of the page, since a
  /// print run changes their digits.
  private var printMark: ParallelTexts? {
    guard document.kind.copies > 1 else { return nil }
    return ParallelTexts(
      document.parts.enumerated().map { index, part in
        let words = PrintMark.words(1, [part.language])
        let text = (index == 0 ? "" : "/ ") + words
        return ([Stretch(text: text, letters: Letters(.sans, Style.strip))], part.language)
      }, width: nil, spacing: 1.18, fonts)
  }

  private func howToCheck(_ part: FilledPart, _ width: Double) -> ShapedText {
    let text = part.blocks.first { $0.kind == .seal }?.parts[0].text ?? ""
    let host = document.host + "/v"
    var stretches: [Stretch] = []
    if let range = Self.range(of: host, in: text) {
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

  /// As `firstRange(of:)`, which takes more than all else of the strip.
  private static func range(of words: String, in text: String) -> Range<String.Index>? {
    let (words, text) = (words.utf8, text.utf8)
    guard let first = words.first else { return nil }
    var rest = text[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: words) { return start..<text.index(start, offsetBy: words.count) }
      rest.removeFirst()
    }
    return nil
  }

  /// The number and the check code in a typewriter face, each kept on one line.
  private func numbers(_ checkCode: String, _ width: Double) -> ParallelTexts {
    let number = numberLetters(width)
    let small = Letters(.sans, Style.strip)
    var parts: [(stretches: [Stretch], language: Language)] = document.parts.enumerated().map {
      index, part in
      let label = document.phrases.checkCode[part.language]
      guard index == 0 else {
        return ([Stretch(text: "/ " + label, letters: small)], part.language)
      }
      return (
        [
          Stretch(text: document.phrases.number[part.language] + " ", letters: small),
          Stretch(text: document.number, letters: number, keepsTogether: true),
          Stretch(text: "   " + label, letters: small),
        ], part.language
      )
    }
    parts[parts.count - 1].stretches += [
      Stretch(text: " ", letters: small),
      Stretch(
        text: checkCode, letters: Letters(.monoBold, Style.stripNumber), keepsTogether: true),
    ]
    return ParallelTexts(parts, width: width, spacing: 1.05, fonts)
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
    _ text: String, _ face: Face, _ size: Double, _ width: Double
  ) -> ShapedText {
    fonts.text(
      [Stretch(text: text, letters: Letters(face, size))], width: width,
      shade: face == .sans ? Style.quiet : Style.ink, spacing: 1.05)
  }
}

extension FilledDocument {
  /// `2-бет, барлығы 3 · Страница 2 из 3`, the words of each language.
  func pageWords(
    _ page: Int, of pages: Int, _ letters: Letters
  ) -> [(stretches: [Stretch], language: Language)] {
    parts.enumerated().map { index, part in
      let words = Slot("{pages}").filled(
        in: Slot("{page}").filled(in: phrases.page[part.language], with: String(page)),
        with: String(pages))
      return ([Stretch(text: (index == 0 ? "" : "· ") + words, letters: letters)], part.language)
    }
  }
}
