/// Composes texts that differ from an earlier one in digits alone: a heading with the next number, a paragraph
/// with other dates.
///
/// Where the other digits are as wide as the earlier ones, Pango breaks the text at the same places: lines end
/// by widths and by kinds of characters, and digits are of one kind, for ``LineRules`` too.
struct DigitComposer {
  /// By their texts with 0 for each digit.
  private let texts = TwoGenerationCache<ShapedTextCache.Key, Earlier>(room: 128)

  private final class Earlier {
    var text: ShapedText?
    var parts: [TextPieces.Part] = []
  }

  private func earlier(_ key: ShapedTextCache.Key) -> Earlier? {
    guard key.stretches.contains(where: { $0.text.utf8.contains(where: Self.isDigit) }) else {
      return nil
    }
    return texts.value(key.withoutDigits) { Earlier() }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Keeps a text that Pango has laid out.
  func learn(_ key: ShapedTextCache.Key, _ plain: TextPieces, _ text: ShapedText) {
    guard text.lines.count > 1, let parts = plain.parts(text), let earlier = earlier(key) else {
      return
    }
    earlier.text = text
    earlier.parts = parts
  }

  /// The text as Pango would lay it out; nil where that is not certain.
  func text(
    _ key: ShapedTextCache.Key, _ plain: TextPieces, _ tables: LetterTables
  ) -> ShapedText? {
    guard let earlier = earlier(key), let text = earlier.text, var piece = plain.pieces.first else {
      return nil
    }
    var (index, unit) = (0, 0)
    var runs: [GlyphRun] = []
    for part in earlier.parts {
      let units = piece.units[unit..<unit + part.units.count]
      guard let run = Self.run(part, piece, units, tables) else { return nil }
      runs.append(run)
      unit += units.count
      if unit == piece.units.count {
        (index, unit) = (index + 1, 0)
        if index < plain.pieces.count { piece = plain.pieces[index] }
      }
    }
    var rest = runs[...]
    let lines = text.lines.map { line in
      let own = Array(rest.prefix(line.runs.count))
      rest = rest.dropFirst(own.count)
      var bytes = own.flatMap(\.text)
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      return ShapedText.Line(
        text: String(decoding: bytes, as: UTF8.self), top: line.top, bottom: line.bottom,
        baseline: line.baseline, left: line.left, width: line.width, runs: own, strikes: [])
    }
    return ShapedText(
      text: key.stretches.map(\.text).joined(), lines: lines, width: text.width,
      height: text.height, shade: key.shade)
  }

  /// The run with other digits; nil where one of them is not known to be as wide.
  private static func run(
    _ part: TextPieces.Part, _ piece: TextPieces.Piece, _ units: ArraySlice<UInt16>,
    _ tables: LetterTables
  ) -> GlyphRun? {
    if part.units == units { return part.run }
    guard piece.letters == part.piece.letters, piece.script == part.piece.script,
      let table = tables[piece]
    else { return nil }
    var glyphs = part.run.glyphs
    var text = part.run.text
    for place in units.indices {
      let (new, old) = (units[place], part.units[place])
      let isLast = place + 1 == units.endIndex
      // Behind the break of a line there is no end of a run.
      let next = isLast ? (0, 0) : (units[place + 1], part.units[place + 1])
      if (new, next.0) == (old, next.1) { continue }
      guard !isLast || units.endIndex == piece.units.count,
        let advance = table.advance(new, next.0), advance == table.advance(old, next.1)
      else { return nil }
      if new == old { continue }
      guard let id = table.glyphs[new] else { return nil }
      let glyph = glyphs[place - units.startIndex]
      glyphs[place - units.startIndex] = GlyphRun.Glyph(
        id: id, x: glyph.x, y: glyph.y, letters: glyph.letters)
      text[glyph.letters.lowerBound] = UInt8(truncatingIfNeeded: new)
    }
    return GlyphRun(
      font: part.run.font, size: part.run.size, glyphs: glyphs, text: text, isRightToLeft: false)
  }
}

extension ShapedTextCache.Key {
  /// The same of a text with 0 for each digit.
  fileprivate var withoutDigits: Self {
    ShapedTextCache.Key(
      stretches: stretches.map { stretch in
        var bytes = Array(stretch.text.utf8)
        for index in bytes.indices where (0x30...0x39).contains(bytes[index]) {
          bytes[index] = 0x30
        }
        return Stretch(
          text: String(decoding: bytes, as: UTF8.self), letters: stretch.letters,
          keepsTogether: stretch.keepsTogether)
      }, width: width, alignment: alignment, shade: shade, isBalanced: isBalanced,
      spacing: spacing)
  }
}
