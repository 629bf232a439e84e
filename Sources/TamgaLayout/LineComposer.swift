internal import CPango

/// Composes texts of one line without Pango, of what Pango said of their letters before.
///
/// In a font whose letters move by pairs alone (``PairTables``) the advance of a letter follows from itself and
/// the next one, and the height of a line from its kinds of letters. Both are learnt from the lines that Pango
/// has laid out, so that the text is Pango's to the last unit, whichever of the two composed it. What is not
/// known for certain is left to Pango: another letter, a pair for the first time, a text of several lines.
///
/// Own code, because the values of a paper (a name, a number, two dates) are new texts each time and their
/// shaping was a quarter of a paper's cost.
struct LineComposer {
  /// Letters of one kind in one script.
  private struct Kind: Hashable {
    let letters: Letters
    let script: TextPieces.Script
  }

  private struct Table {
    let font: FontFace
    let size: Double
    var glyphs: [UInt16: UInt32] = [:]
    /// Pango units; of a letter and the next one, which is 0 at the end of a run.
    var advances: [UInt32: Int32] = [:]
  }

  private struct LineKind: Hashable {
    let letters: [Letters]
    let spacing: Double
  }

  /// Points.
  private struct Measures {
    let top: Double
    let bottom: Double
    let baseline: Double
    let height: Double
  }

  private var tables: [Kind: Table] = [:]
  private var measures: [LineKind: Measures] = [:]

  /// Pango said one thing of a letter and then another, which no font whose letters move by pairs lets it.
  private(set) var isContradicted = false

  private static let scale = Double(PANGO_SCALE)

  private static func pair(_ unit: UInt16, _ next: UInt16) -> UInt32 {
    UInt32(unit) << 16 | UInt32(next)
  }

  // MARK: composing

  /// The text as Pango would lay it out; nil where that is not certain.
  func text(_ key: ShapedTextCache.Key) -> ShapedText? {
    guard !isContradicted, let plain = TextPieces(key.stretches),
      let measures = measures[LineKind(letters: plain.kinds, spacing: key.spacing)]
    else { return nil }
    var runs: [GlyphRun] = []
    runs.reserveCapacity(plain.pieces.count)
    var total = 0
    for piece in plain.pieces {
      guard let table = tables[Kind(letters: piece.letters, script: piece.script)],
        let glyphs = glyphs(piece, table, &total)
      else { return nil }
      runs.append(
        GlyphRun(
          font: table.font, size: table.size, glyphs: glyphs, text: piece.text,
          isRightToLeft: false))
    }
    guard let left = left(of: total, key) else { return nil }
    let width = Double(total) / Self.scale
    let text = key.stretches.map(\.text).joined()
    let line = ShapedText.Line(
      text: text, top: measures.top, bottom: measures.bottom, baseline: measures.baseline,
      left: left, width: width, runs: runs, strikes: [])
    return ShapedText(
      text: text, lines: [line], width: width, height: measures.height, shade: key.shade)
  }

  private func glyphs(
    _ piece: TextPieces.Piece, _ table: Table, _ total: inout Int
  ) -> [GlyphRun.Glyph]? {
    let left = Double(total) / Self.scale
    var glyphs: [GlyphRun.Glyph] = []
    glyphs.reserveCapacity(piece.units.count)
    var (width, byte) = (0, 0)
    for (index, unit) in piece.units.enumerated() {
      let next = index + 1 < piece.units.count ? piece.units[index + 1] : 0
      guard let id = table.glyphs[unit], let advance = table.advances[Self.pair(unit, next)] else {
        return nil
      }
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
  private static func bytes(of unit: UInt16) -> Int { unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3 }

  /// Where a line begins, points; nil for one that the column does not hold.
  private func left(of total: Int, _ key: ShapedTextCache.Key) -> Double? {
    guard let width = key.width else { return 0 }
    let column = Int(Int32(width * Self.scale))
    guard total < column else { return nil }
    switch key.alignment {
    case .left: return 0
    case .right: return Double(column - total) / Self.scale
    case .centre:
      // A column and a line of whole points have a whole middle.
      var left = (column - total) / 2
      let unit = Int(PANGO_SCALE)
      if (column | total) % unit == 0 { left = (left + unit / 2) / unit * unit }
      let inset = key.isBalanced ? (width - Double(column) / Self.scale) / 2 : 0
      return Double(left) / Self.scale + inset
    }
  }

  // MARK: learning

  /// Takes what Pango said of a text of one line.
  ///
  /// - Parameter movesByPairs: Whether letters of a font do.
  mutating func learn(
    _ key: ShapedTextCache.Key, _ text: ShapedText, movesByPairs: (FontFace) -> Bool
  ) {
    guard text.lines.count == 1, let line = text.lines.first, let plain = TextPieces(key.stretches),
      plain.pieces.count == line.runs.count
    else { return }
    for (piece, run) in zip(plain.pieces, line.runs) {
      guard run.text == piece.text, run.glyphs.count == piece.units.count, movesByPairs(run.font),
        run.glyphs.allSatisfy({ $0.y == 0 && $0.id != 0 })
      else { return }
    }
    func keep<Value: Equatable>(_ value: Value, _ place: inout Value?) {
      if let place, place != value { isContradicted = true }
      place = place ?? value
    }
    for (index, (piece, run)) in zip(plain.pieces, line.runs).enumerated() {
      let kind = Kind(letters: piece.letters, script: piece.script)
      var table = tables[kind] ?? Table(font: run.font, size: run.size)
      if table.font != run.font || table.size != run.size { isContradicted = true }
      let end = index + 1 < line.runs.count ? line.runs[index + 1].glyphs[0].x : line.width
      for (place, unit) in piece.units.enumerated() {
        let isLast = place + 1 == piece.units.count
        let advance = (isLast ? end : run.glyphs[place + 1].x) - run.glyphs[place].x
        keep(run.glyphs[place].id, &table.glyphs[unit])
        keep(
          Int32((advance * Self.scale).rounded()),
          &table.advances[Self.pair(unit, isLast ? 0 : piece.units[place + 1])])
      }
      tables[kind] = table
    }
    let lineKind = LineKind(letters: plain.kinds, spacing: key.spacing)
    if measures[lineKind] == nil {
      measures[lineKind] = Measures(
        top: line.top, bottom: line.bottom, baseline: line.baseline, height: text.height)
    }
  }
}
