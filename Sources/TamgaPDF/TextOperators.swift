internal import CCairo
import TamgaPaperFile

/// The operators that show glyphs of one face on one line (ISO 32000-1, 9.4), without the name of their font, in the
/// very words of cairo.
///
/// By hand, because a page of cairo's for a paper's own words took a sixth of the paper's time. A test compares them byte by byte with what cairo writes; what it would write in another way is left
/// to it.
struct TextOperators {
  let bytes: [UInt8]
  /// Before which of them the font is named.
  let name: Int

  enum Outcome {
    case written(TextOperators)
    /// Blanks alone: cairo draws nothing.
    case nothing
    /// Cairo is to say.
    case unsure
  }

  /// Glyphs that cairo shows by one operator.
  private static let mostGlyphs = 199
  /// Ems: what lies further apart gets a place of its own.
  private static let farthest = 10.0
  /// Ems that a glyph may stray before it is placed anew, where all follow each other.
  private static let tolerance = 0.001
  /// Thousandths of an em that are not worth a number.
  private static let least = 3

  static func of(_ shown: ShownGlyphs, _ font: PDFFont) -> Outcome {
    guard let first = shown.glyphs.first, shown.glyphs.count <= mostGlyphs, first.y == 0 else {
      return .unsure
    }
    let measures = shown.glyphs.map { font.measure(UInt16($0.index)) }
    guard measures.contains(where: \.hasInk) else { return .nothing }
    // The arithmetic is cairo's, operation by operation, so that halves are rounded alike.
    let left = CairoSurface.origin + first.x
    let scale = 1 / shown.size
    let origin = -left * scale
    var places: [Double] = []
    places.reserveCapacity(shown.glyphs.count)
    var (natural, isNatural) = (0.0, true)
    for (glyph, measure) in zip(shown.glyphs, measures) {
      let place = scale * (CairoSurface.origin + glyph.x) + origin
      guard glyph.y == 0, abs(place - natural) <= farthest else { return .unsure }
      if abs(place - natural) > tolerance { isNatural = false }
      natural += measure.advance
      places.append(place)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(96 + 8 * places.count)
    write(shown, left, to: &bytes)
    let name = bytes.count
    bytes.write("1 Tf\n")
    var text = Wrapped(bytes: bytes)
    if !isNatural { text.delimit(UInt8(ascii: "[")) }
    text.delimit(UInt8(ascii: "<"))
    var pen = 0.0
    for (index, place) in places.enumerated() {
      if !isNatural, place != pen {
        let step = Int((-1_000 * (place - pen) + 0.5).rounded(.down))
        if abs(step) >= least {
          text.close()
          text.number(step)
          text.delimit(UInt8(ascii: "<"))
          pen += Double(step) / -1_000
        }
      }
      text.code(UInt16(shown.glyphs[index].index))
      pen += measures[index].advance
    }
    text.close()
    text.delimit(isNatural ? UInt8(ascii: "T") : UInt8(ascii: "]"))
    text.bytes.write(isNatural ? "j\nET\n" : "TJ\nET\n")
    return .written(TextOperators(bytes: text.bytes, name: name))
  }

  /// What stands before the name.
  private static func write(_ shown: ShownGlyphs, _ left: Double, to head: inout [UInt8]) {
    for _ in 0..<3 {
      head.write(shown.shade, places: 6)
      head.write(" ")
    }
    head.write("rg /a0 gs\nBT\n")
    head.write(shown.size, places: 6)
    head.write(" 0 0 ")
    head.write(-shown.size, places: 6)
    head.write(" ")
    head.write(left, places: 6)
    head.write(" ")
    head.write(CairoSurface.origin, places: 6)
    head.write(" Tm\n")
  }

  /// Cairo breaks what it shows into lines of some 72 bytes.
  private struct Wrapped {
    private static let length = 72
    var bytes: [UInt8]
    private var column = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func delimit(_ byte: UInt8) {
      column += 1
      if column >= Self.length { wrap() }
      bytes.append(byte)
    }

    mutating func number(_ number: Int) {
      let start = bytes.count
      bytes.write(number)
      if column + 1 >= Self.length {
        bytes.insert(UInt8(ascii: "\n"), at: start)
        column = bytes.count - start - 2
      } else {
        column += bytes.count - start
      }
    }

    mutating func code(_ code: UInt16) {
      if column + 4 <= Self.length {
        bytes.writeHex(code)
        column += 4
        return
      }
      var shift: UInt16 = 16
      while shift > 0 {
        shift -= 4
        bytes.append([UInt8].hexDigit(code >> shift & 0xF))
        column += 1
        if column > Self.length { wrap() }
      }
    }

    mutating func close() {
      column += 1
      bytes.append(UInt8(ascii: ">"))
    }

    private mutating func wrap() {
      bytes.append(UInt8(ascii: "\n"))
      column = 0
    }
  }
}
