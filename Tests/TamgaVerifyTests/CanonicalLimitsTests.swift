import Foundation
import TamgaDomain
import TamgaOptics
import TamgaPaperFile
import TamgaSeal
import Testing

@testable import TamgaInput
@testable import TamgaVerify

/// Where readers of PDF differ though each part has its form: numbers of 32 bits, libraries that unpack more
/// than zlib does, tables by which a font is cut or scaled, symbols with changed modules.
@Suite struct CanonicalLimitsTests {
  private static let issued = (try? VectorFolder.file("paper.pdf", in: "file-canonical")) ?? []

  // MARK: content

  private static let opening = "1 0 0 -1 0 841.889764 cm\nq\n"

  @Test(arguments: [
    "q 1 0 0 1 -199.308594 1 cm\nBT\n15 0 0 -15 256 256 Tm\n2 -1 Td\n<0149>Tj\nET\nQ",
    "q\n109.7952 0 0 -109.7952 61.0824 795.9576 cm\n/x0 Do\nQ", "256 256 481.891 1.102 re f",
    "291.93 274.426 m 1 2 3 4 5 6 c S", "BT\n[<0149>-990<0149>]TJ\nET",
  ]) func takes(_ content: String) {
    #expect(PageGrammar(Array("\(Self.opening)\(content)\nQ\n".utf8)) != nil)
  }

  @Test(arguments: [
    ("q 1 0 0 1 99999 0 cm\nQ", "far away"), ("q 99999 0 0 -99999 0 0 cm\nQ", "very large"),
    ("q 1 0 0 1 1 2 cm\n1 0 0 1 1 2 cm\nQ", "moved twice"),
    ("q 1 0 0 1 1 2 cm\nq 1 0 0 1 1 2 cm\nQ\nQ", "moved in what was moved"),
    ("1 0 0 1 1 2 cm", "outside of an item"), ("q 2 0 0 2 1 2 cm\nQ", "mirrored"),
    ("q 2 0 0 -3 1 2 cm\nQ", "stretched"), ("q 1 0.1 0 1 1 2 cm\nQ", "slanted"),
    ("q 0 0 0 0 1 2 cm\nQ", "to nothing"), ("BT\n8 0 0 8 256 256 Tm\nET", "letters mirrored"),
    ("BT\n8 0 0 -9 256 256 Tm\nET", "letters stretched"),
    ("BT\n8 1 0 -8 256 256 Tm\nET", "letters slanted"),
    ("BT\n99999 0 0 -99999 0 0 Tm\nET", "letters very large"),
    ("BT\n8 0 0 -8 256 99999 Tm\nET", "letters far away"),
    ("BT\n150 0 Td\n-150 0 Td\nET", "far away and back"), ("BT\n[99999]TJ\nET", "a step too long"),
    ("0 0 99999 1 re f", "a line too long"), ("9 9999 m 1 2 l S", "a line from far away"),
    ("1 2 l S", "a path without a beginning"), ("h f", "a path of nothing"),
    ("1 2 3 4 5 6 c S", "a curve from nowhere"),
  ]) func refuses(_ content: String, _ why: String) {
    #expect(PageGrammar(Array("\(Self.opening)\(content)\nQ\n".utf8)) == nil, "\(why)")
  }

  // MARK: packed data

  /// A zlib stream in one block with so many codes of lengths and distances (RFC 1951, 3.2.7).
  static func packed(_ plain: [UInt8], codes: Int, distances: Int) -> [UInt8] {
    var bits: [Bool] = []
    func put(_ value: Int, _ count: Int) {
      for bit in 0..<count { bits.append(value >> bit & 1 == 1) }
    }
    func put(code: (value: Int, length: Int)) {
      for bit in (0..<code.length).reversed() { bits.append(code.value >> bit & 1 == 1) }
    }
    // So many codes of eight bits that all of them fill the tree.
    let short = 512 - codes
    let lengths = (0..<codes).map { $0 < short ? 8 : 9 }
    var ofLengths = [Int](repeating: 0, count: 19)
    (ofLengths[8], ofLengths[9], ofLengths[0]) = (1, 2, 2)
    put(1, 1)
    put(2, 2)
    put(codes - 257, 5)
    put(distances - 1, 5)
    put(15, 4)
    for index in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] {
      put(ofLengths[index], 3)
    }
    let lengthCodes = Self.codes(of: ofLengths)
    for length in lengths + [Int](repeating: 0, count: distances) { put(code: lengthCodes[length]) }
    let letters = Self.codes(of: lengths)
    for byte in plain { put(code: letters[Int(byte)]) }
    put(code: letters[256])
    var bytes: [UInt8] = [0x78, 0x9C]
    for start in stride(from: 0, to: bits.count, by: 8) {
      let octet = bits[start..<min(start + 8, bits.count)].enumerated()
      bytes.append(octet.reduce(0) { $0 | ($1.element ? 1 << UInt8($1.offset) : 0) })
    }
    var (low, high) = (1, 0)
    for byte in plain {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return bytes + [high >> 8, high & 0xFF, low >> 8, low & 0xFF].map { UInt8($0) }
  }

