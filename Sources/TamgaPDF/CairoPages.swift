internal import CCairo
import TamgaDomain
import TamgaLayout

/// A PDF, or pictures of its pages, being drawn into memory. Owns its cairo surface and context.
final class CairoPages {
  private let surface: OpaquePointer
  let cairo: OpaquePointer
  private var fonts: [FontFace: CairoFont] = [:]
  private let sink: Sink

  private final class Sink { var bytes: [UInt8] = [] }

  init() throws(TypesetError) {
    let sink = Sink()
    sink.bytes.reserveCapacity(64 << 10)
    self.sink = sink
    // safe: cairo returns a surface in an error state, never NULL
    surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        let sink = Unmanaged<Sink>.fromOpaque(closure!).takeUnretainedValue()  // safe: passed below
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), Measure.points(mm: Style.pageWidth),
      Measure.points(mm: Style.pageHeight))!
    cairo = cairo_create(surface)!  // safe: as above
    try check()
  }

  /// A canvas for one page at a time, as a picture.
  init(dotsPerInch: Double) throws(TypesetError) {
    sink = Sink()
    let scale = dotsPerInch / 72
    // safe: cairo returns a surface in an error state, never NULL
    surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(Measure.points(mm: Style.pageWidth) * scale),
      Int32(Measure.points(mm: Style.pageHeight) * scale))!
    cairo = cairo_create(surface)!  // safe: as above
    try check()
    cairo_scale(cairo, scale, scale)
    cairo_set_source_rgb(cairo, 1, 1, 1)
    cairo_paint(cairo)
  }

  /// The picture as PNG.
  func png() throws(TypesetError) -> [UInt8] {
    cairo_surface_write_to_png_stream(
      surface,
      { closure, data, length in
        let sink = Unmanaged<Sink>.fromOpaque(closure!).takeUnretainedValue()  // safe: passed below
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque())
    try check()
    return sink.bytes
  }

  deinit {
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  /// Title, author and the moment of making; nothing of the machine or its clock.
  func describe(title: String, author: String?, created: Int64) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    if let author { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Tamga")
    let moment = Self.iso(created)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, moment)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, moment)
  }

  private static func iso(_ seconds: Int64) -> String {
    let moment = DayTime(seconds)
    return "\(moment.date.iso)T\(moment.time)Z"
  }

  func draw(_ page: Page) {
    for item in page.items {
      switch item {
      case .text(let text, let line, let x, let baseline):
        let left = x + text.lines[line].left
        draw(text.lines[line], shade: text.shade, x: left, baseline: baseline)
      case .rule(let x, let y, let width, let thickness, let shade):
        draw(.rule(width: width, thickness: thickness, shade: shade), x, y)
      case .frame(let x, let y, let width, let height):
        draw(.frame(width: width, height: height), x, y)
      case .emblem(let x, let y, let size):
        draw(.emblem(size: size), Measure.snapped(x), Measure.snapped(y))
      // What it means stands in no file that cairo writes.
      case .open: break
      }
    }
  }

  private func draw(_ shape: Shape, _ x: Double, _ y: Double) {
    cairo_save(cairo)
    cairo_translate(cairo, x, y)
    shape.draw(on: cairo)
    cairo_restore(cairo)
  }

  /// Draws the symbol as one stencil: a path of modules costs three times the whole page.
  func draw(_ code: ModuleGrid, at place: QRPlacement) {
    // safe: cairo returns a surface in an error state, never NULL
    let stencil = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(code.side), Int32(code.side))!
    defer { cairo_surface_destroy(stencil) }
    cairo_surface_flush(stencil)
    guard let data = cairo_image_surface_get_data(stencil) else { return }
    let stride = Int(cairo_image_surface_get_stride(stencil))
    for row in 0..<code.side {
      for column in 0..<code.side where code.isDark(row: row, column: column) {
        data[row * stride + column / 8] |= 1 << UInt8(column % 8)
      }
    }
    cairo_surface_mark_dirty(stencil)
    cairo_save(cairo)
    // A hair inside its dots: renderers paint every dot that a picture touches.
    cairo_translate(cairo, place.left + place.hair, place.top + place.hair)
    let scale = (place.width - 2 * place.hair) / Double(code.side)
    cairo_scale(cairo, scale, scale)
    let pattern = cairo_pattern_create_for_surface(stencil)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    cairo_set_source_rgb(cairo, Style.ink, Style.ink, Style.ink)
    cairo_mask(cairo, pattern)
    cairo_pattern_destroy(pattern)
    cairo_restore(cairo)
  }

  /// Draws words from the lower left to the upper right; the text that follows stays legible.
  func drawAcross(_ text: ShapedText) {
    cairo_save(cairo)
    cairo_translate(
      cairo, Measure.points(mm: Style.pageWidth) / 2, Measure.points(mm: Style.pageHeight) / 2)
    cairo_rotate(cairo, -Across.angle)
    for line in text.lines {
      draw(
        line, shade: text.shade, x: -text.width / 2, baseline: line.baseline - text.height / 2)
    }
    cairo_restore(cairo)
  }

  /// Alive as long as this.
  func font(_ face: FontFace, _ size: Double) -> OpaquePointer {
    let font = fonts[face] ?? CairoFont(face)
    fonts[face] = font
    return font.scaled(size)
  }

  func endPage() { cairo_show_page(cairo) }

  /// Writes the trailer and gives the file's bytes.
  func finish() throws(TypesetError) -> [UInt8] {
    try check()
    cairo_surface_finish(surface)
    try check()
    return sink.bytes
  }

  private func check() throws(TypesetError) {
    var status = cairo_status(cairo)
    if status == CAIRO_STATUS_SUCCESS { status = cairo_surface_status(surface) }
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw TypesetError(
      .drawing, "PDF", kk: "PDF сызылмады (cairo \(status.rawValue))",
      ru: "PDF не нарисован (cairo \(status.rawValue))",
      en: "the PDF could not be drawn (cairo \(status.rawValue))",
      hint: Message(
        kk: "жад пен дискіде орын бар екенін тексеріңіз", ru: "проверьте память и место на диске",
        en: "check that there is memory and disk space"))
  }
}
