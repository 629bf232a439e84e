import Foundation
import Testing

@testable import TamgaSeal

/// Fingerprints of glyphs, made from the font files of the papers.
@Suite struct GlyphFingerprintsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files that `Templates/shared/fonts.yaml` names, with their folders.
  static func files() throws -> [String] {
    let list = try String(
      contentsOf: root.appending(path: "Templates/shared/fonts.yaml"), encoding: .utf8)
    let lines = list.split(separator: "\n")
    let folders = lines.filter { $0.hasPrefix("  - /") }.map { $0.dropFirst(4) }
    return try lines.filter { $0.hasPrefix("    file: ") }.map { $0.dropFirst(10) }.map { name in
      try #require(
        folders.map { "\($0)/\(name)" }.first { FileManager.default.fileExists(atPath: $0) },
        "\(name) is not installed")
    }
  }

  static func font(_ file: String) throws -> TrueTypeFont {
    try #require(
      TrueTypeFont([UInt8](Data(contentsOf: URL(filePath: file))), isInstalled: true), "\(file)")
  }

  @Test func aLetterIsItselfAndNoOther() throws {
    for file in try Self.files() {
      let font = try Self.font(file)
      let known = try #require(GlyphFingerprints(of: font, withHints: true))
      let characters = font.characters()
      func glyph(_ letter: Unicode.Scalar) throws -> TrueTypeFont.Glyph {
        let index = try #require(characters.first { $0.scalar == letter.value }?.glyph)
        return try #require(font.glyph(index))
      }
      for letter in "07AZadЖқҢәі№".unicodeScalars {
        guard characters.contains(where: { $0.scalar == letter.value }) else { continue }
        #expect(known.holds(try glyph(letter), of: font, as: letter), "\(file) \(letter)")
      }
      #expect(!known.holds(try glyph("3"), of: font, as: "8"), "\(file)")
      #expect(!known.holds(try glyph("0"), of: font, as: "O"), "\(file)")
      let one = try glyph("1")
      let wide = TrueTypeFont.Glyph(
        advance: one.advance + 1, bearing: one.bearing, outline: one.outline)
      #expect(!known.holds(wide, of: font, as: "1"), "another width")
      let shifted = TrueTypeFont.Glyph(
        advance: one.advance, bearing: one.bearing + 9, outline: one.outline)
      #expect(!known.holds(shifted, of: font, as: "1"), "another place")
      var bent = one.outline
      bent[bent.count - 1] ^= 1
      let other = TrueTypeFont.Glyph(advance: one.advance, bearing: one.bearing, outline: bent)
      #expect(!known.holds(other, of: font, as: "1"), "another drawing")
      // Papers are printed without hints.
      let plain = try #require(GlyphFingerprints(of: font))
      #expect(plain.holds(one, of: font, as: "1") == (font.hints == TrueTypeFont.noHints))
      #expect(plain.count * 2 >= known.count && plain.count < known.count)
    }
  }

  @Test func encoding() throws {
    let font = try Self.font(#require(try Self.files().first))
    let known = try #require(GlyphFingerprints(of: font))
    #expect(GlyphFingerprints(encoded: known.bytes) == known)
    let rows: [(String, [UInt8])] = [
      ("none", []), ("a byte is missing", Array(known.bytes.dropLast())),
      ("one twice", Array(known.bytes.prefix(10)) + known.bytes.prefix(10)),
      ("out of order", Array(known.bytes.suffix(10)) + known.bytes.prefix(10)),
    ]
    for (why, bytes) in rows { #expect(GlyphFingerprints(encoded: bytes) == nil, "\(why)") }
    #expect(GlyphFingerprints(encoded: Array(known.bytes.prefix(10)))?.count == 1)
  }

  /// Walking through the map of a font finds what asking for each character finds.
  @Test func characters() throws {
    for file in try Self.files() {
      let font = try Self.font(file)
      let found = font.characters()
      #expect(found.count > 400, "\(file)")
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.scalar < $1.scalar }, "\(file)")
    }
  }

  @Test func whatIsNoFont() throws {
    let file = try #require(try Self.files().first)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    for count in [0, 3, 11, 12, 13, 200, 500] {
      #expect(TrueTypeFont(Array(bytes.prefix(count)), isInstalled: true) == nil, "\(count) bytes")
    }
    // Every length stands on its own: no field may lead outside the file.
    for place in stride(from: 0, to: 400, by: 1) {
      var broken = bytes
      broken[place] = 0xFF
      guard let font = TrueTypeFont(broken, isInstalled: true) else { continue }
      for index in stride(from: 0, to: 700, by: 97) { _ = font.glyph(index) }
      #expect(font.unitsPerEm > 0)
    }
  }

  /// A font file with the tables that are asked, none of them of any use.
  private static func file(
    _ tables: [(String, [UInt8])], version: [UInt8] = [0, 1, 0, 0]
  ) -> [UInt8] {
    var file = version + big([tables.count, 0, 0, 0], 2)
    var place = file.count + 16 * tables.count
    for (name, bytes) in tables {
      file += Array(name.utf8) + big([0, place, bytes.count], 4)
      place += bytes.count
    }
    return file + tables.flatMap(\.1)
  }

  private static func big(_ numbers: [Int], _ size: Int) -> [UInt8] {
    numbers.flatMap { number in
      (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * (size - 1 - $0))) }
    }
  }

  /// Tables of a font of five glyphs.
  private static func tables(glyf: [UInt8], loca: [Int]) -> [(String, [UInt8])] {
    var head = [UInt8](repeating: 0, count: 54)
    head.replaceSubrange(12..<16, with: [0x5F, 0x0F, 0x3C, 0xF5])
    head[18] = 4
    head[51] = 1
    return [
      ("head", head), ("maxp", big([1, 0, 5], 2) + [UInt8](repeating: 0, count: 26)),
      ("hhea", [UInt8](repeating: 0, count: 34) + big([1], 2)),
      ("hmtx", big([1, 1, 1, 1, 1, 1], 2)), ("loca", big(loca, 4)), ("glyf", glyf),
    ]
  }

  private static let point = big([1, 0, 0, 0, 0, 0, 0], 2) + [0x37, 0, 0, 0]

  /// A glyph whose parts are made of parts may name each of them a thousand times.
  @Test func manyParts() throws {
    // Each of four glyphs is 300 times the next; the last is a point.
    var glyf: [UInt8] = []
    var loca = [0]
    for glyph in 0..<4 {
      glyf += Self.big([0xFFFF, 0, 0, 0, 0], 2)
      for part in 0..<300 { glyf += Self.big([part < 299 ? 0x22 : 0x02, glyph + 1, 0], 2) }
      loca.append(glyf.count)
    }
    glyf += Self.point
    loca.append(glyf.count)
    let font = try #require(TrueTypeFont(Self.file(Self.tables(glyf: glyf, loca: loca))))
    #expect(font.glyph(4) != nil && font.glyph(3) == nil && font.glyph(0) == nil)
  }

  /// Renderers differ in which of several drawings they take.
  @Test func drawingsOfOneSort() {
    let loca = Array(repeating: 0, count: 5) + [Self.point.count]
    let tables = Self.tables(glyf: Self.point, loca: loca)
    #expect(TrueTypeFont(Self.file(tables)) != nil)
    #expect(
      TrueTypeFont(Self.file(tables + [("glyf", Self.point)])) == nil, "two tables of drawings")
    for name in ["CFF ", "CFF2", "EBDT", "CBDT", "sbix", "SVG ", "COLR", "gvar"] {
      #expect(TrueTypeFont(Self.file(tables + [(name, Self.point)])) == nil, "\(name)")
    }
    #expect(
      TrueTypeFont(Self.file(tables, version: Array("OTTO".utf8))) == nil, "PostScript outlines")
    #expect(TrueTypeFont(Self.file(tables, version: Array("true".utf8))) == nil)
  }
}
