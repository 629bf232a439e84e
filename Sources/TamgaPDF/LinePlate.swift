import Foundation
import TamgaLayout

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

  private(set) var pieces: [Piece] = []
  private(set) var strikes: [ShapedText.Strike] = []

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

extension LinePlate {
  /// nil where only cairo can draw it: letters that run from the right, a font that is not TrueType.
  init?(_ line: ShapedText.Line, _ cache: PDFCache) {
    for run in line.runs {
      guard !run.isRightToLeft, let font = cache.font(run.font) else { return nil }
      var index = 0
      while index < run.glyphs.count {
        let letters = run.glyphs[index].letters
        var next = index + 1
        while next < run.glyphs.count, run.glyphs[next].letters == letters { next += 1 }
        guard run.glyphs[index..<next].allSatisfy({ $0.id < font.glyphCount }) else { return nil }
        add(
          run.glyphs[index..<next], String(decoding: run.text[letters], as: UTF8.self), font,
          run.size)
        index = next
      }
    }
    strikes = line.strikes
    finish()
  }

  private mutating func add(
    _ glyphs: ArraySlice<GlyphRun.Glyph>, _ letters: String, _ font: FontProgram, _ size: Double
  ) {
    let drawn = glyphs.map { UInt16($0.id) }
    // A letter and its mark may be one drawing, or one letter two.
    let codes =
      Self.codes(of: drawn, letters, font)
      ?? Self.codes(of: drawn, letters.precomposedStringWithCanonicalMapping, font)
      ?? Self.codes(of: drawn, letters.decomposedStringWithCanonicalMapping, font)
      ?? Self.codes(ofBlanks: drawn, letters, font)
    if codes == nil { beginSpan(letters) }
    for (glyph, code) in zip(glyphs, codes ?? drawn) {
      add(code, of: font, size: size, x: glyph.x, y: glyph.y)
    }
    if codes == nil { endSpan() }
  }

  /// A no-break space at a line's end is drawn as a space, which is the same in every comparison.
  private static func codes(
    ofBlanks glyphs: [UInt16], _ letters: String, _ font: FontProgram
  ) -> [UInt16]? {
    guard let space = font.space, glyphs == [space], letters.allSatisfy(\.isWhitespace) else {
      return nil
    }
    return codes(of: glyphs, " ", font)
  }

  /// The codes of glyphs that say `letters` one by one; nil when they do not.
  private static func codes(
    of glyphs: [UInt16], _ letters: String, _ font: FontProgram
  ) -> [UInt16]? {
    guard glyphs.count == letters.unicodeScalars.count else { return nil }
    var codes: [UInt16] = []
    for (glyph, letter) in zip(glyphs, letters.unicodeScalars) {
      guard let code = font.code(of: glyph, as: letter) else { return nil }
      codes.append(code)
    }
    return codes
  }
}
