internal import CHarfBuzzSubset
import TamgaLayout

/// One TrueType font file, as papers embed it. Owns its tables; used by the thread of its
/// ``PDFCache``.
final class FontProgram {
  /// PostScript name.
  let name: String
  let unitsPerEm: Double
  let glyphCount: Int
  private let face: OpaquePointer
  private let tables: [Tag: Table]
  /// The letter that each code stands for; 0 for none. A glyph's own number is the code of the lowest
  /// letter that the font shows by it; every other letter has a code behind the last glyph.
  private let letters: [UInt32]
  /// The glyphs of those other letters.
  private let twins: [UInt16]
  /// The letters that papers are written in, by what comes together: digits, capitals, small letters.
  private let alphabets: [GlyphSet]
  /// The glyph of a space.
  let space: UInt16?
  /// The font descriptor as cairo writes it, without the names that a subset has.
  let descriptor: [String]

  enum Tag: String, CaseIterable {
    case glyf, head, hhea, hmtx, loca, maxp

    /// Four bytes, big-endian.
    var code: UInt32 { rawValue.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
  }

  /// A table of the file, alive as long as its blob.
  struct Table {
    fileprivate let blob: OpaquePointer
    let bytes: UnsafeRawBufferPointer

    /// Big-endian.
    func number(at offset: Int) -> Int {
      offset + 1 < bytes.count ? Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) : 0
    }
  }

  /// - Returns: nil for a font whose letters are not TrueType outlines.
  init?(_ file: FontFace) {
    let blob = hb_blob_create_from_file(file.path)
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, UInt32(file.index))!  // safe: empty for a file that is none
    defer { hb_face_destroy(face) }
    let font = hb_font_create(face)!  // safe: there is one for any face
    defer { hb_font_destroy(font) }
    var tables: [Tag: Table] = [:]
    for tag in Tag.allCases {
      let blob = hb_face_reference_table(face, tag.code)!  // safe: empty for a missing table
      var length: UInt32 = 0
      let data = hb_blob_get_data(blob, &length)
      tables[tag] = Table(
        blob: blob, bytes: UnsafeRawBufferPointer(start: data, count: Int(length)))
    }
    var space: hb_codepoint_t = 0
    let hasSpace = hb_font_get_nominal_glyph(font, 0x20, &space) != 0
    // Cairo embeds no font for a page where nothing is seen.
    var seen: hb_codepoint_t = 0
    let hasSeen = hb_font_get_nominal_glyph(font, Self.shown(by: face), &seen) != 0
    guard tables.values.allSatisfy({ $0.bytes.count > 0 }), let head = tables[.head],
      hasSeen,
      let lines = CairoMaster.descriptor(of: CairoFonts().font(file, 10), glyph: UInt16(seen))
    else {
      for table in tables.values { hb_blob_destroy(table.blob) }
      return nil
    }
    self.face = hb_face_reference(face)
    self.space = hasSpace ? UInt16(space) : nil
    self.descriptor = lines
    self.tables = tables
    unitsPerEm = Double(head.number(at: 18))
    glyphCount = Int(hb_face_get_glyph_count(face))
    name = Self.postScriptName(face)
    (letters, twins) = Self.letters(face, font, glyphCount)
    alphabets = Self.alphabets.map { alphabet in
      var glyphs = GlyphSet()
      for letter in alphabet.unicodeScalars {
        var glyph: hb_codepoint_t = 0
        if hb_font_get_nominal_glyph(font, letter.value, &glyph) != 0 {
          glyphs.insert(UInt16(glyph))
        }
      }
      return glyphs
    }
  }

  /// A character that is seen: a digit, or the first that a font of letters alone has.
  private static func shown(by face: OpaquePointer) -> hb_codepoint_t {
    let set = hb_set_create()!  // safe: HarfBuzz returns a set
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(face, set)
    var character: hb_codepoint_t = 0x2F
    if hb_set_next(set, &character) != 0, character == 0x30 { return character }
    character = 0xA0
    return hb_set_next(set, &character) != 0 ? character : 0x30
  }

  private static let alphabets = [
    "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz",
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
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

  deinit {
    for table in tables.values { hb_blob_destroy(table.blob) }
    hb_face_destroy(face)
  }

  subscript(tag: Tag) -> Table {
    tables[tag]!  // safe: all of them were read
  }

  private static func postScriptName(_ face: OpaquePointer) -> String {
    var length: UInt32 = 64
    var bytes = [CChar](repeating: 0, count: 64)
    hb_ot_name_get_utf8(face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &length, &bytes)
    let name = bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)).filter { byte in
      // Regular characters of a name (ISO 32000-1, 7.3.5).
      (0x21...0x7E).contains(byte) && !"()<>[]{}/%#".utf8.contains(byte)
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static func letters(
    _ face: OpaquePointer, _ font: OpaquePointer, _ count: Int
  ) -> ([UInt32], twins: [UInt16]) {
    var letters = [UInt32](repeating: 0, count: count)
    var twins: [UInt16] = []
    let set = hb_set_create()!  // safe: HarfBuzz returns a set
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(face, set)
    var letter = hb_codepoint_t.max
    while hb_set_next(set, &letter) != 0 {
      var glyph: hb_codepoint_t = 0
      guard hb_font_get_nominal_glyph(font, letter, &glyph) != 0, glyph < count else { continue }
      if letters[Int(glyph)] == 0 {
        letters[Int(glyph)] = letter
      } else if letters.count <= UInt16.max {
        letters.append(letter)
        twins.append(UInt16(glyph))
      }
    }
    return (letters, twins)
  }

  /// What a reader of the file takes `code` for; nil for a glyph that is no letter of its own.
  func letter(of code: UInt16) -> Unicode.Scalar? {
    let letter = letters[Int(code)]
    return letter == 0 ? nil : Unicode.Scalar(letter)
  }

  /// The code by which a file shows `glyph` and says `letter`; nil when no code does both.
  func code(of glyph: UInt16, as letter: Unicode.Scalar) -> UInt16? {
    if letters[Int(glyph)] == letter.value { return glyph }
    for (index, twin) in twins.enumerated()
    where twin == glyph && letters[glyphCount + index] == letter.value {
      return UInt16(glyphCount + index)
    }
    return nil
  }

  /// The glyph that a code shows.
  func glyph(of code: UInt16) -> UInt16 {
    Int(code) < glyphCount ? code : twins[Int(code) - glyphCount]
  }

  /// The advance of a code, font units.
  func advance(of code: UInt16) -> Int {
    let count = self[.hhea].number(at: 34)
    return self[.hmtx].number(at: 4 * min(Int(glyph(of: code)), count - 1))
  }
}
