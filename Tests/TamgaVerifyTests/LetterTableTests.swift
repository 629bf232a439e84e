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
    try #require(FontProgram([UInt8](Data(contentsOf: URL(filePath: file)))), "\(file)")
  }

  private static func prints() throws -> Set<[UInt8]> {
    var prints: Set<[UInt8]> = []
    for file in try files() {
      let font = try program(file)
      for (scalar, index) in font.characters() {
        guard let scalar = Unicode.Scalar(scalar) else { continue }
        let glyph = try #require(font.glyph(index), "\(file): glyph \(index)")
        if !glyph.outline.isEmpty { prints.insert(LetterTable.print(of: glyph, font, as: scalar)) }
      }
    }
    return prints
  }

  @Test func theTableIsThatOfTheFonts() throws {
    let prints = try Self.prints()
    #expect(prints.count > 5000)
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
      #expect(FontProgram(Array(bytes.prefix(count))) == nil, "\(count) bytes")
    }
    // Every length stands on its own: no field may lead outside the file.
    for place in stride(from: 0, to: 400, by: 1) {
      var broken = bytes
      broken[place] = 0xFF
      guard let font = FontProgram(broken) else { continue }
      for index in stride(from: 0, to: 700, by: 97) { _ = font.glyph(index) }
      #expect(font.unitsPerEm > 0)
    }
  }
}
