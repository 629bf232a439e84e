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
  /// Tells its drawings from those of another, since they name its fonts.
  private let mark = Mark()

  private final class Mark {}

  /// What a text keeps of its lines.
  private final class DrawnText {
    let mark: Mark
    let lines: [LineDrawing?]

    init(_ mark: Mark, _ lines: [LineDrawing?]) {
      self.mark = mark
      self.lines = lines
    }
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
    for page in pages {
      for case .text(let text, line: 0, _, _) in page.items where drawing(of: text) == nil {
        texts.append(text)
      }
    }
    guard !texts.isEmpty else { return }
    var drawn = try LineDrawing.drawn(texts.flatMap(Self.lines), self)[...]
    for text in texts {
      text.drawing = DrawnText(mark, Array(drawn.prefix(text.lines.count)))
      drawn.removeFirst(text.lines.count)
    }
  }

  private func drawing(of text: ShapedText) -> DrawnText? {
    guard let drawing = text.drawing as? DrawnText, drawing.mark === mark else { return nil }
    return drawing
  }

  /// The lines of a text as cairo draws them; nil for those in a font that is not TrueType.
  func lines(of text: ShapedText) throws(TypesetError) -> [LineDrawing?] {
    if let drawing = drawing(of: text) { return drawing.lines }
    let drawing = DrawnText(mark, try LineDrawing.drawn(Self.lines(text), self))
    text.drawing = drawing
    return drawing.lines
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
