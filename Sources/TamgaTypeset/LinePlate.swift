import TamgaDomain

/// A line of text as operators of a PDF page (ISO 32000-1, 9.4), with the same glyphs at the same
/// places as cairo writes them.
struct LinePlate {
  /// Operators in one font.
  struct Piece {
    let font: FontProgram
    /// Where the text begins anew, points from the line's left end and its baseline, and in which
    /// size; nil where it goes on after the piece before it.
    let start: Start?
    let operators: [UInt8]
    let glyphs: GlyphSet
  }

  struct Start: Hashable {
    let x: Double
    let y: Double
    let size: Double
  }

  /// A line through letters, points from the text's left end and its baseline, downwards.
  struct Strike {
    let x: Double
    let y: Double
    let width: Double
    let thickness: Double
  }

  private(set) var pieces: [Piece] = []
  private(set) var strikes: [Strike] = []

  // The piece being made.
  private var font: FontProgram?
  private var start: Start?
  private var operators: [UInt8] = []
  private var glyphs = GlyphSet()
  private var isInString = false
  /// Where text stands, and where a reader's next glyph would: ems from ``origin``.
  private var origin = Start(x: 0, y: 0, size: 0)
  private var cursor = 0.0

  /// Farther, in ems, a glyph is placed anew.
  private static let reach = 10.0
  /// Thousandths of an em that cairo leaves uncorrected.
  private static let slack = 3

  /// Adds a glyph; places are points from the line's left end and its baseline, downwards.
  mutating func add(_ glyph: UInt16, of font: FontProgram, size: Double, x: Double, y: Double) {
    var column = (x - origin.x) / size
    if self.font == nil || size != origin.size || abs(y - origin.y) > 0.001 * size
      || abs(column - cursor) > Self.reach
    {
      endPiece()
      origin = Start(x: x, y: y, size: size)
      start = origin
      cursor = 0
      column = 0
    } else if self.font !== font {
      endPiece()
    }
    self.font = font
    let correction = Int((-1_000 * (column - cursor)).rounded(.toNearestOrAwayFromZero))
    let isMoved = abs(correction) >= Self.slack
    if !isInString {
      operators.write(isMoved ? "[" : "[<")
    } else if isMoved {
      operators.write(">")
    }
    if isMoved {
      operators.write(correction)
      operators.write("<")
      cursor -= Double(correction) / 1_000
    }
    isInString = true
    operators.writeHex(glyph)
    glyphs.insert(glyph)
    cursor += Double(font.advance(of: glyph)) / font.unitsPerEm
  }

  /// Says what the glyphs up to ``endSpan()`` stand for, where they do not say it themselves (14.9.4).
  mutating func beginSpan(_ text: String) {
    endString()
    operators.write("/Span << /ActualText <feff")
    for unit in text.utf16 { operators.writeHex(unit) }
    operators.write("> >> BDC\n")
  }

  mutating func endSpan() {
    endString()
    operators.write("EMC\n")
  }

  mutating func add(_ strike: Strike) { strikes.append(strike) }

  /// To be called after the last glyph.
  mutating func finish() { endPiece() }

  private mutating func endString() {
    if isInString { operators.write(">]TJ\n") }
    isInString = false
  }

  private mutating func endPiece() {
    endString()
    if let font, !operators.isEmpty {
      pieces.append(Piece(font: font, start: start, operators: operators, glyphs: glyphs))
    }
    start = nil
    operators = []
    glyphs = GlyphSet()
  }
}
