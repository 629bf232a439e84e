import TamgaLayout
import TamgaPaperFile

/// What one worker keeps for the files of further papers: fonts, subsets of them, and what cairo drew.
/// Everything follows from its key alone, so that a paper has the same bytes whatever came before it. Not
/// to be shared between threads.
final class PDFCache {
  /// nil for a face that is not embedded as TrueType.
  private var fonts: [FontFace: PDFFont?] = [:]
  let subsets = FontSubsetCache()
  /// Of the pages of each paper.
  let deflater = Deflater(level: 1)
  /// Of the objects of each file.
  let packer = Deflater(level: PaperParts.packingLevel)
  /// Draws lines and curves.
  let shapes = CairoSurface()
  private let drawnShapes = TwoGenerationCache<Shape, [UInt8]>(room: 512)
  private let drawnTexts = TwoGenerationCache<ObjectIdentifier, DrawnText>(room: 3_072)

  private struct DrawnText {
    /// Lives as long as its identity is the key.
    let text: ShapedText
    let lines: [LineDrawing?]
  }

  func font(_ face: FontFace) -> PDFFont? {
    if let font = fonts[face] { return font }
    let font = PDFFont(face)
    fonts[face] = font
    return font
  }

  /// Has cairo draw at once what no earlier paper had of these pages.
  func draw(_ pages: [Page]) throws(TypesetError) {
    var texts: [ShapedText] = []
    var seen: Set<ObjectIdentifier> = []
    for page in pages {
      for case .text(let text, line: 0, _, _) in page.items
      where !drawnTexts.holds(ObjectIdentifier(text))
        && seen.insert(ObjectIdentifier(text)).inserted
      {
        texts.append(text)
      }
    }
    guard !texts.isEmpty else { return }
    var drawn = try LineDrawing.drawn(texts.flatMap(Self.lines), self)[...]
    for text in texts {
      let own = Array(drawn.prefix(text.lines.count))
      drawn = drawn.dropFirst(own.count)
      _ = drawnTexts.value(ObjectIdentifier(text)) { DrawnText(text: text, lines: own) }
    }
  }

  /// The lines of a text as cairo draws them; nil for those in a font that is not TrueType.
  func lines(of text: ShapedText) throws(TypesetError) -> [LineDrawing?] {
    try drawnTexts.value(ObjectIdentifier(text)) { () throws(TypesetError) in
      DrawnText(text: text, lines: try LineDrawing.drawn(Self.lines(text), self))
    }.lines
  }

  private static func lines(_ text: ShapedText) -> [LineDrawing.Line] {
    text.lines.map { LineDrawing.Line(line: $0, shade: text.shade, isComposed: text.isComposed) }
  }

  /// What cairo writes to draw a shape, from its top left.
  func operators(of shape: Shape) throws(TypesetError) -> [UInt8] {
    try drawnShapes.value(shape) { () throws(TypesetError) in
      try shapes.operators { shape.draw(on: $0) }
    }
  }
}
