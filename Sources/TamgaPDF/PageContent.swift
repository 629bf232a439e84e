import TamgaDomain
import TamgaLayout
import TamgaPaperFile

/// The content of a page (ISO 32000-1, 8): what cairo drew, at its places, and the marks between.
struct PageContent {
  /// What is marked, in order (14.7.4); what is left blank has no mark.
  private(set) var parts: [(element: Element, mark: Int?)] = []
  /// Elements by their marks.
  private(set) var marks: [Element] = []
  private(set) var operators: [UInt8] = []
  /// Where lines of text and shapes stand among them; the rest places and marks these.
  private(set) var drawn: [Range<Int>] = []
  /// What the texts mean that follow.
  private var element: Element?
  /// What is marked at this place.
  private var marked: Marked?

  private enum Marked {
    case element(Element)
    case nothing
  }

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
        guard !drawing.operators.isEmpty else { continue }
        if let element { mark(element) } else { markNothing() }
        place(x + text.lines[line].left, baseline)
        add(drawing, &used)
        operators.write("Q\n")
      case .rule(let x, let y, let width, let thickness, let shade):
        // The edges stand on steps of cairo's coordinates, as in a page that it draws whole.
        let rule = Shape.rule(
          width: Measure.snapped(x + width) - Measure.snapped(x),
          thickness: Measure.snapped(y + thickness) - Measure.snapped(y), shade: shade)
        try add(rule, x, y, cache)
      case .frame(let x, let y, let width, let height):
        let frame = Shape.frame(
          width: Measure.snapped(x + width) - Measure.snapped(x),
          height: Measure.snapped(y + height) - Measure.snapped(y))
        try add(frame, x, y, cache)
      case .emblem(let x, let y, let size): try add(.emblem(size: size), x, y, cache)
      case .open(let element):
        self.element = element
        if Self.mayBeEmpty.contains(element.tag) { parts.append((element, nil)) }
      }
    }
    return true
  }

  /// What stands in a row or an item though it is left blank.
  private static let mayBeEmpty: Set<StructureTag> = [.header, .cell, .body]

  /// Lines and the emblem mean nothing (14.8.2.2).
  private mutating func add(
    _ shape: Shape, _ x: Double, _ y: Double, _ cache: PDFCache
  ) throws(TypesetError) {
    markNothing()
    place(x, y)
    let start = operators.count
    operators += try cache.operators(of: shape)
    drawn.append(start..<operators.count)
    operators.write("Q\n")
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
  ///
  /// - Parameter language: Of the words that are said in its place.
  mutating func add(_ place: QRPlacement, _ language: Language) {
    mark(Element(.figure, language))
    let width = place.width - 2 * place.hair
    operators.write("q\n")
    numbers(
      [width, 0, 0, -width, place.left + place.hair, place.top + place.hair + width], places: 6)
    operators.write(" cm\n/x0 Do\nQ\n")
  }

  mutating func finish() {
    close()
    operators.write("Q\n")
  }

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

  private mutating func add(_ line: LineDrawing, _ used: inout UsedFonts) {
    for index in line.glyphs.indices {
      used.add(
        line.glyphs[index].glyphs, of: line.glyphs[index].font, map: line.glyphs[index].map)
    }
    let begin = operators.count
    var start = 0
    for index in line.names.indices {
      let place = line.names[index].place
      operators += line.operators[start..<place]
      operators.write("/f")
      operators.write(used.name(of: line.names[index].font, map: line.names[index].map))
      operators.write(" ")
      start = place
    }
    operators += line.operators[start...]
    drawn.append(begin..<operators.count)
  }

  // MARK: marks

  /// Marks what follows as part of an element, unless it is already.
  private mutating func mark(_ element: Element) {
    if case .element(let marked) = marked, marked === element { return }
    close()
    operators.write("/")
    operators.write(text: element.tag.rawValue)
    operators.write(" << /MCID ")
    operators.write(marks.count)
    operators.write(" >> BDC\n")
    parts.append((element, marks.count))
    marks.append(element)
    marked = .element(element)
  }

  private mutating func markNothing() {
    if case .nothing = marked { return }
    close()
    operators.write("/Artifact BMC\n")
    marked = .nothing
  }

  private mutating func close() {
    if marked != nil { operators.write("EMC\n") }
    marked = nil
  }

  private mutating func numbers(_ numbers: [Double], places: Int) {
    for (index, number) in numbers.enumerated() {
      if index > 0 { operators.append(UInt8(ascii: " ")) }
      operators.write(number, places: places)
    }
  }
}
