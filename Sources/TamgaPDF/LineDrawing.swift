internal import CCairo
import TamgaLayout
import TamgaPaperFile

/// A line of text as cairo draws it, its left end at the origin: operators of a page (ISO 32000-1, 9.4),
/// between them the marks that say what glyphs stand for where they do not say it themselves.
final class LineDrawing {
  /// What is to be drawn.
  struct Line {
    let line: ShapedText.Line
    /// 0 is black.
    var shade = 0.0
    /// Its operators are written without cairo where that is sure to give the same ones.
    var isComposed = false
  }

  /// As cairo writes them and with our marks, without the names of fonts.
  let operators: [UInt8]
  /// Before which byte of them a font is named, and by which of its maps its glyphs are read.
  let names: [Name]
  /// The glyphs that the line shows.
  let glyphs: [(font: PDFFont, map: Int, glyphs: GlyphSet)]

  typealias Name = (place: Int, font: PDFFont, map: Int)

  /// Has cairo draw lines, those of one face at once.
  ///
  /// - Returns: nil for each with glyphs that are not embedded: the font is not TrueType.
  static func drawn(
    _ lines: [Line], _ cache: PDFCache
  ) throws(TypesetError) -> [LineDrawing?] {
    let undrawn = lines.map { UndrawnLine($0, cache) }
    var batches: [ObjectIdentifier: Batch] = [:]
    for line in undrawn {
      for case .shown(let shown, let font, _)? in line?.parts ?? [] {
        batches[ObjectIdentifier(font), default: Batch(font: font)].shown.append(shown)
      }
    }
    var drawn: [ObjectIdentifier: ArraySlice<[UInt8]>] = [:]
    for (font, batch) in batches {
      drawn[font] = try batch.font.surface.operators(of: batch.shown)[...]
    }
    var drawings: [LineDrawing?] = []
    for line in undrawn {
      drawings.append(
        try line.map { line throws(TypesetError) in try LineDrawing(line, &drawn, cache) })
    }
    return drawings
  }

  /// What is shown in one face.
  private struct Batch {
    let font: PDFFont
    var shown: [ShownGlyphs] = []
  }

  /// - Parameter drawn: What cairo wrote for each font, in order; what is the line's is taken.
  private init(
    _ line: UndrawnLine, _ drawn: inout [ObjectIdentifier: ArraySlice<[UInt8]>], _ cache: PDFCache
  ) throws(TypesetError) {
    var operators: [UInt8] = []
    var names: [Name] = []
    var glyphs: [(font: PDFFont, map: Int, glyphs: GlyphSet)] = []
    for part in line.parts {
      switch part {
      case .shown(let shown, let font, let map):
        glyphs.append((font, map, shown.set))
        let drawn = drawn[ObjectIdentifier(font)]?.popFirst() ?? []
        Self.add(drawn, font, map, to: &operators, &names)
      case .written(let written, let font, let map, let set):
        glyphs.append((font, map, set))
        guard let written else { continue }
        names.append((operators.count + written.name, font, map))
        operators += written.bytes
      case .mark(let bytes): operators += bytes
      }
    }
    if !line.strikes.isEmpty {
      operators += try cache.shapes.operators { cairo in
        cairo_set_source_rgb(cairo, line.shade, line.shade, line.shade)
        for strike in line.strikes {
          cairo_rectangle(cairo, strike.x, strike.y, strike.width, strike.thickness)
          cairo_fill(cairo)
        }
      }
    }
    (self.operators, self.names, self.glyphs) = (operators, names, glyphs)
  }

  /// Takes the names of the font out, which cairo calls `/f-0-1`.
  private static func add(
    _ drawn: [UInt8], _ font: PDFFont, _ map: Int, to operators: inout [UInt8],
    _ names: inout [Name]
  ) {
    let name: StaticString = "/f-0-1 "
    var start = 0
    while let place = drawn.withUnsafeBytes({ $0.place(of: name, from: start) }) {
      operators += drawn[start..<place]
      names.append((operators.count, font, map))
      start = place + name.utf8CodeUnitCount
    }
    operators += drawn[start...]
  }
}
