internal import CCairo

/// Glyphs of one face that cairo is to show at once, their line's left end at the origin.
struct ShownGlyphs {
  let glyphs: [cairo_glyph_t]
  /// Points.
  let size: Double
  /// 0 is black.
  let shade: Double

  /// Of the glyphs in the font file.
  var numbers: [UInt16] { glyphs.map { UInt16($0.index) } }

  var set: GlyphSet { GlyphSet(glyphs.lazy.map { UInt16($0.index) }) }
}
