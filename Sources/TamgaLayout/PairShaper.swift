internal import CPango

/// What HarfBuzz says of a letter before the next one, asked as Pango asks it: with its font, script, language and
/// features.
///
/// In fonts whose letters move by pairs alone (``PairTables``) that is what Pango would lay out in any text, for
/// a hundredth of its time.
final class PairShaper {
  struct Answer {
    let glyph: UInt32
    /// Pango units.
    let advance: Int32
  }

  private struct Font: Hashable {
    let face: FontFace
    let size: Double
  }

  /// As Pango made them; held here.
  private var fonts: [Font: OpaquePointer] = [:]
  private let buffer = hb_buffer_create()!  // safe: HarfBuzz returns a buffer
  private let features: [hb_feature_t]
  /// Of each script in a context of one language, as Pango derives them.
  private let languages: [TextPieces.Script: hb_language_t]

  init(_ context: OpaquePointer) {
    let features = ShapedText.plainLetters.split(separator: ",").map { String($0) }
    self.features = features.compactMap { name in
      var feature = hb_feature_t()
      return hb_feature_from_string(name, -1, &feature) != 0 ? feature : nil
    }
    precondition(self.features.count == features.count, "a feature has a wrong name")
    let own = pango_context_get_language(context)
    var languages: [TextPieces.Script: hb_language_t] = [:]
    for script in [TextPieces.Script.common, .latin, .cyrillic] {
      let isOwn = pango_language_includes_script(own, script.pango) != 0
      let language = isOwn ? own : pango_script_get_sample_language(script.pango)
      languages[script] = hb_language_from_string(pango_language_to_string(language), -1)
    }
    self.languages = languages
  }

  deinit {
    for font in fonts.values { hb_font_destroy(font) }
    hb_buffer_destroy(buffer)
  }

  /// Takes a font that Pango uses.
  func keep(_ font: OpaquePointer, _ face: FontFace, size: Double) {
    let key = Font(face: face, size: size)
    if fonts[key] == nil { fonts[key] = hb_font_reference(font) }
  }

  /// - Parameter next: 0 at the end of a run.
  /// - Returns: Nil where the font lacks a letter, or a glyph is not simply set beside the other.
  func answer(
    _ unit: UInt16, _ next: UInt16, _ face: FontFace, size: Double, _ script: TextPieces.Script
  ) -> Answer? {
    guard let font = fonts[Font(face: face, size: size)], let language = languages[script] else {
      return nil
    }
    let units = next == 0 ? [unit] : [unit, next]
    hb_buffer_clear_contents(buffer)
    hb_buffer_add_utf16(buffer, units, Int32(units.count), 0, Int32(units.count))
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, script.harfBuzz)
    hb_buffer_set_language(buffer, language)
    hb_shape(font, buffer, features, UInt32(features.count))
    var count: UInt32 = 0
    guard let glyphs = hb_buffer_get_glyph_infos(buffer, &count), Int(count) == units.count,
      let places = hb_buffer_get_glyph_positions(buffer, &count)
    else { return nil }
    for index in units.indices {
      guard glyphs[index].codepoint != 0, Int(glyphs[index].cluster) == index,
        places[index].x_offset == 0, places[index].y_offset == 0
      else { return nil }
    }
    return Answer(glyph: glyphs[0].codepoint, advance: places[0].x_advance)
  }
}

extension TextPieces.Script {
  fileprivate var pango: PangoScript {
    switch self {
    case .common: PANGO_SCRIPT_COMMON
    case .latin: PANGO_SCRIPT_LATIN
    case .cyrillic: PANGO_SCRIPT_CYRILLIC
    }
  }

  fileprivate var harfBuzz: hb_script_t {
    switch self {
    case .common: HB_SCRIPT_COMMON
    case .latin: HB_SCRIPT_LATIN
    case .cyrillic: HB_SCRIPT_CYRILLIC
    }
  }
}
