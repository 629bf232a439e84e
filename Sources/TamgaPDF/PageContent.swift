import TamgaDomain
import TamgaLayout
import TamgaPaperFile

/// The content of a page (ISO 32000-1, 8): what cairo drew, at its places, and the marks between.
struct PageContent {
  /// Structure elements of the page in order; the index of each is its mark (14.7.4).
  private(set) var tags: [(tag: Page.Tag, language: Language?)] = []
  private(set) var operators: [UInt8] = []
  /// Where cairo's own operators stand; the rest places and marks them.
  private(set) var drawn: [Range<Int>] = []

  init() {
    operators.reserveCapacity(16 << 10)
    // Points from the top left.
    operators.write("1 0 0 -1 0 ")
    operators.write(Measure.points(mm: Style.pageHeight), places: 6)
    operators.write(" cm\nq\n")
  }

  /// Adds everything on a page; false for letters in a font that is not TrueType.
  mutating func add(
    _ page: Page, _ cache: PDFCache, _ used: inout UsedFonts
  ) throws(TypesetError) -> Bool {
    for item in page.items {
      switch item {
      case .text(let text, let line, let x, let baseline):
        guard let drawing = try cache.lines(of: text)[line] else { return false }
        place(x, baseline)
        add(drawing, &used)
        operators.write("Q\n")
      case .rule(let x, let y, let width, let thickness, let shade):
        // The edges stand on steps of cairo's coordinates, as in a page that it draws whole.
        let rule = Shape.rule(
          width: Measure.snapped(x + width) - Measure.snapped(x),
          thickness: Measure.snapped(y + thickness) - Measure.snapped(y), shade: shade)
        place(x, y)
        add(try cache.operators(of: rule))
        operators.write("Q\n")
      case .frame(let x, let y, let width, let height):
        let frame = Shape.frame(
          width: Measure.snapped(x + width) - Measure.snapped(x),
          height: Measure.snapped(y + height) - Measure.snapped(y))
        place(x, y)
        add(try cache.operators(of: frame))
        operators.write("Q\n")
      case .emblem(let x, let y, let size):
        place(x, y)
        add(try cache.operators(of: .emblem(size: size)))
        operators.write("Q\n")
      case .open(let tag, let language): open(tag, language)
      case .close: close()
      }
    }
    return true
  }

  /// Adds the words across a preview, which belong to no element of the structure; false as above.
  mutating func add(
    across text: ShapedText, _ cache: PDFCache, _ used: inout UsedFonts
  ) throws(TypesetError) -> Bool {
    operators.write("/Artifact BMC\n")
    for (index, line) in text.lines.enumerated() {
      guard let drawing = try cache.lines(of: text)[index] else { return false }
      operators.write("q\n")
      numbers(Across.matrix, places: 6)
      operators.write(" cm\n")
      place(-text.width / 2 + line.left, line.baseline - text.height / 2)
      add(drawing, &used)
      operators.write("Q\nQ\n")
    }
    operators.write("EMC\n")
    return true
  }

  /// Adds the symbol, the image `/x0`.
  mutating func add(_ place: QRPlacement) {
    open(.figure, nil)
    let width = place.width - 2 * place.hair
    operators.write("q\n")
    numbers(
      [width, 0, 0, -width, place.left + place.hair, place.top + place.hair + width], places: 6)
    operators.write(" cm\n/x0 Do\nQ\n")
    close()
  }

  mutating func finish() { operators.write("Q\n") }

  // MARK: parts

  /// Moves the origin of what cairo drew to a place, for what follows up to `Q`.
  private mutating func place(_ x: Double, _ y: Double) {
    operators.write("q 1 0 0 1 ")
    numbers(
      [
        Measure.snapped(x) - CairoSurface.origin, Measure.snapped(y) - CairoSurface.origin,
      ], places: 6)
    operators.write(" cm\n")
  }

  private mutating func add(_ bytes: [UInt8]) {
    let start = operators.count
    operators += bytes
    drawn.append(start..<operators.count)
  }

  private mutating func add(_ line: LineDrawing, _ used: inout UsedFonts) {
    for (font, map, glyphs) in line.glyphs { used.add(glyphs, of: font, map: map) }
    for part in line.parts {
      switch part {
      case .drawn(let bytes): add(bytes)
      case .mark(let bytes): operators += bytes
      case .font(let font, let map):
        let start = operators.count
        operators.write("/f")
        operators.write(used.name(of: font, map: map))
        operators.write(" ")
        drawn.append(start..<operators.count)
      }
    }
  }

  private mutating func open(_ tag: Page.Tag, _ language: Language?) {
    operators.write("/")
    operators.write(tag.rawValue)
    operators.write(" << /MCID ")
    operators.write(tags.count)
    operators.write(" >> BDC\n")
    tags.append((tag, language))
  }

  private mutating func close() { operators.write("EMC\n") }

  private mutating func numbers(_ numbers: [Double], places: Int) {
    for (index, number) in numbers.enumerated() {
      if index > 0 { operators.append(UInt8(ascii: " ")) }
      operators.write(number, places: places)
    }
  }
}
