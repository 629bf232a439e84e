internal import CFontconfig
internal import CPango
import Foundation
import TamgaDomain
import TamgaTemplates

/// The fonts of the papers and nothing else of the machine: the same page everywhere.
///
/// Owns a font map, a Pango context and the texts shaped so far. Not to be shared between threads.
final class FontLibrary {
  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer
  private let descriptions: [Face: OpaquePointer]
  /// With the fonts for letters that the first lacks.
  private let widened: [Face: OpaquePointer]
  private let cache = ShapedTextCache()
  private(set) var composer = TextComposer()
  private let shaper: PairShaper
  /// Fonts whose letters move by pairs alone.
  private var pairwise: Set<FontFace> = []
  var metrics = FontMetricsLock()
  /// By the face that HarfBuzz has of a file; alive as long as the map.
  private var files: [OpaquePointer: (file: FontFace, space: UInt32?)] = [:]

  /// Installs an empty Fontconfig configuration as the process's default, so that Pango does not load
  /// the machine's (25 million instructions), which no font of ours follows. From then on nothing in the
  /// process finds fonts of the machine by name.
  private static let noSettings: Void = {
    let empty = FcConfigCreate()
    FcConfigSetCurrent(empty)
    FcConfigDestroy(empty)
  }()

  init(_ list: FontList) throws(TypesetError) {
    Self.noSettings
    // Files one by one: no cache folder, no system fonts seen.
    config = FcConfigCreate()
    for file in list.files {
      guard let path = list.path(of: file), FcConfigAppFontAddFile(config, path) == FcTrue else {
        FcConfigDestroy(config)
        throw TypesetError.missingFont(file)
      }
    }
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    // What Pango measures with a context of its own is then of the same size and matched once.
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    context = Self.context(map)
    shaper = PairShaper(context)
    var descriptions: [Face: OpaquePointer] = [:]
    let patterns = Self.patterns(config, list)
    let others = list.files.indices.filter { list.files[$0].role == .fallback }
      .compactMap { patterns[$0].flatMap(Self.family) }
    var widened = descriptions
    for face in Face.allCases {
      guard let index = list.files.firstIndex(where: { $0.role == face.role }),
        let pattern = patterns[index]
      else { continue }
      descriptions[face] = Self.description(pattern, [])
      widened[face] = Self.description(pattern, others)
    }
    self.descriptions = descriptions
    self.widened = widened
  }

  /// What fontconfig found in each of the files, by their places in the list.
  private static func patterns(_ config: OpaquePointer, _ list: FontList) -> [OpaquePointer?] {
    guard let fonts = FcConfigGetFonts(config, FcSetApplication)?.pointee else {
      return list.files.map { _ in nil }
    }
    let found = UnsafeBufferPointer(start: fonts.fonts, count: Int(fonts.nfont)).compactMap(\.self)
    return list.files.map { file in
      let path = list.path(of: file)
      return found.first { text(FC_FILE, $0) == path }
    }
  }

  private static func family(_ pattern: OpaquePointer) -> String? { text(FC_FAMILY, pattern) }

