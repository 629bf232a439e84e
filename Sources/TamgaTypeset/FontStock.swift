internal import CFontconfig
internal import CPango
import Foundation
import TamgaDomain
import TamgaTemplates

/// The fonts of the papers and nothing else of the machine: the same page everywhere.
///
/// Owns a font map, one Pango context for each language and the texts shaped so far. Not to be shared
/// between threads.
final class FontStock {
  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let contexts: [Language: OpaquePointer]
  private let descriptions: [Face: OpaquePointer]
  private let shelf = TextShelf()
  var measures = FontMeasures()
  /// By the face that HarfBuzz has of it; nil for a file that only cairo can embed.
  private var programs: [OpaquePointer: FontProgram?] = [:]
  let embedded = EmbeddedFonts()
  /// Of the pages of each paper.
  let deflater = Deflater(level: 1)
  /// By size, points.
  private var emblems: [Double: [UInt8]] = [:]

  init(_ list: FontList) throws(TypesetError) {
    // Files one by one: no cache folder, no system fonts seen.
    config = FcConfigCreate()
    for file in list.files {
      guard
        let path = list.folders.map({ $0 + "/" + file }).first(where: Self.isFile),
        FcConfigAppFontAddFile(config, path) == FcTrue
      else {
        FcConfigDestroy(config)
        throw TypesetError(
          .missingFont, file, kk: "қаріп файлы табылмады", ru: "файл шрифта не найден",
          en: "the font file was not found",
          hint: Message(
            kk: "«make setup» қажет қаріптерді орнатады", ru: "«make setup» ставит нужные шрифты",
            en: "'make setup' installs the fonts"))
      }
    }
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    var contexts: [Language: OpaquePointer] = [:]
    for language in Language.allCases {
      contexts[language] = Self.context(map, language)
    }
    self.contexts = contexts
    var descriptions: [Face: OpaquePointer] = [:]
    let others = list.fallback.map { "," + $0 }.joined()
    for face in Face.allCases {
      descriptions[face] = Self.description(face, list, others)
    }
    self.descriptions = descriptions
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
      && FileManager.default.isReadableFile(atPath: path)
  }

  private static func context(
    _ map: UnsafeMutablePointer<PangoFontMap>, _ language: Language
  ) -> OpaquePointer {
    let context = pango_font_map_create_context(map)!  // safe: there is one for any map
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 72)
    // Lines break alike on every machine.
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string(language.rawValue))
    return context
  }

  private static func description(_ face: Face, _ list: FontList, _ others: String) -> OpaquePointer
  {
    // safe: Pango returns a description for any use
    let description = pango_font_description_new()!
    switch face {
    case .serif, .serifBold, .serifItalic:
      pango_font_description_set_family(description, list.serif + others)
    case .sans, .sansBold: pango_font_description_set_family(description, list.sans + others)
    case .monoBold: pango_font_description_set_family(description, list.mono + others)
    }
    switch face {
    case .serifBold, .sansBold, .monoBold:
      pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD)
    default: break
    }
    if face == .serifItalic {
      pango_font_description_set_style(description, PANGO_STYLE_ITALIC)
    }
    return description
  }

  func context(_ language: Language) -> OpaquePointer {
    contexts[language]!  // safe: made for every language
  }

  /// A text in its lines, shaped now or for an earlier paper.
  ///
  /// - Parameter width: Points; nil for one unbroken line.
  func text(
    _ stretches: [Stretch], language: Language, width: Double?,
    alignment: ShapedText.Alignment = .left, shade: Double = Style.ink, isBalanced: Bool = false,
    spacing: Double = 1.18
  ) -> ShapedText {
    // Latin letters and digits are drawn alike in every language: a name is shaped once.
    let isPlain = stretches.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } }
    let key = TextShelf.Key(
      stretches: stretches, language: isPlain ? .kk : language, width: width, alignment: alignment,
      shade: shade,
      isBalanced: isBalanced, spacing: spacing)
    return shelf.text(key) { ShapedText($0, fonts: self) }
  }

  /// The file of a font, its size (points) and its glyph of a space.
  func program(
    of font: UnsafeMutablePointer<PangoFont>
  ) -> (program: FontProgram, size: Double, space: UInt16?)? {
    guard let shaper = pango_font_get_hb_font(font), let face = hb_font_get_face(shaper) else {
      return nil
    }
    if programs[face] == nil {
      programs[face] = FontProgram(face: face, font: shaper) {
        CairoMaster.descriptor(of: pango_cairo_font_get_scaled_font(OpaquePointer(font)), glyph: $0)
      }
    }
    guard let program = programs[face], let program else { return nil }
    var (scale, other): (Int32, Int32) = (0, 0)
    hb_font_get_scale(shaper, &scale, &other)
    return (program, Double(scale) / Double(PANGO_SCALE), program.space)
  }

  /// The operators that draw the emblem in a size, from its top left.
  func emblem(size: Double) -> [UInt8] {
    if let emblem = emblems[size] { return emblem }
    let emblem = CairoMaster.emblem(size: size)
    emblems[size] = emblem
    return emblem
  }

  /// A description that the caller frees.
  func description(_ letters: Letters) -> OpaquePointer {
    // safe: made for every face; a copy is never NULL
    let copy = pango_font_description_copy(descriptions[letters.face]!)!
    pango_font_description_set_absolute_size(copy, letters.size * Double(PANGO_SCALE))
    return copy
  }

  deinit {
    for description in descriptions.values { pango_font_description_free(description) }
    for context in contexts.values { g_object_unref(UnsafeMutableRawPointer(context)) }
    g_object_unref(map)
    FcConfigDestroy(config)
  }
}
