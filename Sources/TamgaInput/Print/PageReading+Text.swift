internal import TamgaOptics
internal import TamgaVerify

extension PageReading {
  /// Letters that are taken: a full page of small print has 10,000.
  private static let letterLimit = 60_000
  /// Ems by which letters may be drawn together: pairs such as AV. Figures stand apart.
  private static let tightest = (letters: 0.21, digits: 0.02)
  /// Of the wider of two letters, and ems in addition: so far the papers' fonts pull letters together.
  private static let kerning = (share: 0.25, least: 0.1, more: 0.015)

  /// Ems by which two neighbours may be drawn together; figures stand apart, and punctuation stands under letters.
  private static func tightest(_ one: PrintFont.Letter, _ two: PrintFont.Letter) -> Double {
    if one.isDigit, two.isDigit { return tightest.digits }
    guard one.isAlphabetic, two.isAlphabetic else { return tightest.letters }
    let share = max(kerning.least, kerning.share * max(one.advance, two.advance))
    return min(tightest.letters, share + kerning.more)
  }

  /// Ems between a letter and the mark upon it: the digest takes both for one letter.
  private static let markGap = 0.05
  /// Ems: a wider gap parts two pieces of text.
  private static let gap = 1.0
  /// Grey: the palest text of a paper is 0.28.
  private static let palestText = 0.3

  /// Where text comes to stand.
  struct TextState {
    var line = TextPlace()
    var pen = TextPlace()
    /// The letters since the last jump.
    var piece: PrintedPage.Piece?
    /// Flaws of the piece.
    var kinds: Set<TamperEvidence.Kind> = []
    /// Where the last letter with ink ended since the last jump.
    var end: (x: Double, letter: PrintFont.Letter)?
  }

  /// Lengths of the content, and the size of an em in them.
  struct TextPlace {
    var x = 0.0
    var y = 0.0
    var em = 0.0
    /// 1 where y grows upwards in the content, as text stands in it.
    var upwards = 1.0
  }

  mutating func write(_ word: String, _ operands: [PDFValue]) throws(Stop) {
    switch word {
    case "BT":
      guard text == nil else { throw Stop(kind: .malformed) }
      text = TextState()
    case "ET":
      guard text != nil else { throw Stop(kind: .malformed) }
      endPiece()
      text = nil
    case "Tf":
      guard operands.count == 2, let name = operands[0].name, let size = operands[1].number else {
        throw Stop(kind: .malformed)
      }
      guard let font = fonts[name] else { throw Stop(kind: .letters) }
      guard size == 1 else { throw Stop(kind: .moved) }
      state.font = font
    case "Tr": state.mode = Int(try numbers(operands, 1)[0])
    case "Tm":
      let matrix = try numbers(operands, 6)
      guard matrix[1] == 0, matrix[2] == 0, matrix[0] > 0,
        abs(matrix[0] - abs(matrix[3])) < 0.001
      else { throw Stop(kind: .hidden) }
      try jump(
        to: TextPlace(
          x: matrix[4], y: matrix[5], em: matrix[0], upwards: matrix[3] < 0 ? -1 : 1))
    case "Td":
      guard var place = text?.line else { throw Stop(kind: .malformed) }
      let step = try numbers(operands, 2)
      place.x += step[0] * place.em
      place.y += step[1] * place.em * place.upwards
      try jump(to: place)
    case "Tj":
      guard operands.count == 1, operands[0].string != nil else { throw Stop(kind: .malformed) }
      try show(operands)
    default:
      guard operands.count == 1, let items = operands[0].array else {
        throw Stop(kind: .malformed)
      }
      try show(items)
    }
  }

  private mutating func jump(to place: TextPlace) throws(Stop) {
    guard text != nil else { throw Stop(kind: .malformed) }
    guard isNear(state.place.x(place.x), state.place.y(place.y)) else { throw Stop(kind: .moved) }
    endPiece()
    text?.line = place
    text?.pen = place
    text?.end = nil
  }

  private mutating func show(_ items: [PDFValue]) throws(Stop) {
    guard var pen = text?.pen, let font = state.font, pen.em > 0 else {
      throw Stop(kind: .malformed)
    }
    // Upside down or mirrored.
    guard state.place.across > 0, state.place.down * pen.upwards < 0,
      abs(state.place.across - abs(state.place.down)) < 0.001
    else { throw Stop(kind: .moved) }
    for item in items {
      if let step = item.number {
        guard step <= Self.tightest.letters * 1000 else { throw Stop(kind: .moved) }
        pen.x -= step / 1000 * pen.em
        if -step / 1000 > Self.gap { endPiece() }
        continue
      }
      guard let codes = item.string, codes.count % font.codeSize == 0 else {
        throw Stop(kind: .malformed)
      }
      letters += codes.count / font.codeSize
      guard letters <= Self.letterLimit else { throw Stop(kind: .malformed) }
      for index in stride(from: 0, to: codes.count, by: font.codeSize) {
        let code = codes[index..<index + font.codeSize].reduce(0) { $0 << 8 | Int($1) }
        guard let letter = font.letter(code) else { throw Stop(kind: .letters) }
        guard letter.advance >= 0 else { throw Stop(kind: .moved) }
        let next = pen.x + letter.advance * pen.em
        if !letter.isBlank || letter.evidence != nil {
          // Steps back add up over blanks and over each other: only where ink comes to stand counts.
          if letter.isMark {
            guard let end = text?.end, pen.x <= end.x + Self.markGap * pen.em else {
              throw Stop(kind: .moved)
            }
          }
          if let end = text?.end {
            let most = Self.tightest(end.letter, letter)
            guard pen.x >= end.x - most * pen.em else { throw Stop(kind: .moved) }
          }
          text?.end = (next, letter)
        }
        note(letter, from: pen, to: next)
        pen.x = next
      }
    }
    text?.pen = pen
  }

  private mutating func note(_ letter: PrintFont.Letter, from pen: TextPlace, to next: Double) {
    page.text += letter.text
    if keepsInk, !letter.isBlank, let font = state.font {
      inks.append(
        .glyph(
          font.contours(letter.glyph), x: state.place.x(pen.x), y: state.place.y(pen.y),
          unit: pen.em * state.place.across / Double(font.unitsPerEm), shade: state.fill))
    }
    switch letter.evidence {
    case .uncheckedLetters: hasUncheckedLetters = true
    case let evidence?: text?.kinds.insert(evidence)
    case nil: break
    }
    if state.mode != 0 { text?.kinds.insert(.hidden) }
    if letter.isBlank, letter.evidence == nil {
      text?.piece?.text += letter.text
      return
    }
    if text?.piece == nil {
      text?.piece = PrintedPage.Piece(
        text: "", baseline: state.place.y(pen.y), size: pen.em * state.place.across,
        left: state.place.x(pen.x), right: state.place.x(pen.x))
    }
    text?.piece?.text += letter.text
    text?.piece?.right = state.place.x(next)
    if state.fill > Self.palestText { text?.kinds.insert(.hidden) }
  }

  mutating func endPiece() {
    if let piece = text?.piece {
      if let last = page.pieces.last, piece.continues(last) {
        page.pieces[page.pieces.count - 1].append(piece)
      } else {
        page.pieces.append(piece)
      }
    }
    for kind in text?.kinds ?? [] {
      page.evidence.append(TamperEvidence(kind, words: text?.piece?.text ?? ""))
    }
    text?.piece = nil
    text?.kinds = []
  }
}
