internal import CCairo
import Foundation
import TamgaLayout
import TamgaPaperFile

/// A PDF surface of cairo that lives as long as its worker: whatever is drawn is a page of its own, whose
/// operators are taken as cairo writes them.
///
/// One for each face of a font. Its strings have the numbers of glyphs in the font file, whatever was drawn
/// before. Not to be shared between threads.
final class CairoSurface {
  private let font: CairoFont?
  private var surface: OpaquePointer?
  private var cairo: OpaquePointer?
  private let sink = Sink()
  private var pages = 0
  private var codes = GlyphCodes()

  /// Cairo keeps a hundred bytes of every page until the surface ends.
  private static let room = 10_000
  /// Points: square, so that the longest line is seen on it.
  private static let side = 2_048
  /// Where `draw` has its origin, points from the left and the top: cairo leaves out what is not seen on
  /// the page, and letters stand above their line.
  static let origin = 256.0
  /// How cairo begins the content of every page: points from the top left.
  private static let head = Array("1 0 0 -1 0 \(side) cm\nq\n".utf8)

  /// Cairo then writes content as it is, instead of packing each line for us to unpack. Read whenever a
  /// surface is made.
  private static let isPlain: Void = { _ = setenv("CAIRO_DEBUG_PDF", "1", 1) }()

  /// - Parameter font: The face that is shown; nil for lines and curves.
  init(font: CairoFont? = nil) { self.font = font }

  /// The operators of what `draw` draws on a page of its own, its origin at ``origin``.
  func operators(_ draw: (OpaquePointer) -> Void) throws(TypesetError) -> [UInt8] {
    try CairoLock.alone { () throws(TypesetError) in try captured(draw) }
  }

  /// The operators that show glyphs of the face, in the font `/f-0-1`, each by its number in the font file: of each
  /// of `lines` those that cairo writes for it alone. Blanks alone are not drawn.
  ///
  /// All are drawn on one page, since a page costs cairo more than a line. A mark of another shade stands before
  /// each, so that cairo says anew how the line is painted and in which font.
  ///
  /// - Throws: Where cairo did not write these glyphs and no others.
  func operators(of lines: [ShownGlyphs]) throws(TypesetError) -> [[UInt8]] {
    guard let font else { throw Self.failure("a surface without a font") }
    return try CairoLock.alone { () throws(TypesetError) in
      // Room for both pages: on a new surface there are no codes.
      if pages > Self.room - 2 { close() }
      try introduce(lines, font)
      let page = try captured { cairo in
        // Cairo numbers what is as opaque as letters first.
        Self.lead.draw(on: cairo)
        for (index, line) in lines.enumerated() {
          Self.marks[index % 2].draw(on: cairo)
          cairo_set_source_rgb(cairo, line.shade, line.shade, line.shade)
          cairo_set_scaled_font(cairo, font.scaled(line.size))
          cairo_show_glyphs(cairo, line.glyphs, Int32(line.glyphs.count))
        }
      }
      guard var pieces = Self.divided(page, count: lines.count) else {
        throw Self.failure("an unknown form of content")
      }
      for (index, line) in lines.enumerated() {
        let written = codes.replaceByNumbers(in: &pieces[index])
        guard written == line.numbers || written == [] else { throw unexpectedCodes() }
      }
      return pieces
    }
  }

  /// A square before a line.
  private struct Mark {
    let red: Double
    let blue: Double
    let opacity: Double
    /// The operators by which cairo sets its paint.
    var paint: StaticString = ""

    func draw(on cairo: OpaquePointer) {
      cairo_set_source_rgba(cairo, red, 0, blue, opacity)
      cairo_rectangle(cairo, 0, 0, 1, 1)
      cairo_fill(cairo)
    }
  }

  private static let lead = Mark(red: 0, blue: 0, opacity: 1)
  /// In turn, since cairo does not repeat a shade: between two marks there may be blanks alone.
  private static let marks = [
    Mark(red: 1, blue: 0, opacity: 0.5, paint: "1 0 0 rg /a1 gs\n"),
    Mark(red: 0, blue: 1, opacity: 0.25, paint: "0 0 1 rg /a2 gs\n"),
  ]

  /// What stands behind each of the marks; nil where one of them is not there.
  private static func divided(_ page: [UInt8], count: Int) -> [[UInt8]]? {
    page.withUnsafeBytes { page -> [[UInt8]]? in
      var starts: [(mark: Int, piece: Int)] = []
      for index in 0..<count {
        guard
          let mark = page.place(of: marks[index % 2].paint, from: starts.last?.piece ?? 0),
          let filled = page.place(of: " f\n", from: mark)
        else { return nil }
        starts.append((mark, filled + 3))
      }
      return starts.indices.map { index in
        let end = index + 1 < count ? starts[index + 1].mark : page.count
        return Array(page[starts[index].piece..<end])
      }
    }
  }

