import Foundation
import Testing

@testable import TamgaVerify

/// The table of letters against the font files of the papers. `TAMGA_RECORD=1 swift test --filter
/// LetterTableTests` rewrites it.
@Suite struct LetterTableTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files that `Templates/shared/fonts.yaml` names, with their folders.
  static func files() throws -> [String] {
    let list = try String(
      contentsOf: root.appending(path: "Templates/shared/fonts.yaml"), encoding: .utf8)
    let items = list.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
    let folders = items.filter { $0.hasPrefix("/") }
    return try items.filter { !$0.hasPrefix("/") }.map { name in
      try #require(
        folders.map { "\($0)/\(name)" }.first { FileManager.default.fileExists(atPath: $0) },
        "\(name) is not installed")
    }
  }

  static func program(_ file: String) throws -> FontProgram {
    try #require(
      FontProgram([UInt8](Data(contentsOf: URL(filePath: file))), isInstalled: true), "\(file)")
  }

  private static func prints() throws -> Set<[UInt8]> {
    var prints: Set<[UInt8]> = []
    for file in try files() {
      let font = try program(file)
      for (scalar, index) in font.characters() {
        guard let scalar = Unicode.Scalar(scalar) else { continue }
        for hints in [font.hints, FontProgram.noHints] {
          let glyph = try #require(
            font.glyph(index, isHinted: hints == font.hints), "\(file): glyph \(index)")
          guard !glyph.outline.isEmpty else { continue }
          prints.insert(LetterTable.print(of: glyph, font.unitsPerEm, hints, as: scalar))
        }
      }
    }
    return prints
  }

  @Test func theTableIsThatOfTheFonts() throws {
    let prints = try Self.prints()
    #expect(prints.count > 10_000)
    let bytes = prints.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    let text = Data(bytes).base64EncodedString()
    if ProcessInfo.processInfo.environment["TAMGA_RECORD"] != nil {
      try Self.record(text)
      Issue.record("recorded the table of letters: look at what changed, then run again")
      return
    }
    #expect(letterPrints.filter { !$0.isWhitespace } == text, "made from other font files")
  }

  private static func record(_ text: String) throws {
    let width = 2000
    var lines: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      lines.append(rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    let source = """
      // swift-format-ignore-file
      /// The prints of ``LetterTable`` one after the other. Made by `LetterTableTests`.
      let letterPrints = \"""
        \(lines.joined(separator: "\n  "))
        \"""

      """
    try source.write(
      to: root.appending(path: "Sources/TamgaVerify/Print/LetterPrints.swift"), atomically: true,
      encoding: .utf8)
  }

  @Test func aLetterIsItselfAndNoOther() throws {
    let table = LetterTable.standard
    for file in try Self.files() {
      let font = try Self.program(file)
      let characters = font.characters()
      func glyph(_ letter: Unicode.Scalar) throws -> FontProgram.Glyph {
        let index = try #require(characters.first { $0.scalar == letter.value }?.glyph)
        return try #require(font.glyph(index))
      }
      for letter in "07AZadЖқҢәі№".unicodeScalars {
        guard characters.contains(where: { $0.scalar == letter.value }) else { continue }
        #expect(table.holds(try glyph(letter), of: font, as: letter), "\(file) \(letter)")
      }
      #expect(!table.holds(try glyph("3"), of: font, as: "8"), "\(file)")
      #expect(!table.holds(try glyph("0"), of: font, as: "O"), "\(file)")
      let one = try glyph("1")
      let wide = FontProgram.Glyph(
        advance: one.advance + 1, bearing: one.bearing, outline: one.outline)
      #expect(!table.holds(wide, of: font, as: "1"), "another width")
      let shifted = FontProgram.Glyph(
        advance: one.advance, bearing: one.bearing + 9, outline: one.outline)
      #expect(!table.holds(shifted, of: font, as: "1"), "another place")
      var bent = one.outline
      bent[bent.count - 1] ^= 1
      let other = FontProgram.Glyph(advance: one.advance, bearing: one.bearing, outline: bent)
      #expect(!table.holds(other, of: font, as: "1"), "another drawing")
    }
  }

  @Test func whatIsNoFont() throws {
    let file = try #require(try Self.files().first)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    for count in [0, 3, 11, 12, 13, 200, 500] {
      #expect(FontProgram(Array(bytes.prefix(count)), isInstalled: true) == nil, "\(count) bytes")
    }
    // Every length stands on its own: no field may lead outside the file.
    for place in stride(from: 0, to: 400, by: 1) {
      var broken = bytes
      broken[place] = 0xFF
      guard let font = FontProgram(broken, isInstalled: true) else { continue }
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
    head[18] = 4
    head[51] = 1
    return [
      ("head", head), ("maxp", big([1, 0, 5], 2)),
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
    let font = try #require(FontProgram(Self.file(Self.tables(glyf: glyf, loca: loca))))
    #expect(font.glyph(4) != nil && font.glyph(3) == nil && font.glyph(0) == nil)
  }

  /// Renderers differ in which of several drawings they take.
  @Test func drawingsOfOneSort() {
    let loca = Array(repeating: 0, count: 5) + [Self.point.count]
    let tables = Self.tables(glyf: Self.point, loca: loca)
    #expect(FontProgram(Self.file(tables)) != nil)
    #expect(
      FontProgram(Self.file(tables + [("glyf", Self.point)])) == nil, "two tables of drawings")
    for name in ["CFF ", "CFF2", "EBDT", "CBDT", "sbix", "SVG ", "COLR", "gvar"] {
      #expect(FontProgram(Self.file(tables + [(name, Self.point)])) == nil, "\(name)")
    }
    #expect(
      FontProgram(Self.file(tables, version: Array("OTTO".utf8))) == nil, "PostScript outlines")
    #expect(FontProgram(Self.file(tables, version: Array("true".utf8))) == nil)
  }
}
