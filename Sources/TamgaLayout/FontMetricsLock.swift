internal import CPango
import TamgaDomain

/// The fonts that Pango has measured for this thread.
///
/// Pango measures a font when a text in it is broken for the first time, with a flag that all threads
/// share (`in_get_metrics`, pangocairo-font.c): a thread that finds it set keeps another width for its
/// letters, breaks lines by it, and the same paper would not give the same bytes. So fonts are
/// measured by one thread at a time, and texts in measured fonts need not wait.
struct FontMetricsLock {
  private struct Measure: Hashable {
    let letters: Letters
    let language: OpaquePointer
  }

  private var measured: Set<Measure> = []
  /// The plain letters that are taken from another font.
  private(set) var foreign: [Face: LetterSet] = [:]
  /// The one font from which the foreign letters of a face are taken; nil where there are several. Known once a
  /// text had one.
  private var fallbacks: [Face: FontFace?] = [:]
  // Pango measures a font for the language of each run, which follows from its script.
  private let latin = pango_script_get_sample_language(PANGO_SCRIPT_LATIN)
  private let cyrillic = pango_script_get_sample_language(PANGO_SCRIPT_CYRILLIC)

  /// From which fonts the letters of a text are taken.
  enum Coverage {
    /// Each from its face.
    case own
    /// Some from the one fallback font of their face.
    case fallback
    case unknown
  }

  /// Measures what a text needs.
  mutating func cover(
    _ stretches: [Stretch], in context: OpaquePointer, _ fonts: FontLibrary
  ) -> Coverage {
    var (isLatin, isCyrillic) = (false, false)
    for stretch in stretches {
      for scalar in stretch.text.unicodeScalars {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x259: isLatin = true
        case 0x400...0x4FF: isCyrillic = true
        default: guard Self.signs.contains(scalar) else { return .unknown }
        }
      }
    }
    let own = pango_context_get_language(context)
    var languages = [own]
    if isLatin, pango_language_includes_script(own, PANGO_SCRIPT_LATIN) == 0 {
      languages.append(latin)
    }
    if isCyrillic, pango_language_includes_script(own, PANGO_SCRIPT_CYRILLIC) == 0 {
      languages.append(cyrillic)
    }
    for language in languages.compactMap(\.self) {
      for letters in stretches.map(\.letters) {
        let measure = Measure(letters: letters, language: language)
        guard measured.contains(measure) || make(measure, context, fonts) else {
          return .unknown
        }
      }
    }
    let lacking = stretches.filter { stretch in
      let foreign = foreign[stretch.letters.face]
      return stretch.text.unicodeScalars.contains { foreign?.contains($0) ?? false }
    }.map(\.letters)
    for letters in lacking where fallbacks[letters.face] == nil {
      fallbacks[letters.face] = .some(fallback(of: letters, in: context, fonts))
    }
    if lacking.isEmpty { return .own }
    return lacking.allSatisfy { fallback(of: $0.face) != nil } ? .fallback : .unknown
  }

  /// The font from which the foreign letters of a face are taken; nil where that is not known.
  func fallback(of face: Face) -> FontFace? { fallbacks[face] ?? nil }

  /// Nil where the foreign letters are of several fonts. One that no font has is of none.
  private func fallback(
    of letters: Letters, in context: OpaquePointer, _ fonts: FontLibrary
  ) -> FontFace? {
    let description = fonts.description(letters, isWidened: true)
    defer { pango_font_description_free(description) }
    return CairoLock.alone {
      let own = pango_context_get_language(context)
      guard let set = pango_context_load_fontset(context, description, own) else { return nil }
      defer { g_object_unref(set) }
      let taken = Self.plain.compactMap(Unicode.Scalar.init).filter {
        foreign[letters.face]?.contains($0) ?? false
      }.compactMap { letter in
        pango_fontset_get_font(set, letter.value).map { (letter: letter, font: $0) }
      }
      defer { for (_, font) in taken { g_object_unref(font) } }
      guard let first = taken.first(where: { Self.has($0.letter, $0.font) })?.font,
        taken.allSatisfy({ $0.font == first || !Self.has($0.letter, $0.font) })
      else { return nil }
      return fonts.font(first)?.file
    }
  }

  private static func has(
    _ letter: Unicode.Scalar, _ font: UnsafeMutablePointer<PangoFont>
  ) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(pango_font_get_hb_font(font), letter.value, &glyph) != 0
  }

  /// What papers print besides letters.
  private static let signs = Set(
    Array(0x20...0x7E).compactMap(Unicode.Scalar.init) + "\n\u{A0}«»§°·–—‘’“”„…№ʻʼ".unicodeScalars)

  private static let plain: [UInt32] =
    [Array(0x41...0x5A), Array(0x61...0x7A), Array(0xC0...0x259), Array(0x400...0x4FF)]
    .flatMap(\.self) + signs.map(\.value).filter { $0 > 0x20 }

  private mutating func make(
    _ measure: Measure, _ context: OpaquePointer, _ fonts: FontLibrary
  ) -> Bool {
    let description = fonts.description(measure.letters, isWidened: false)
    defer { pango_font_description_free(description) }
    let letters = foreign[measure.letters.face] == nil ? Self.plain : []
    let others: [UInt32]? = CairoLock.alone {
      guard let set = pango_context_load_fontset(context, description, measure.language),
        let font = pango_fontset_get_font(set, UInt32(UInt8(ascii: "0")))
      else { return nil }
      defer {
        g_object_unref(font)
        g_object_unref(set)
      }
      pango_font_metrics_unref(pango_font_get_metrics(font, measure.language))
      return letters.filter { letter in
        let other = pango_fontset_get_font(set, letter)
        defer { g_object_unref(other) }
        return other != font
      }
    }
    guard let others else { return false }
    if foreign[measure.letters.face] == nil {
      foreign[measure.letters.face] = LetterSet(others.compactMap(Unicode.Scalar.init))
    }
    measured.insert(measure)
    return true
  }
}
