internal import CPango

/// The glyphs and advances of letters, as Pango has given them or would (``PairShaper``).
///
/// In a font whose letters move by pairs alone (``PairTables``) the advance of a letter follows from itself and
/// the next one of its run, so that what was learnt once holds in every text.
struct LetterTables {
  /// Letters of one kind in one script.
  struct Kind: Hashable {
    let letters: Letters
    let script: TextPieces.Script
  }

  struct Table {
    let font: FontFace
    let size: Double
    private(set) var glyphs: [UInt16: UInt32] = [:]
    /// Pango units.
    private var advances: [UInt32: Int32] = [:]

    init(font: FontFace, size: Double) {
      self.font = font
      self.size = size
    }

    /// Pango units; nil where it is not known.
    ///
    /// - Parameter next: 0 at the end of a run.
    func advance(_ unit: UInt16, _ next: UInt16) -> Int32? { advances[Self.pair(unit, next)] }

    /// - Returns: False where another glyph or advance was learnt before.
    fileprivate mutating func learn(
      _ unit: UInt16, _ next: UInt16, glyph: UInt32, advance: Int32
    ) -> Bool {
      let pair = Self.pair(unit, next)
      let agrees =
        glyphs[unit] ?? glyph == glyph && advances[pair] ?? advance == advance
      glyphs[unit] = glyph
      advances[pair] = advance
      return agrees
    }

    private static func pair(_ unit: UInt16, _ next: UInt16) -> UInt32 {
      UInt32(unit) << 16 | UInt32(next)
    }
  }

  private var tables: [Kind: Table] = [:]
  /// Pango said one thing of a letter and then another, which no font whose letters move by pairs lets it:
  /// nothing is composed from then on.
  private(set) var isContradicted = false

  subscript(_ piece: TextPieces.Piece) -> Table? {
    isContradicted ? nil : tables[Kind(letters: piece.letters, script: piece.script)]
  }

  /// Asks for the letters of a text that are not known yet, in tables that a text of Pango's has begun.
  ///
  /// - Returns: Whether any were found.
  mutating func fill(_ plain: TextPieces, _ shaper: PairShaper) -> Bool {
    var hasFilled = false
    for piece in plain.pieces {
      let kind = Kind(letters: piece.letters, script: piece.script)
      guard var table = tables[kind] else { return false }
      for (place, unit) in piece.units.enumerated() {
        // What stands at the end of a line is asked for too.
        for next in [place + 1 < piece.units.count ? piece.units[place + 1] : 0, 0]
        where table.glyphs[unit] == nil || table.advance(unit, next) == nil {
          guard
            let answer = shaper.answer(unit, next, table.font, size: table.size, piece.script)
          else {
            tables[kind] = table
            return hasFilled
          }
          if !table.learn(unit, next, glyph: answer.glyph, advance: answer.advance) {
            isContradicted = true
          }
          hasFilled = true
        }
      }
      tables[kind] = table
    }
    return hasFilled
  }

  /// Takes the letters of a text that Pango has laid out.
  ///
  /// - Parameter movesByPairs: Whether letters of a font do.
  mutating func learn(
    _ plain: TextPieces, _ text: ShapedText, movesByPairs: (FontFace) -> Bool
  ) {
    guard let parts = plain.parts(text) else { return }
    for part in parts {
      guard movesByPairs(part.run.font), part.run.glyphs.allSatisfy({ $0.y == 0 && $0.id != 0 })
      else { return }
    }
    for part in parts { learn(part, isOneLine: text.lines.count == 1) }
  }

  private mutating func learn(_ part: TextPieces.Part, isOneLine: Bool) {
    let kind = Kind(letters: part.piece.letters, script: part.piece.script)
    var table = tables[kind] ?? Table(font: part.run.font, size: part.run.size)
    if table.font != part.run.font || table.size != part.run.size { isContradicted = true }
    for (place, unit) in part.units.enumerated() {
      let isLast = place + 1 == part.units.count
      // A blank at a line's end has no width, and what a break has parted is no end of a run.
      let endsPiece = part.units.endIndex == part.piece.units.count
      let isDropped = part.endsLine && unit == TextPieces.blank
      guard !isLast || isOneLine || endsPiece && !isDropped else { continue }
      let end = isLast ? part.end : part.run.glyphs[place + 1].x
      let advance = (end - part.run.glyphs[place].x) * Double(PANGO_SCALE)
      let agrees = table.learn(
        unit, isLast ? 0 : part.units[part.units.startIndex + place + 1],
        glyph: part.run.glyphs[place].id, advance: Int32(advance.rounded()))
      if !agrees { isContradicted = true }
    }
    tables[kind] = table
  }
}
