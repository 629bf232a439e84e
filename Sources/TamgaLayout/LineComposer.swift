internal import CPango

/// Composes texts of one line: the advances of its letters give its width, its kinds of letters its height.
struct LineComposer {
  private struct LineKind: Hashable {
    let letters: [TextPieces.Kind]
    let spacing: Double
  }

  /// Points.
  private struct Measures {
    let top: Double
    let bottom: Double
    let baseline: Double
    let height: Double
  }

  private var measures: [LineKind: Measures] = [:]
  private static let scale = Double(PANGO_SCALE)

  /// Takes the height of a line that Pango has laid out.
  mutating func learn(_ key: ShapedTextCache.Key, _ plain: TextPieces, _ text: ShapedText) {
    guard text.lines.count == 1, let line = text.lines.first else { return }
    let kind = LineKind(letters: plain.kinds, spacing: key.spacing)
    guard measures[kind] == nil else { return }
    measures[kind] = Measures(
      top: line.top, bottom: line.bottom, baseline: line.baseline, height: text.height)
  }

  /// The text as Pango would lay it out; nil where that is not certain.
  func text(
    _ key: ShapedTextCache.Key, _ plain: TextPieces, _ tables: LetterTables
  ) -> ShapedText? {
    guard let measures = measures[LineKind(letters: plain.kinds, spacing: key.spacing)] else {
      return nil
    }
    var runs: [GlyphRun] = []
    runs.reserveCapacity(plain.pieces.count)
    var total = 0
    for piece in plain.pieces {
      guard let table = tables[piece], let glyphs = glyphs(piece, table, &total) else { return nil }
      runs.append(
        GlyphRun(
          font: table.font, size: table.size, glyphs: glyphs, text: piece.text,
          isRightToLeft: false))
    }
    guard let left = left(of: total, key) else { return nil }
    let width = Double(total) / Self.scale
    let text = key.stretches.text
    let line = ShapedText.Line(
      text: text, top: measures.top, bottom: measures.bottom, baseline: measures.baseline,
      left: left, width: width, runs: runs, strikes: [])
    return ShapedText(
      text: text, lines: [line], width: width, height: measures.height, shade: key.shade)
  }

  private func glyphs(
    _ piece: TextPieces.Piece, _ table: LetterTables.Table, _ total: inout Int
  ) -> [GlyphRun.Glyph]? {
    let left = Double(total) / Self.scale
    var glyphs: [GlyphRun.Glyph] = []
    glyphs.reserveCapacity(piece.units.count)
    var (width, byte) = (0, 0)
    for (index, unit) in piece.units.enumerated() {
      let next = index + 1 < piece.units.count ? piece.units[index + 1] : 0
      guard let id = table.glyph(unit), let advance = table.advance(unit, next) else { return nil }
      let end = byte + Self.bytes(of: unit)
      glyphs.append(
        GlyphRun.Glyph(id: id, x: left + Double(width) / Self.scale, y: 0, letters: byte..<end))
      byte = end
      width += Int(advance)
    }
    total += width
    return glyphs
  }

  /// Of a letter in UTF-8.
  static func bytes(of unit: UInt16) -> Int { unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3 }

  /// Where a line begins, points; nil for one that the column does not hold.
  private func left(of total: Int, _ key: ShapedTextCache.Key) -> Double? {
    guard let width = key.width else { return 0 }
    let column = Int(Int32(width * Self.scale))
    guard total < column else { return nil }
    let isInset = key.isBalanced && key.alignment == .centre
    return Double(Self.left(of: total, in: column, key.alignment)) / Self.scale
      + (isInset ? (width - Double(column) / Self.scale) / 2 : 0)
  }

  /// How far a line stands from the left of its column, Pango units.
  static func left(of total: Int, in column: Int, _ alignment: ShapedText.Alignment) -> Int {
    switch alignment {
    case .left: return 0
    case .right: return column - total
    case .centre:
      // A column and a line of whole points have a whole middle.
      let left = (column - total) / 2
      let unit = Int(PANGO_SCALE)
      return (column | total) % unit == 0 ? (left + unit / 2) / unit * unit : left
    }
  }
}