  /// The codes for their lengths (RFC 1951, 3.2.2).
  private static func codes(of lengths: [Int]) -> [(value: Int, length: Int)] {
    var next = 0
    var found = lengths.map { (value: 0, length: $0) }
    for length in 1...15 {
      for index in lengths.indices where lengths[index] == length {
        found[index].value = next
        next += 1
      }
      next <<= 1
    }
    return found
  }

  /// libdeflate takes more codes than the format has; nearly every reader unpacks by zlib, and shows the page
  /// up to there.
  @Test(arguments: [
    (286, 1, true), (286, 30, true), (287, 1, false), (288, 1, false), (286, 32, false),
  ])
  func dataOfMoreCodesThanTheFormatHas(_ codes: Int, _ distances: Int, _ isTaken: Bool) throws {
    let plain = Array("which readers show this?".utf8)
    let stream = Self.packed(plain, codes: codes, distances: distances)
    #expect(Inflater.inflated(stream[...], limit: 99) == plain, "libdeflate takes it")
    #expect((Deflate.inflated(stream, limit: 99) == plain) == isTaken)
    let parts = try #require(PaperParts(Self.issued))
    let content = try #require(Deflate.inflated(parts.pages[0].content, limit: 1 << 22))
    let page = PaperParts.Page(
      content: Self.packed(content, codes: codes, distances: distances), tags: parts.pages[0].tags)
    let file = parts.with(pages: [page], fonts: parts.fonts)
    #expect((CanonicalPaper(file.bytes, glyphs: { nil }) != nil) == isTaken)
  }

  // MARK: fonts

  struct Field: Sendable, CustomTestStringConvertible {
    let table: String
    let place: Int
    /// nil for the value that stands there.
    let value: UInt16?
    let why: String
    var testDescription: String { why }
  }

  private static func field(_ table: String, _ place: Int, _ value: Int, _ why: String) -> Field {
    Field(table: table, place: place, value: UInt16(truncatingIfNeeded: value), why: why)
  }

  static let fields: [Field] = [
    field("head", 16, 0xFFFF, "flags of all sorts"), field("head", 16, 1 << 11, "a lossy font"),
    field("head", 36, 3_000, "a box that begins behind the letters"),
    field("head", 40, -1, "a box that ends before the letters"),
    field("head", 42, 0, "a box without height"), field("head", 40, 32_767, "a box of 33 ems"),
    field("head", 44, 4, "a style underlined by the reader"),
    field("head", 46, 0, "a size from nothing"), field("head", 48, 3, "a direction that is none"),
    field("hhea", 4, 0, "lines without height"), field("hhea", 6, 1_000, "letters below nothing"),
    field("hhea", 8, 32_767, "lines 32 ems apart"), field("hhea", 10, 1, "letters wider than any"),
    field("hhea", 12, -32_768, "letters that begin 32 ems before"),
    field("maxp", 6, 1, "room for one point"), field("maxp", 6, 0xFFFF, "room for 65,535 points"),
    field("maxp", 8, 0, "room for no line"), field("maxp", 14, 2, "a zone for programs"),
    field("maxp", 16, 9, "points of programs"), field("maxp", 24, 9, "a stack of programs"),
    field("maxp", 26, 9, "instructions"), field("maxp", 28, 0xFFFF, "65,535 parts"),
    field("maxp", 30, 0xFFFF, "parts of parts without end"),
  ]

