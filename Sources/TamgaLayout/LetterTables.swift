internal import CPango

/// The glyphs and advances of letters, as Pango has given them or would (``PairShaper``).
///
/// In a font whose letters move by pairs alone (``PairTables``) the advance of a letter follows from itself and
/// the next one of its run, so that what was learnt once holds in every text.
struct LetterTables {
  /// Letters of one kind in one script.
  private struct Key: Hashable {
    let kind: TextPieces.Kind
    let script: TextPieces.Script

    init(_ piece: TextPieces.Piece) {
      kind = piece.kind
      script = piece.script
    }
  }

  /// Letters have places in the order in which they were met, so that an advance is found without hashing. No access
  /// calls anything that comes back here: the checks of that at run time took as long as the tables.
  final class Table {
    let font: FontFace
    let size: Double
    /// From 1, of the letters up to the end of Cyrillic; 0 for one that was not met.
    @exclusivity(unchecked) private var places = [UInt16](repeating: 0, count: 0x530)
    @exclusivity(unchecked) private var furtherPlaces: [UInt16: UInt16] = [:]
    /// By place.
    @exclusivity(unchecked) private var glyphs: [UInt32] = [unknownGlyph]
    /// By place, then by that of the next letter, 0 at the end of a run; Pango units.
    @exclusivity(unchecked) private var advances: [[Int32]] = [[]]

    private static let unknownGlyph = UInt32.max
    private static let unknownAdvance = Int32.min

    init(font: FontFace, size: Double) {
      self.font = font
      self.size = size
    }

    private func place(_ unit: UInt16) -> Int {
      Int(unit) < places.count ? Int(places[Int(unit)]) : Int(furtherPlaces[unit] ?? 0)
    }

    /// Nil where it is not known.
    func glyph(_ unit: UInt16) -> UInt32? {
      let glyph = glyphs[place(unit)]
      return glyph == Self.unknownGlyph ? nil : glyph
    }

    /// Pango units; nil where it is not known.
    ///
    /// - Parameter next: 0 at the end of a run.
    func advance(_ unit: UInt16, _ next: UInt16) -> Int32? {
      let nextPlace = next == 0 ? 0 : place(next)
      guard next == 0 || nextPlace > 0 else { return nil }
      let row = place(unit)
      guard nextPlace < advances[row].count else { return nil }
      let advance = advances[row][nextPlace]
      return advance == Self.unknownAdvance ? nil : advance
    }

    /// - Returns: False where another glyph or advance was learnt before.
    fileprivate func learn(
      _ unit: UInt16, _ next: UInt16, glyph: UInt32, advance: Int32
    ) -> Bool {
      let agrees =
        self.glyph(unit) ?? glyph == glyph && self.advance(unit, next) ?? advance == advance
      let (row, column) = (madePlace(unit), next == 0 ? 0 : madePlace(next))
      glyphs[row] = glyph
      let missing = column + 1 - advances[row].count
      if missing > 0 {
        advances[row] += Array(repeating: Self.unknownAdvance, count: missing)
      }
      advances[row][column] = advance
      return agrees
    }

    private func madePlace(_ unit: UInt16) -> Int {
      let known = place(unit)
      guard known == 0 else { return known }
      glyphs.append(Self.unknownGlyph)
      advances.append([])
      let place = UInt16(glyphs.count - 1)
      if Int(unit) < places.count {
        places[Int(unit)] = place
      } else {
        furtherPlaces[unit] = place
      }
      return Int(place)
    }
  }

  private var tables: [Key: Table] = [:]
  /// Pango said one thing of a letter and then another, which no font whose letters move by pairs lets it:
  /// nothing is composed from then on.
  private(set) var isContradicted = false

  subscript(_ piece: TextPieces.Piece) -> Table? {
    isContradicted ? nil : tables[Key(piece)]
  }

  /// Asks for the letters of a text that are not known yet, in tables that a text of Pango's has begun.
  ///
  /// - Returns: Whether any were found.
  mutating func fill(_ plain: TextPieces, _ shaper: PairShaper) -> Bool {
    var hasFilled = false
    for piece in plain.pieces {
      guard let table = tables[Key(piece)] else { return false }
      for (place, unit) in piece.units.enumerated() {
        let next = place + 1 < piece.units.count ? piece.units[place + 1] : 0
        // What stands at the end of a line is asked for too.
        guard fill(unit, next, in: table, piece.script, shaper, &hasFilled),
          next == 0 || fill(unit, 0, in: table, piece.script, shaper, &hasFilled)
        else { return hasFilled }
      }
    }
    return hasFilled
  }

  /// - Returns: False where it is not known now either.
  private mutating func fill(
    _ unit: UInt16, _ next: UInt16, in table: Table, _ script: TextPieces.Script,
    _ shaper: PairShaper, _ hasFilled: inout Bool
  ) -> Bool {
    if table.glyph(unit) != nil, table.advance(unit, next) != nil { return true }
    guard let answer = shaper.answer(unit, next, table.font, size: table.size, script) else {
      return false
    }
    if !table.learn(unit, next, glyph: answer.glyph, advance: answer.advance) {
      isContradicted = true
    }
    hasFilled = true
    return true
  }

  /// Takes the letters of a text that Pango has laid out.
  ///
  /// - Parameter isCertain: Whether letters of a kind move by pairs, in this font and no other.
  /// - Returns: Whether its pieces are those of Pango, each in a font of which that is certain.
  mutating func learn(
    _ plain: TextPieces, _ text: ShapedText, isCertain: (FontFace, TextPieces.Kind) -> Bool
  ) -> Bool {
    guard let parts = plain.parts(text) else { return false }
    for part in parts {
      guard isCertain(part.run.font, part.piece.kind),
        part.run.glyphs.allSatisfy({ $0.y == 0 && $0.id != 0 })
      else { return false }
    }
    for part in parts { learn(part, isOneLine: text.lines.count == 1) }
    return true
  }

  private mutating func learn(_ part: TextPieces.Part, isOneLine: Bool) {
    let key = Key(part.piece)
    let table = tables[key] ?? Table(font: part.run.font, size: part.run.size)
    tables[key] = table
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
  }
}
