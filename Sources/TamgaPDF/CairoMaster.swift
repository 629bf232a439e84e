internal import CCairo
internal import CDeflate
import TamgaLayout

/// What papers take over from files that cairo drew: the descriptors of the fonts, the emblem, and
/// cairo's own name. Each follows from its argument alone.
enum CairoMaster {
  /// Who makes the files (ISO 32000-1, 14.3.3), as cairo says it.
  static let producer = line("/Producer", of: file { _ in }) ?? "(cairo)"

  /// The operators that draw the emblem in a size (points), from its top left.
  static func emblem(size: Double) -> [UInt8] {
    let bytes = file { Emblem.draw(on: $0, x: 0, y: 0, size: size) }
    let content = content(of: bytes)
    // Between the first q and the last Q, which set the page's own state.
    guard let start = content[...].range(of: "q\n")?.upperBound,
      let end = content.lastIndex(of: UInt8(ascii: "Q"))
    else { return [] }
    return Array(content[start..<end])
  }

  /// The lines of a font's descriptor (9.8) that do not depend on the subset; nil when cairo would not
  /// embed the font as TrueType.
  ///
  /// - Parameter font: A scaled font of cairo.
  static func descriptor(of font: OpaquePointer?, glyph: UInt16) -> [String]? {
    guard let font else { return nil }
    let bytes = file { cairo in
      cairo_set_scaled_font(cairo, font)
      var glyph = cairo_glyph_t(index: UInt(glyph), x: 50, y: 50)
      // A letter of private use: else cairo takes the font for one of Latin letters.
      let text = "\u{F8FF}"
      var cluster = cairo_text_cluster_t(num_bytes: Int32(text.utf8.count), num_glyphs: 1)
      cairo_show_text_glyphs(cairo, text, -1, &glyph, 1, &cluster, 1, cairo_text_cluster_flags_t(0))
    }
    guard let start = bytes[...].range(of: "<< /Type /FontDescriptor")?.upperBound,
      let end = bytes[start...].range(of: ">>\nendobj")?.lowerBound
    else { return nil }
    let lines = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: "\n")
    guard lines.contains(where: { $0.contains("/FontFile2 ") }) else { return nil }
    return lines.map { $0.trimmingPrefix(while: \.isWhitespace) }
      .filter { !$0.hasPrefix("/FontName ") && !$0.hasPrefix("/FontFile2 ") }.map(String.init)
  }

  // MARK: files

  private final class Sink { var bytes: [UInt8] = [] }

  /// A file of one page.
  private static func file(_ draw: (OpaquePointer) -> Void) -> [UInt8] {
    let sink = Sink()
    // A surface in an error state takes what is drawn and forgets it.
    let surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        let sink = Unmanaged<Sink>.fromOpaque(closure!).takeUnretainedValue()  // safe: passed below
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), Measure.points(mm: Style.pageWidth),
      Measure.points(mm: Style.pageHeight))!  // safe: cairo never returns NULL
    let cairo = cairo_create(surface)!  // safe: as above
    draw(cairo)
    cairo_show_page(cairo)
    cairo_destroy(cairo)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
    return sink.bytes
  }

  /// The rest of the first line that holds `key`.
  private static func line(_ key: String, of bytes: [UInt8]) -> String? {
    guard let start = bytes[...].range(of: key + " ")?.upperBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The operators of the page: the first stream of the file.
  private static func content(of bytes: [UInt8]) -> [UInt8] {
    guard let start = bytes[...].range(of: "stream\n")?.upperBound,
      let end = bytes[start...].range(of: "\nendstream")?.lowerBound,
      let decompressor = libdeflate_alloc_decompressor()
    else { return [] }
    defer { libdeflate_free_decompressor(decompressor) }
    let room = 64 << 10
    return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      bytes[start..<end].withUnsafeBytes { stream in
        if libdeflate_zlib_decompress(
          decompressor, stream.baseAddress, stream.count, buffer.baseAddress, room, &count)
          != LIBDEFLATE_SUCCESS
        {
          count = 0
        }
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Where `text` stands first. The library's search of any collection costs a twelfth of a first paper.
  fileprivate func range(of text: String) -> Range<Int>? {
    let text = Array(text.utf8)
    var rest = self
    while let start = rest.firstIndex(of: text[0]) {
      rest = rest[start...]
      if rest.starts(with: text) { return start..<start + text.count }
      rest = rest.dropFirst()
    }
    return nil
  }
}
