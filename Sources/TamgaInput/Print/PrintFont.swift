internal import TamgaDomain
internal import TamgaOptics
internal import TamgaSeal
internal import TamgaVerify

/// A font of a page, of the two kinds that papers have: one byte a letter with WinAnsiEncoding, or
/// two bytes with Identity-H (ISO 32000-1, 9.6 and 9.7).
final class PrintFont {
  /// What one code draws.
  struct Letter {
    let text: String
    /// Ems.
    let advance: Double
    let isBlank: Bool
    /// Why the drawing is not, or may not be, that of the text in the font's own width; nil when it is.
    let evidence: TamperEvidence.Kind?
    /// Figures stand apart in the fonts of the papers.
    let isDigit: Bool
    let isAlphabetic: Bool
    /// Stands upon the letter before it.
    let isMark: Bool
    /// Its number in the font file.
    let glyph: Int
  }

  /// Bytes of a code.
  let codeSize: Int
  private let program: TrueTypeFont
  private let texts: [Int: String]
  private let widths: [Int: Double]
  private let defaultWidth: Double
  private let glyphs: FontsPart?
  private var known: [Int: Letter] = [:]

  /// Nil for a font of any other kind.
  ///
  /// - Parameter streams: The data of ``streams(of:in:)``, as far as they can be read.
  init?(
    _ members: [String: PDFValue], in file: PDFObjects, glyphs: FontsPart?,
    streams: [PDFReference: [UInt8]]
  ) {
    func data(_ value: PDFValue?) -> [UInt8]? {
      file.stream(value).flatMap { streams[$0.reference] }
    }
    guard members["Type"]?.name == "Font", let map = data(members["ToUnicode"]),
      let texts = CharacterMap(map)
    else { return nil }
    let descriptor: [String: PDFValue]?
    switch members["Subtype"]?.name {
    case "TrueType":
      guard members["Encoding"]?.name == "WinAnsiEncoding", texts.codeSize == 1,
        let first = members["FirstChar"]?.integer,
        let list = file.resolved(members["Widths"]).array?.map({ file.resolved($0).number ?? -1 })
      else { return nil }
      codeSize = 1
      defaultWidth = -1
      widths = Dictionary(uniqueKeysWithValues: list.enumerated().map { (first + $0, $1) })
      descriptor = file.dictionary(members["FontDescriptor"])
      // A symbolic font's codes would be read by other maps.
      guard let flags = descriptor?["Flags"]?.integer, flags & 36 == 32 else { return nil }
    case "Type0":
      guard members["Encoding"]?.name == "Identity-H", texts.codeSize == 2,
        let kin = file.resolved(members["DescendantFonts"]).array, kin.count == 1,
        let font = file.dictionary(kin[0]), font["Subtype"]?.name == "CIDFontType2",
        font["CIDToGIDMap"].map({ $0.name == "Identity" }) ?? true,
        let list = Self.widths(file.resolved(font["W"]).array ?? [], file)
      else { return nil }
      codeSize = 2
      defaultWidth = font["DW"].flatMap(\.number) ?? 1000
      widths = list
      descriptor = file.dictionary(font["FontDescriptor"])
    default: return nil
    }
    // Of several programs each reader would take its own.
    guard descriptor?["FontFile"] == nil, descriptor?["FontFile3"] == nil,
      let bytes = data(descriptor?["FontFile2"]), let program = TrueTypeFont(bytes)
    else { return nil }
    self.program = program
    self.texts = texts.texts
    self.glyphs = glyphs
  }

  /// A font of two-byte codes whose parts are known to be in the form of papers.
  init(
    _ program: TrueTypeFont, _ letters: [(code: UInt16, letter: Unicode.Scalar)],
    _ widths: [(glyph: UInt16, width: Int)], glyphs: FontsPart?
  ) {
    codeSize = 2
    self.program = program
    texts = Dictionary(letters.map { (Int($0.code), String($0.letter)) }) { first, _ in first }
    self.widths = Dictionary(widths.map { (Int($0.glyph), Double($0.width)) }) { first, _ in first }
    // A glyph without a width of its own is not shown.
    defaultWidth = -1
    self.glyphs = glyphs
  }

