internal import CCairo
import TamgaLayout

/// A face of a font file as cairo draws it: without hints, with the metrics of the design. Owns its
/// scaled fonts; not to be shared between threads.
final class CairoFont {
  private let face: OpaquePointer
  /// By size, points.
  private var scaled: [Double: OpaquePointer] = [:]

  init(_ font: FontFace) {
    // Cairo opens the file itself, once for all threads.
    let pattern = FcPatternCreate()
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FILE, font.path)
    FcPatternAddInteger(pattern, FC_INDEX, Int32(font.index))
    // safe: cairo returns a face in an error state, never NULL
    face = CairoLock.alone { cairo_ft_font_face_create_for_pattern(pattern)! }
  }

  /// In a size (points); alive as long as this. For a thread that has the ``CairoLock``.
  func scaled(_ size: Double) -> OpaquePointer {
    if let font = scaled[size] { return font }
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    var scale = cairo_matrix_t()
    cairo_matrix_init_scale(&scale, size, size)
    var identity = cairo_matrix_t()
    cairo_matrix_init_identity(&identity)
    // safe: cairo returns a font in an error state, never NULL
    let font = cairo_scaled_font_create(face, &scale, &identity, options)!
    scaled[size] = font
    return font
  }

  /// Ems to the next glyph in a line, and whether a glyph shows anything, as cairo has both of the font unscaled.
  func measure(_ glyph: UInt16) -> (advance: Double, hasInk: Bool) {
    CairoLock.alone {
      var shown = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
      var extents = cairo_text_extents_t()
      cairo_scaled_font_glyph_extents(scaled(1), &shown, 1, &extents)
      return (extents.x_advance, extents.width > 0 && extents.height > 0)
    }
  }

  /// Shows glyphs as letters of private use, each by its number: cairo takes glyphs that it knows letters
  /// of for a font of 8-bit codes. Later they may be shown without letters.
  func introduce(_ numbers: [UInt16], size: Double, on cairo: OpaquePointer) {
    var glyphs: [cairo_glyph_t] = []
    var text: [UInt8] = []
    for number in numbers {
      glyphs.append(cairo_glyph_t(index: UInt(number), x: 10, y: 10))
      let letter = 0xF_0000 + UInt32(number)
      text.append(UInt8(0xF0 | letter >> 18))
      for shift in [12, 6, 0] as [UInt32] { text.append(UInt8(0x80 | letter >> shift & 0x3F)) }
    }
    let clusters = [cairo_text_cluster_t](
      repeating: cairo_text_cluster_t(num_bytes: 4, num_glyphs: 1), count: glyphs.count)
    cairo_set_scaled_font(cairo, scaled(size))
    text.withUnsafeBytes { text in
      cairo_show_text_glyphs(
        cairo, text.bindMemory(to: CChar.self).baseAddress, Int32(text.count), glyphs,
        Int32(glyphs.count), clusters, Int32(clusters.count), cairo_text_cluster_flags_t(0))
    }
  }

  deinit {
    // Cairo may put glyphs of any other font out of its cache.
    CairoLock.alone {
      for font in scaled.values { cairo_scaled_font_destroy(font) }
      cairo_font_face_destroy(face)
    }
  }
}
