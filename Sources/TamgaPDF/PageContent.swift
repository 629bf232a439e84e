import TamgaDomain
import TamgaLayout

/// The operators of a page (ISO 32000-1, 8 and 9), at the places and with the roundings of cairo.
struct PageContent {
  /// Structure elements of the page in order; the index of each is its mark (14.7.4).
  private(set) var tags: [Page.Tag] = []
  private(set) var operators: [UInt8] = []
  /// 0 is black; a page begins so.
  private var shade = 0.0

  init() {
    operators.reserveCapacity(16 << 10)
    // Points from the top left.
    operators.write("1 0 0 -1 0 ")
    operators.write(Measure.points(mm: Style.pageHeight), places: 6)
    operators.write(" cm\nq\n")
  }

  /// Adds everything on a page; false where only cairo can draw it.
  mutating func add(_ page: Page, _ cache: PDFCache, _ used: inout UsedFonts) -> Bool {
    for item in page.items {
      switch item {
      case .text(let text, let line, let x, let baseline):
        guard let plate = cache.line(line, of: text) else { return false }
        add(plate, text.shade, Measure.snapped(x), Measure.snapped(baseline), &used)
      case .rule(let x, let y, let width, let thickness, let shade):
        paint(shade)
        rectangle(x, y, width, thickness)
        operators.write(" f\n")
      case .frame(let x, let y, let width, let height):
        operators.write("0 0 0 RG 0.8 w\n0 J\n0 j\n[] 0.0 d\n10 M ")
        rectangle(x, y, width, height)
        operators.write(" S\n")
      case .emblem(let x, let y, let size):
        operators.write("q 1 0 0 1 ")
        numbers([Measure.snapped(x), Measure.snapped(y)], places: 6)
        operators.write(" cm\n")
        operators += cache.emblem(size: size)
        operators.write("Q\n")
      case .open(let tag, _): open(tag)
      case .close: close()
      }
    }
    return true
  }

  /// Adds the symbol, the image `/x0`.
  mutating func add(_ place: QRPlacement) {
    open(Page.Tag.figure)
    paint(Style.ink)
    let width = place.width - 2 * place.hair
    operators.write("q\n")
    numbers(
      [width, 0, 0, -width, place.left + place.hair, place.top + place.hair + width], places: 6)
    operators.write(" cm\n/x0 Do\nQ\n")
    close()
  }

  mutating func finish() { operators.write("Q\n") }

  // MARK: parts

  private mutating func add(
    _ plate: LinePlate, _ shade: Double, _ x: Double, _ y: Double, _ used: inout UsedFonts
  ) {
    paint(shade)
    operators.write("BT\n")
    for piece in plate.pieces {
      if let start = piece.start {
        numbers([start.size, 0, 0, -start.size, x + start.x, y + start.y], places: 6)
        operators.write(" Tm\n")
      }
      operators.write("/f")
      operators.write(used.index(of: piece.font, adding: piece.glyphs))
      operators.write(" 1 Tf\n")
      operators += piece.operators
    }
    operators.write("ET\n")
    for strike in plate.strikes {
      rectangle(x + strike.x, y + strike.y, strike.width, strike.thickness)
      operators.write(" f\n")
    }
  }

  private mutating func open(_ tag: Page.Tag) {
    operators.write("/")
    operators.write(tag.rawValue)
    operators.write(" << /MCID ")
    operators.write(tags.count)
    operators.write(" >> BDC\n")
    tags.append(tag)
  }

  private mutating func close() { operators.write("EMC\n") }

  private mutating func paint(_ shade: Double) {
    guard shade != self.shade else { return }
    self.shade = shade
    numbers([shade, shade, shade], places: 3)
    operators.write(" rg\n")
  }

  private mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    let (left, top) = (Measure.snapped(x), Measure.snapped(y))
    numbers(
      [left, top, Measure.snapped(x + width) - left, Measure.snapped(y + height) - top], places: 3)
    operators.write(" re")
  }

  private mutating func numbers(_ numbers: [Double], places: Int) {
    for (index, number) in numbers.enumerated() {
      if index > 0 { operators.append(UInt8(ascii: " ")) }
      operators.write(number, places: places)
    }
  }
}

/// The fonts of a paper in the order of their first use, with their glyphs.
struct UsedFonts {
  private(set) var fonts: [(program: FontProgram, glyphs: GlyphSet)] = []

  mutating func index(of program: FontProgram, adding glyphs: GlyphSet) -> Int {
    if let index = fonts.firstIndex(where: { $0.program === program }) {
      fonts[index].glyphs.formUnion(glyphs)
      return index
    }
    fonts.append((program, glyphs))
    return fonts.count - 1
  }
}