  /// The streams that a font is made of: its map and its program.
  static func streams(of members: [String: PDFValue], in file: PDFObjects) -> [PDFReference] {
    let kin = file.resolved(members["DescendantFonts"]).array?.first
    let descriptor = file.dictionary(
      members["FontDescriptor"] ?? file.dictionary(kin)?["FontDescriptor"])
    return [members["ToUnicode"], descriptor?["FontFile2"]].compactMap {
      file.stream($0)?.reference
    }
  }

  /// ISO 32000-1, 9.7.4.3.
  private static func widths(_ items: [PDFValue], _ file: PDFObjects) -> [Int: Double]? {
    var widths: [Int: Double] = [:]
    var index = 0
    while index < items.count {
      guard index + 1 < items.count, let first = items[index].integer, first >= 0 else {
        return nil
      }
      if let row = file.resolved(items[index + 1]).array {
        for (step, width) in row.enumerated() { widths[first + step] = file.resolved(width).number }
        index += 2
      } else {
        guard index + 2 < items.count, let last = items[index + 1].integer,
          (first...0xFFFF).contains(last), let width = items[index + 2].number
        else { return nil }
        for code in first...last { widths[code] = width }
        index += 3
      }
    }
    return widths
  }

  var unitsPerEm: Int { program.unitsPerEm }

  func contours(_ glyph: Int) -> [[TrueTypeFont.Point]] { program.contours(of: glyph) }

  /// What a code draws; nil for one without a text.
  func letter(_ code: Int) -> Letter? {
    if let letter = known[code] { return letter }
    guard let text = texts[code] else { return nil }
    let index: Int?
    if codeSize == 2 {
      index = code
    } else {
      // Readers take the letter of such a code from the encoding, and the text from the map.
      guard let letter = Self.winAnsi(code), text.unicodeScalars.map(\.value) == [letter] else {
        return nil
      }
      index = program.index(of: letter)
    }
    let width = widths[code] ?? defaultWidth
    guard let index, let glyph = program.glyph(index) else { return nil }
    let own = Double(glyph.advance) * 1000 / Double(program.unitsPerEm)
    let letter = Letter(
      text: text, advance: width / 1000, isBlank: glyph.outline.isEmpty,
      evidence: abs(own - width) <= 1 ? evidence(of: glyph, as: text) : .letters,
      isDigit: text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) },
      isAlphabetic: text.unicodeScalars.allSatisfy(\.properties.isAlphabetic),
      isMark: text.unicodeScalars.contains { scalar in
        [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
      }, glyph: index)
    known[code] = letter
    return letter
  }

  private func evidence(of glyph: TrueTypeFont.Glyph, as text: String) -> TamperEvidence.Kind? {
    // What counts as no letter has no ink, and what counts has some.
    let isDropped = PrintedText.words(of: text).isEmpty
    guard glyph.outline.isEmpty == isDropped else { return .letters }
    if isDropped { return nil }
    // A letter with its mark may be one drawing.
    let scalars = text.precomposed.unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return .letters }
    guard let glyphs else { return .uncheckedLetters }
    return glyphs.holds(glyph, of: program, as: scalar) ? nil : .unknownLetters
  }

  /// The character of a code in WinAnsiEncoding (ISO 32000-1, annex D.2).
  private static func winAnsi(_ code: Int) -> UInt32? {
    let high: [UInt32] = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
      0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
    switch code {
    case 0x20..<0x7F, 0xA0...0xFF: return UInt32(code)
    case 0x80..<0xA0: return high[code - 0x80] == 0 ? nil : high[code - 0x80]
    default: return nil
    }
  }
}
