internal import CPango
import TamgaDomain

/// Papers that are drawn by cairo as a whole.
extension ShapedText {
  /// Draws one line with its left end at `x` on `baseline`, points.
  func draw(line index: Int, x: Double, baseline: Double, on cairo: OpaquePointer) {
    guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { return }
    var x = x
    var node = line.pointee.runs
    cairo_set_source_rgb(cairo, shade, shade, shade)
    while let run = node {
      let item = run.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self)
      let width = Double(pango_glyph_string_get_width(item.pointee.glyphs)) / Double(PANGO_SCALE)
      cairo_move_to(cairo, x, baseline)
      Self.show(item, text, cairo)
      strike(Int(item.pointee.item.pointee.offset), x: x, width: width, baseline, cairo)
      x += width
      node = run.pointee.next
    }
  }

  /// The line through a run that begins at `byte`.
  func strike(at byte: Int) -> Strike? { strikes.first { $0.bytes.contains(byte) } }

  /// Draws the line through a run that begins at a struck byte.
  private func strike(
    _ byte: Int, x: Double, width: Double, _ baseline: Double, _ cairo: OpaquePointer
  ) {
    guard let strike = strike(at: byte) else { return }
    cairo_rectangle(
      cairo, x, baseline - strike.size * Style.strikeHeight, width,
      strike.size * Style.strikeThickness)
    cairo_fill(cairo)
  }

  /// Shows a run with its text, so that a glyph that serves two letters reads back right.
  private static func show(
    _ item: UnsafeMutablePointer<PangoGlyphItem>, _ text: String, _ cairo: OpaquePointer
  ) {
    // safe: a copy of a run is a run
    let copy = pango_glyph_item_copy(item)!
    defer { pango_glyph_item_free(copy) }
    let glyphs = copy.pointee.glyphs!  // safe: a run has glyphs
    // Pango empties the space at a line's end; a real one keeps the words apart when copied.
    var space: hb_codepoint_t = 0
    let font = pango_font_get_hb_font(copy.pointee.item.pointee.analysis.font)
    if hb_font_get_nominal_glyph(font, 0x20, &space) != 0 {
      for index in 0..<Int(glyphs.pointee.num_glyphs)
      where glyphs.pointee.glyphs[index].glyph == emptyGlyph {
        glyphs.pointee.glyphs[index].glyph = space
      }
    }
    pango_cairo_show_glyph_item(cairo, text, copy)
  }

  /// `PANGO_GLYPH_EMPTY`.
  static let emptyGlyph: PangoGlyph = 0x0FFF_FFFF
}