  private static func text(_ name: String, _ pattern: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, name, 0, &text) == FcResultMatch, let text else { return nil }
    return String(cString: text)
  }

  private static func context(_ map: UnsafeMutablePointer<PangoFontMap>) -> OpaquePointer {
    let context = pango_font_map_create_context(map)!  // safe: there is one for any map
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    // Lines break alike on every machine.
    pango_context_set_round_glyph_positions(context, 0)
    // For Russian words too: no font of ours draws a letter differently in the two languages, and a
    // language of its own would have every font matched and measured once more.
    pango_context_set_language(context, pango_language_from_string(Language.kk.rawValue))
    return context
  }

  /// The face of a file, and the families for characters that it lacks.
  private static func description(_ pattern: OpaquePointer, _ others: [String]) -> OpaquePointer {
    // safe: Pango returns a description for any pattern
    let description = pango_fc_font_description_from_pattern(pattern, 0)!
    if !others.isEmpty {
      let own = String(cString: pango_font_description_get_family(description))
      pango_font_description_set_family(description, ([own] + others).joined(separator: ","))
    }
    return description
  }

  /// A text in its lines, shaped now or for an earlier paper.
  ///
  /// - Parameter width: Points; nil for one unbroken line.
  func text(
    _ stretches: [Stretch], width: Double?,
    alignment: ShapedText.Alignment = .left, shade: Double = Style.ink, isBalanced: Bool = false,
    spacing: Double = 1.18
  ) -> ShapedText {
    let key = ShapedTextCache.Key(
      stretches: stretches, width: width, alignment: alignment, shade: shade,
      isBalanced: isBalanced, spacing: spacing)
    return cache.text(key) { key in
      guard let plain = pieces(key.stretches) else { return ShapedText(key, fonts: self) }
      return composed(key, plain) ?? laidOut(key, plain)
    }
  }

  /// Nil for a text with letters of which nothing is known.
  func pieces(_ stretches: [Stretch]) -> TextPieces? {
    TextPieces(stretches) { metrics.fallback(of: $0) == nil ? nil : metrics.foreign[$0] }
  }

  /// A text as Pango would lay it out; nil where that is not certain.
  func composed(_ key: ShapedTextCache.Key, _ plain: TextPieces) -> ShapedText? {
    if let text = composer.text(key, plain) { return text }
    return composer.fill(plain, shaper) ? composer.text(key, plain) : nil
  }

  /// A text as Pango lays it out, which the composer learns from.
  func laidOut(_ key: ShapedTextCache.Key, _ plain: TextPieces) -> ShapedText {
    let text = ShapedText(key, fonts: self)
    guard metrics.cover(key.stretches, in: context, self) != .unknown else { return text }
    // Laying it out may have told which letters are foreign.
    composer.learn(key, pieces(key.stretches) ?? plain, text) { font, kind in
      pairwise.contains(font)
        && kind.isForeign == (font == metrics.fallback(of: kind.letters.face))
    }
    return text
  }

  /// Whether every letter of `text` is in some font.
  func hasEveryLetter(of text: String) -> Bool {
    ShapedText.hasEveryLetter(
      ShapedTextCache.Key(
        stretches: [Stretch(text: text, letters: Letters(.serifBold, 10))], width: nil,
        alignment: .left, shade: Style.ink, isBalanced: false, spacing: 1), fonts: self)
  }

  /// The file of a font, its size (points) and its glyph of a space; nil for a font of no file.
  func font(
    _ font: UnsafeMutablePointer<PangoFont>
  ) -> (file: FontFace, size: Double, space: UInt32?)? {
    guard let shaped = pango_font_get_hb_font(font), let face = hb_font_get_face(shaped) else {
      return nil
    }
    if files[face] == nil {
      let pattern = pango_fc_font_get_pattern(
        UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self))
      var path: UnsafeMutablePointer<FcChar8>?
      var index: Int32 = 0
      guard FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path else {
        return nil
      }
      FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
      var space: hb_codepoint_t = 0
      let hasSpace = hb_font_get_nominal_glyph(shaped, 0x20, &space) != 0
      let file = FontFace(path: String(cString: path), index: Int(index))
      files[face] = (file, hasSpace ? space : nil)
      if PairTables(face).moveByPairs { pairwise.insert(file) }
    }
    guard let (file, space) = files[face] else { return nil }
    var (scale, other): (Int32, Int32) = (0, 0)
    hb_font_get_scale(shaped, &scale, &other)
    let size = Double(scale) / Double(PANGO_SCALE)
    shaper.keep(shaped, file, size: size)
    return (file, size, space)
  }

  /// A description that the caller frees.
  ///
  /// - Parameter isWidened: Names the fonts for other letters too; that costs a matching of its own.
  func description(_ letters: Letters, isWidened: Bool) -> OpaquePointer {
    // safe: made for every face; a copy is never NULL
    let copy = pango_font_description_copy((isWidened ? widened : descriptions)[letters.face]!)!
    pango_font_description_set_absolute_size(copy, letters.size * Double(PANGO_SCALE))
    return copy
  }

  deinit {
    for description in descriptions.values { pango_font_description_free(description) }
    for description in widened.values { pango_font_description_free(description) }
    CairoLock.alone {
      g_object_unref(UnsafeMutableRawPointer(context))
      g_object_unref(map)
    }
    FcConfigDestroy(config)
  }
}