  /// Has cairo give codes to those of the glyphs that have none. All are on the page: blanks alone would not
  /// be drawn.
  private func introduce(_ lines: [ShownGlyphs], _ font: CairoFont) throws(TypesetError) {
    guard let size = lines.first?.size,
      let introduced = codes.introducing(lines.flatMap(\.numbers))
    else { return }
    var page = try captured { font.introduce(introduced.order, size: size, on: $0) }
    let written = introduced.codes.replaceByNumbers(in: &page)
    if written == introduced.order {
      codes = introduced.codes
    } else if written != [] {
      throw unexpectedCodes()
    }
  }

  private func unexpectedCodes() -> TypesetError {
    close()
    return Self.failure("glyphs of other codes")
  }

  private func captured(_ draw: (OpaquePointer) -> Void) throws(TypesetError) -> [UInt8] {
    if pages == Self.room { close() }
    let cairo = try open()
    cairo_save(cairo)
    cairo_translate(cairo, Self.origin, Self.origin)
    draw(cairo)
    cairo_restore(cairo)
    sink.take(true)
    cairo_show_page(cairo)
    sink.take(false)
    pages += 1
    try check()
    guard let operators = Self.content(of: sink.bytes) else {
      throw Self.failure("an unknown form of content")
    }
    return operators
  }

  // MARK: the surface

  private func open() throws(TypesetError) -> OpaquePointer {
    if let cairo { return cairo }
    Self.isPlain
    // safe: cairo returns a surface in an error state, never NULL
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        // safe: passed below
        let sink = Unmanaged<Sink>.fromOpaque(closure!).takeUnretainedValue()
        return sink.add(data, Int(length))
      }, Unmanaged.passUnretained(sink).toOpaque(), Double(Self.side), Double(Self.side))!
    let cairo = cairo_create(surface)!  // safe: as above
    self.surface = surface
    self.cairo = cairo
    pages = 0
    sink.hasEnded = false
    try check()
    return cairo
  }

  /// Nobody wants the file that cairo would end with: a failing sink spares the subsetting of its fonts.
  private func close() {
    guard let surface, let cairo else { return }
    sink.hasEnded = true
    cairo_show_page(cairo)
    cairo_destroy(cairo)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
    self.surface = nil
    self.cairo = nil
    codes = GlyphCodes()
  }

  deinit { CairoLock.alone { close() } }

  private func check() throws(TypesetError) {
    var status = cairo_status(cairo)
    if status == CAIRO_STATUS_SUCCESS { status = cairo_surface_status(surface) }
    guard status != CAIRO_STATUS_SUCCESS else { return }
    close()
    throw Self.failure(String(cString: cairo_status_to_string(status)))
  }

  private static func failure(_ reason: String) -> TypesetError {
    TypesetError(
      .drawing, "cairo", kk: "PDF сызылмады: \(reason)", ru: "PDF не нарисован: \(reason)",
      en: "the PDF could not be drawn: \(reason)")
  }

  // MARK: what cairo writes

  /// Takes what is written between two calls, and forgets the rest.
  private final class Sink {
    private(set) var bytes: [UInt8] = []
    private var takes = false
    var hasEnded = false

    func take(_ takes: Bool) {
      self.takes = takes
      if takes { bytes.removeAll(keepingCapacity: true) }
    }

    func add(_ data: UnsafePointer<UInt8>?, _ count: Int) -> cairo_status_t {
      guard !hasEnded else { return CAIRO_STATUS_WRITE_ERROR }
      if takes { bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: count)) }
      return CAIRO_STATUS_SUCCESS
    }
  }

  /// Between the first `q` and the last `Q` of the page's content, the first stream; nil for a content
  /// of another form.
  private static func content(of bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBytes { file -> [UInt8]? in
      guard let start = file.place(of: "stream\n", from: 0),
        let end = file.place(of: "\nendstream", from: start + 7)
      else { return nil }
      var stream = Array(file[start + 7..<end])
      if let filter = file.place(of: "/FlateDecode", from: 0), filter < start {
        guard let plain = Inflater.inflated(stream[...], limit: 1 << 20) else { return nil }
        stream = plain
      }
      guard stream.starts(with: head), let last = stream.lastIndex(of: UInt8(ascii: "Q")) else {
        return nil
      }
      return Array(stream[head.count..<last])
    }
  }
}
