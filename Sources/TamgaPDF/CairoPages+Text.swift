internal import CCairo
import TamgaLayout

/// Lines as cairo draws them itself, with the letters that they show.
extension CairoPages {
  /// Draws one line with its left end at `x` on `baseline`, points.
  func draw(_ line: ShapedText.Line, shade: Double, x: Double, baseline: Double) {
    cairo_set_source_rgb(cairo, shade, shade, shade)
    for run in line.runs {
      cairo_set_scaled_font(cairo, font(run.font, run.size))
      show(run, x, baseline)
    }
    for strike in line.strikes {
      cairo_rectangle(cairo, x + strike.x, baseline + strike.y, strike.width, strike.thickness)
      cairo_fill(cairo)
    }
  }

  /// Shows a run with its text, so that a glyph that serves two letters reads back right.
  private func show(_ run: GlyphRun, _ x: Double, _ y: Double) {
    let glyphs = run.glyphs.map {
      cairo_glyph_t(index: UInt($0.id), x: x + $0.x, y: y + $0.y)
    }
    var clusters: [cairo_text_cluster_t] = []
    // Letters that no glyph shows make clusters of their own.
    let places = run.isRightToLeft ? run.glyphs.reversed() : run.glyphs
    var byte = 0
    for (index, glyph) in places.enumerated() {
      if index > 0, places[index - 1].letters == glyph.letters {
        clusters[clusters.count - 1].num_glyphs += 1
        continue
      }
      if glyph.letters.lowerBound > byte {
        clusters.append(
          cairo_text_cluster_t(num_bytes: Int32(glyph.letters.lowerBound - byte), num_glyphs: 0))
      }
      clusters.append(
        cairo_text_cluster_t(num_bytes: Int32(glyph.letters.count), num_glyphs: 1))
      byte = glyph.letters.upperBound
    }
    if byte < run.text.count {
      clusters.append(cairo_text_cluster_t(num_bytes: Int32(run.text.count - byte), num_glyphs: 0))
    }
    run.text.withUnsafeBytes { text in
      cairo_show_text_glyphs(
        cairo, text.bindMemory(to: CChar.self).baseAddress, Int32(run.text.count), glyphs,
        Int32(glyphs.count), clusters, Int32(clusters.count),
        cairo_text_cluster_flags_t(
          run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD.rawValue : 0))
    }
  }
}

/// Scaled fonts of cairo by file and size: unhinted, with the metrics of the design.
final class CairoFonts {
  private struct Key: Hashable {
    let file: FontFace
    let size: Double
  }

  private var fonts: [Key: OpaquePointer] = [:]

  /// Alive as long as this.
  func font(_ file: FontFace, _ size: Double) -> OpaquePointer {
    let key = Key(file: file, size: size)
    if let font = fonts[key] { return font }
    let font = Self.make(file, size)
    fonts[key] = font
    return font
  }

  /// A font that the caller releases; one in an error state where the file is not there.
  private static func make(_ file: FontFace, _ size: Double) -> OpaquePointer {
    // Cairo opens the file itself, once for all threads.
    let pattern = FcPatternCreate()
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FILE, file.path)
    FcPatternAddInteger(pattern, FC_INDEX, Int32(file.index))
    let face = cairo_ft_font_face_create_for_pattern(pattern)
    defer { cairo_font_face_destroy(face) }
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    var scale = cairo_matrix_t()
    cairo_matrix_init_scale(&scale, size, size)
    var identity = cairo_matrix_t()
    cairo_matrix_init_identity(&identity)
    // safe: cairo returns a font in an error state, never NULL
    return cairo_scaled_font_create(face, &scale, &identity, options)!
  }

  deinit { for font in fonts.values { cairo_scaled_font_destroy(font) } }
}
