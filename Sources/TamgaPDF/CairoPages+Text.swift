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