  @Test(arguments: fields) func refusesAFontThatSays(_ field: Field) throws {
    #expect(try Self.isRead(field) == false)
  }

  @Test func takesAFontThatSaysTheSame() throws {
    #expect(try Self.isRead(Field(table: "head", place: 16, value: nil, why: "as it was")))
  }

  /// Reads the issued paper with a field of every font changed, sums put right.
  private static func isRead(_ field: Field) throws -> Bool {
    let parts = try #require(PaperParts(issued))
    let fonts = try parts.fonts.map { font in
      var program = try #require(Deflate.inflated(font.program, limit: 1 << 22))
      func number(_ place: Int) -> Int {
        program[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      }
      let row = try #require(
        stride(from: 12, to: 108, by: 16).first {
          program[$0..<$0 + 4].elementsEqual(field.table.utf8)
        })
      let (start, count) = (number(row + 8), number(row + 12))
      if let value = field.value {
        program[start + field.place] = UInt8(value >> 8)
        program[start + field.place + 1] = UInt8(value & 0xFF)
      }
      var sum: UInt32 = 0
      for index in 0..<count where field.table != "head" || !(8..<12).contains(index) {
        sum &+= UInt32(program[start + index]) << UInt32(24 - 8 * (index % 4))
      }
      for index in 0..<4 {
        program[row + 4 + index] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * index))
      }
      return PaperParts.Font(
        name: font.name, program: Deflater(level: 6).deflated(program), length: program.count,
        measures: font.measures, widths: font.widths, maps: font.maps)
    }
    let file = parts.with(pages: parts.pages, fonts: fonts)
    return CanonicalPaper(file.bytes, glyphs: { nil }) != nil
  }

  @Test(
    arguments: [
      ([0, 0, 0, 0], 1_000, -200, 700, 0), ([9_000, 9_000, 9_999, 9_999], 1_000, -200, 700, 0),
      (nil, 0, -200, 700, 0), (nil, 1_000, 200, 700, 0), (nil, 99_999, -200, 700, 0),
      (nil, 1_000, -200, -700, 0), (nil, 1_000, -200, 700, 90),
    ] as [([Int]?, Int, Int, Int, Int)])
  func refusesADescriptorOfAnotherFont(
    _ box: [Int]?, _ ascent: Int, _ descent: Int, _ capitals: Int, _ slant: Int
  ) throws {
    let parts = try #require(PaperParts(Self.issued))
    func isRead(_ change: (PaperParts.Measures) -> PaperParts.Measures) -> Bool {
      let fonts = parts.fonts.map { font in
        PaperParts.Font(
          name: font.name, program: font.program, length: font.length,
          measures: change(font.measures), widths: font.widths, maps: font.maps)
      }
      let file = parts.with(pages: parts.pages, fonts: fonts)
      return CanonicalPaper(file.bytes, glyphs: { nil }) != nil
    }
    #expect(isRead { $0 })
    #expect(
      !isRead {
        PaperParts.Measures(
          box: box ?? $0.box, ascent: ascent, descent: descent, capitals: capitals, slant: slant)
      })
  }

  // MARK: the code

  @Test func aSymbolWithChangedModulesIsNotThatOfItsText() throws {
    let parts = try #require(PaperParts(Self.issued))
    let symbol = try #require(parts.symbol)
    func isJudged(_ symbol: ModuleGrid) -> Bool {
      let file = PaperParts(
        pages: parts.pages, fonts: parts.fonts, symbol: symbol, information: parts.information,
        archive: parts.archive)
      return CanonicalPaper(file.bytes, glyphs: { nil })?.document(by: .after(.seconds(60))) != nil
    }
    #expect(isJudged(symbol))
    for (row, column) in [(symbol.side / 2, symbol.side / 2), (8, symbol.side - 3)] {
      let changed = ModuleGrid(
        side: symbol.side,
        modules: (0..<symbol.side * symbol.side).map { index in
          let isThere = index == row * symbol.side + column
          return symbol.isDark(row: index / symbol.side, column: index % symbol.side) != isThere
        })
      #expect(CodeReader.text(of: changed, by: .after(.seconds(60))) != nil, "it is read still")
      #expect(!isJudged(changed), "row \(row)")
    }
  }
}
