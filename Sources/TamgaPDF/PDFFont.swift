internal import CHarfBuzzSubset
import TamgaLayout
import TamgaPaperFile

/// A TrueType face as papers embed it. Owns HarfBuzz' face of it; not to be shared between threads.
final class PDFFont {
  /// PostScript name.
  let name: String
  let unitsPerEm: Double
  let glyphCount: Int
  /// The glyph of a space.
  let space: UInt32?
  let cairo: CairoFont
  let surface: CairoSurface
  let face: OpaquePointer
  private let font: OpaquePointer
  /// The letter that each glyph says, the lowest that the font shows by it; 0 for none.
  private let letters: [UInt32]
  /// The other letters that a glyph is shown for, in ascending order.
  private let others: [UInt32: [UInt32]]
  /// The letters that papers are written in, by what comes together: digits, capitals, small letters, marks; in a
  /// typewriter face, which has numbers and check codes, digits with capitals.
  private let alphabets: [GlyphSet]
  /// As cairo has them, by the number of the glyph; nil for those that no one asked for.
  private var measured: [(advance: Double, hasInk: Bool)?]

  /// - Returns: nil for a face whose outlines are not TrueType, or a file that is not there.
  init?(_ face: FontFace) {
    let blob = hb_blob_create_from_file(face.path)
    defer { hb_blob_destroy(blob) }
    let file = hb_face_create(blob, UInt32(face.index))!  // safe: empty for a file that is none
    let font = hb_font_create(file)!  // safe: there is one for any face
    let glyphCount = Int(hb_face_get_glyph_count(file))
    guard Self.hasOutlines(file), (1...Int(UInt16.max)).contains(glyphCount) else {
      hb_font_destroy(font)
      hb_face_destroy(file)
      return nil
    }
    self.face = file
    self.font = font
    self.glyphCount = glyphCount
    unitsPerEm = Double(hb_face_get_upem(file))
    name = Self.postScriptName(file)
    space = Self.glyph(of: 0x20, in: font)
    (letters, others) = Self.letters(file, font, glyphCount)
    let alphabets = Self.hasOneWidth(font) ? [Self.numbers + Self.capitals] : []
    self.alphabets = (alphabets + Self.alphabets).map { alphabet in
      var glyphs = GlyphSet()
      for letter in alphabet.unicodeScalars {
        if let glyph = Self.glyph(of: letter.value, in: font) { glyphs.insert(UInt16(glyph)) }
      }
      return glyphs
    }
    cairo = CairoFont(face)
    surface = CairoSurface(font: cairo)
    measured = Array(repeating: nil, count: glyphCount)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  private static let numbers = "0123456789"
  private static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let alphabets = [
    numbers, capitals, "abcdefghijklmnopqrstuvwxyz",
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
    " .,:;-–/()«»№",
  ]

  /// With the whole of every alphabet that `glyphs` has more than a few letters of: papers with other
  /// names in them then have the same subset of a font, which is made once.
  func rounded(_ glyphs: GlyphSet) -> GlyphSet {
    var all = glyphs
    for alphabet in alphabets where 6 * glyphs.countShared(with: alphabet) > alphabet.count {
      all.formUnion(alphabet)
    }
    return all
  }

  // MARK: letters

  /// The map of letters by which `glyph` says `letter`: 0 for the font's first, 1 for its second …;
  /// nil when the font does not show the letter by it.
  func map(in which: UInt32, says letter: UInt32) -> Int? {
    if letters[Int(which)] == letter { return 0 }
    return others[which]?.firstIndex(of: letter).map { $0 + 1 }
  }

  /// What `glyph` says by a map of letters.
  func letter(of glyph: UInt16, map: Int) -> Unicode.Scalar? {
    if map == 0 {
      let letter = letters[Int(glyph)]
      return letter == 0 ? nil : Unicode.Scalar(letter)
    }
    guard let others = others[UInt32(glyph)], map <= others.count else { return nil }
    return Unicode.Scalar(others[map - 1])
  }

  /// Ems to the next glyph, and whether it shows anything, as cairo has both.
  func measure(_ glyph: UInt16) -> (advance: Double, hasInk: Bool) {
    if let measure = measured[Int(glyph)] { return measure }
    let measure = cairo.measure(glyph)
    measured[Int(glyph)] = measure
    return measure
  }

  /// Units of the em.
  func advance(of glyph: UInt16) -> Int { Int(hb_font_get_glyph_h_advance(font, UInt32(glyph))) }

  private static func glyph(of letter: UInt32, in font: OpaquePointer) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, letter, &glyph) != 0 ? glyph : nil
  }

  /// A typewriter face.
  private static func hasOneWidth(_ font: OpaquePointer) -> Bool {
    let widths = "0IWi".unicodeScalars.map { letter in
      glyph(of: letter.value, in: font).map { hb_font_get_glyph_h_advance(font, $0) }
    }
    return Set(widths).count == 1 && widths[0] != nil
  }

  private static func letters(
    _ face: OpaquePointer, _ font: OpaquePointer, _ count: Int
  ) -> ([UInt32], [UInt32: [UInt32]]) {
    var letters = [UInt32](repeating: 0, count: count)
    var others: [UInt32: [UInt32]] = [:]
    let set = hb_set_create()!  // safe: HarfBuzz returns a set
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(face, set)
    var letter = hb_codepoint_t.max
    while hb_set_next(set, &letter) != 0 {
      guard let glyph = glyph(of: letter, in: font), glyph < count else { continue }
      if letters[Int(glyph)] == 0 {
        letters[Int(glyph)] = letter
      } else {
        others[glyph, default: []].append(letter)
      }
    }
    return (letters, others)
  }

  // MARK: the file

  private static func tag(_ name: StaticString) -> UInt32 {
    UnsafeBufferPointer(start: name.utf8Start, count: 4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func hasOutlines(_ face: OpaquePointer) -> Bool {
    let table = hb_face_reference_table(face, tag("glyf"))
    defer { hb_blob_destroy(table) }
    return hb_blob_get_length(table) > 0
  }

  private static func postScriptName(_ face: OpaquePointer) -> String {
    var length: UInt32 = 64
    var bytes = [CChar](repeating: 0, count: 64)
    hb_ot_name_get_utf8(
      face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &length, &bytes)
    let name = bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)).filter { byte in
      // Regular characters of a name (ISO 32000-1, 7.3.5).
      (0x21...0x7E).contains(byte) && !"()<>[]{}/%#".utf8.contains(byte)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Of the font descriptor (ISO 32000-1, 9.8), thousandths of an em.
  lazy var measures = readMeasures()

  private func readMeasures() -> PaperParts.Measures {
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(font, &extents)
    let head = hb_face_reference_table(face, Self.tag("head"))
    defer { hb_blob_destroy(head) }
    var length: UInt32 = 0
    let bytes = UnsafeRawBufferPointer(
      start: hb_blob_get_data(head, &length), count: Int(length))
    let box = [36, 38, 40, 42].map { offset in
      offset + 2 <= bytes.count
        ? Int(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int16.self))) : 0
    }
    func thousandths(_ units: Int) -> Int {
      Int((Double(units) * 1_000 / unitsPerEm).rounded())
    }
    var capitals: hb_position_t = 0
    if hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capitals) == 0 {
      capitals = extents.ascender
    }
    return PaperParts.Measures(
      box: box.map(thousandths), ascent: thousandths(Int(extents.ascender)),
      descent: thousandths(Int(extents.descender)), capitals: thousandths(Int(capitals)),
      slant: Int(hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE).rounded()))
  }

  /// The font file with `glyphs` alone, whose numbers stay (HarfBuzz' `hb-subset`); nil where HarfBuzz
  /// cannot make it. Without instructions for coarse screens, and without the tables that a PDF has in
  /// other places.
  func subset(to glyphs: GlyphSet) -> [UInt8]? {
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue)
    let wanted = hb_subset_input_glyph_set(input)
    for glyph in glyphs.glyphs { hb_set_add(wanted, UInt32(glyph)) }
    // All but the tables of a TrueType font in a PDF (ISO 32000-1, 9.9).
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    hb_set_clear(dropped)
    hb_set_invert(dropped)
    for table in ["glyf", "head", "hhea", "hmtx", "loca", "maxp"] as [StaticString] {
      hb_set_del(dropped, Self.tag(table))
    }
    guard let subset = hb_subset_or_fail(face, input) else { return nil }
    defer { hb_face_destroy(subset) }
    let blob = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let data = hb_blob_get_data(blob, &length)
    guard length > 0 else { return nil }
    return data.map { bytes in
      Array(UnsafeRawBufferPointer(start: bytes, count: Int(length)))
    }
  }
}
