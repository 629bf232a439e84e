/// The letters of a text in a row, with their advances: how wide any part of it stands on a line.
struct LetterRow {
  struct Letter {
    let unit: UInt16
    /// The piece that it stands in, and its place there.
    let piece: Int
    let place: Int
    let glyph: UInt32
    /// Before the letter behind it, and at the end of a run; Pango units. The second is nil where it is not known.
    let advance: Int
    let lastAdvance: Int?
    /// Of UTF-8 in its piece.
    let bytes: Range<Int>

    var isBlank: Bool { unit == TextPieces.blank }
  }

  let letters: [Letter]
  /// Where each letter begins, and where the last one ends, Pango units.
  let places: [Int]

  /// - Returns: nil where a letter or a pair of letters is not known, or two blanks follow each other.
  init?(_ plain: TextPieces, _ tables: LetterTables) {
    var letters: [Letter] = []
    var places = [0]
    let count = plain.pieces.reduce(0) { $0 + $1.units.count }
    letters.reserveCapacity(count)
    places.reserveCapacity(count + 1)
    for (index, piece) in plain.pieces.enumerated() {
      guard let table = tables[piece] else { return nil }
      var byte = 0
      for (place, unit) in piece.units.enumerated() {
        let next = place + 1 < piece.units.count ? piece.units[place + 1] : 0
        guard let glyph = table.glyph(unit), let advance = table.advance(unit, next) else {
          return nil
        }
        if unit == TextPieces.blank, letters.last?.isBlank ?? false { return nil }
        let end = byte + LineComposer.bytes(of: unit)
        letters.append(
          Letter(
            unit: unit, piece: index, place: place, glyph: glyph, advance: Int(advance),
            lastAdvance: next == 0 ? Int(advance) : table.advance(unit, 0).map(Int.init),
            bytes: byte..<end))
        byte = end
        places.append(places[places.count - 1] + Int(advance))
      }
    }
    self.letters = letters
    self.places = places
  }

  /// How letters come to stand on lines.
  enum Breaking {
    case lines([Range<Int>])
    /// A line holds no part of the text up to where it may end.
    case tooWide
    /// Pango may think differently.
    case uncertain
  }

  /// The lines of a column, each as long as it holds (`process_line` of Pango 1.50): a blank at its end needs no room.
  ///
  /// - Parameters:
  ///   - column: Pango units.
  ///   - ends: The places in which a line may end, ascending; the end of the text is the last.
  func lines(in column: Int, _ ends: [Int]) -> Breaking {
    var lines: [Range<Int>] = []
    var (start, index) = (0, 0)
    while start < letters.count {
      var end: Int?
      while index < ends.count {
        let (width, drawn, margin) = width(of: start..<ends[index])
        if abs(width - column) < margin { return .uncertain }
        guard width <= column else {
          // Such a part stands on a line of its own, which may be found narrow enough.
          if end == nil, drawn - column <= Self.hair { return .uncertain }
          break
        }
        end = ends[index]
        index += 1
      }
      guard let end else { return .tooWide }
      lines.append(start..<end)
      start = end
    }
    return .lines(lines)
  }

  /// How far letters reach on a line of their own without the blank at its end, as Pango measures them and as it
  /// draws them, and how far that may be wrong.
  private func width(of letters: Range<Int>) -> (Int, drawn: Int, margin: Int) {
    let last = self.letters[letters.upperBound - 1]
    let before = places[letters.upperBound - 1] - places[letters.lowerBound]
    guard let own = last.lastAdvance else {
      let width = before + (last.isBlank ? 0 : last.advance)
      return (width, width, Self.unknown)
    }
    // Pango takes the blank off as wide as it was before the next letter.
    return last.isBlank
      ? (before + own - last.advance, before, 0) : (before + own, before + own, 0)
  }

  /// A line that is too wide by no more is not broken anew (``ShapedText``); Pango units.
  private static let hair = 11

  /// More than a pair of letters is moved, Pango units.
  private static let unknown = 2 << 10

  /// What the letters of a line advance, whose last blank has no width; nil where it is not known.
  func advances(of line: Range<Int>) -> [Int]? {
    var advances = letters[line].map(\.advance)
    guard let last = letters[line].last else { return advances }
    if last.isBlank, line.upperBound < letters.count {
      advances[advances.count - 1] = 0
    } else {
      guard let own = last.lastAdvance else { return nil }
      advances[advances.count - 1] = own
    }
    return advances
  }
}
