import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// Surfaces of cairo that live as long as their worker.
@Suite struct CairoSurfaceTests {
  static let faces: [FontFace] =
    ((try? Office.library().shared.fonts.files) ?? []).compactMap { file in
      (try? Office.library().shared.fonts.path(of: file)).flatMap { $0.map { FontFace(path: $0) } }
    }

  /// The last glyph first, some that no letter has among them.
  @Test(arguments: faces) func codesAreGlyphNumbers(_ face: FontFace) throws {
    let font = try #require(PDFFont(face))
    let count = font.glyphCount
    #expect(count > 500)
    let ids = [count - 1, 1, count / 2, 2, 255, 256, 257, count - 2].map(UInt32.init)
    let line = ShapedText.Line(
      text: "", top: 0, bottom: 0, baseline: 0, left: 0, width: 0,
      runs: [
        GlyphRun(
          font: face, size: 10,
          glyphs: ids.enumerated().map {
            GlyphRun.Glyph(id: $1, x: Double($0) * 30, y: 0, letters: 0..<1)
          }, text: [0x2E], isRightToLeft: false)
      ], strikes: [])
    let drawing = try #require(try LineDrawing.drawn([.init(line: line)], PDFCache())[0])
    // Without our marks, which stand on lines of their own.
    let text = String(decoding: drawing.operators, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("/Span") }.joined(separator: "\n")
    let codes = text.split(separator: "<").dropFirst().flatMap { piece in
      let digits = piece.prefix { $0 != ">" }.filter { $0 != "\n" }
      return stride(from: 0, to: digits.count, by: 4).map { offset in
        UInt32(digits.dropFirst(offset).prefix(4), radix: 16)
      }
    }
    #expect(codes == ids)
  }

  /// Cairo would give it the code of another glyph.
  @Test func aGlyphThatTheFontLacksIsNotDrawn() throws {
    let face = try #require(Self.faces.first)
    let count = UInt32(try #require(PDFFont(face)).glyphCount)
    func drawing(_ id: UInt32) throws -> LineDrawing? {
      let line = ShapedText.Line(
        text: "", top: 0, bottom: 0, baseline: 0, left: 0, width: 0,
        runs: [
          GlyphRun(
            font: face, size: 10,
            glyphs: [GlyphRun.Glyph(id: id, x: 0, y: 0, letters: 0..<1)], text: [0x2E],
            isRightToLeft: false)
        ], strikes: [])
      return try LineDrawing.drawn([.init(line: line)], PDFCache())[0]
    }
    #expect(try drawing(count) == nil)
    #expect(try drawing(count - 1) != nil)
  }

  /// Also where blanks come first, which cairo does not draw alone, and on a renewed surface.
  @Test(arguments: faces) func whatWasDrawnBeforeLeavesNoTrace(_ face: FontFace) throws {
    let font = try #require(PDFFont(face))
    let space = try #require(font.space)
    let said = (space + 1..<600).filter { font.letter(of: UInt16($0), map: 0) != nil }
    #expect(said.count > 100)
    let (a, b, c, d) = (said[20], said[21], said[70], said[90])
    let lines = [
      [space], [a, space, b], [b, b, c], [space, space], [d, a], [c, space],
    ].map { ids in
      var text: [UInt8] = []
      let glyphs = ids.enumerated().map { index, id in
        let start = text.count
        text += font.letter(of: UInt16(id), map: 0).map { Array(String($0).utf8) } ?? []
        return GlyphRun.Glyph(id: id, x: Double(index) * 9, y: 0, letters: start..<text.count)
      }
      return ShapedText.Line(
        text: "", top: 0, bottom: 0, baseline: 0, left: 0, width: 0,
        runs: [GlyphRun(font: face, size: 9, glyphs: glyphs, text: text, isRightToLeft: false)],
        strikes: [])
    }
    /// In the order of `lines`, so many of them at once.
    func drawn(_ order: [Int], times: Int = 1, atOnce: Int = 1) throws -> [[UInt8]] {
      let cache = PDFCache()
      var drawn = [[UInt8]](repeating: [], count: lines.count)
      let all = (0..<times).flatMap { _ in order }
      for start in stride(from: 0, to: all.count, by: atOnce) {
        let batch = all[start..<min(start + atOnce, all.count)]
        for (line, drawing) in zip(
          batch, try LineDrawing.drawn(batch.map { .init(line: lines[$0]) }, cache))
        {
          drawn[line] = try #require(drawing).operators
        }
      }
      return drawn
    }
    let first = try drawn([0, 1, 2, 3, 4, 5])
    #expect(first.map(\.isEmpty) == [true, false, false, true, false, false])
    #expect(try drawn([5, 4, 3, 2, 1, 0]) == first)
    for atOnce in 2...6 {
      #expect(try drawn([0, 3, 1, 2, 5, 3, 0, 4, 0, 0, 3], atOnce: atOnce) == first)
    }
    #expect(try drawn([3, 1, 5, 0, 2, 4], times: face == Self.faces.first ? 1_700 : 1) == first)
  }

  /// Strings of operators; nil for what is not written in known codes. Glyph 700 has code 1, 5 code 2.
  @Test(
    arguments: [
      ("[<0001>-3<0002>]TJ", "[<02bc>-3<0005>]TJ", [700, 5]),
      ("<00010001>Tj\n<0002>Tj", "<02bc02bc>Tj\n<0005>Tj", [700, 700, 5]),
      ("<000\n1>Tj", "<02b\nc>Tj", [700]), ("0 0 1 rg", "0 0 1 rg", []),
      ("<0003>Tj", nil, nil), ("<0000>Tj", nil, nil), ("<01>Tj", nil, nil), ("<00010>Tj", nil, nil),
      ("<0001", nil, nil), ("/Span <</ActualText <feff>>> BDC", nil, nil), ("<000G>Tj", nil, nil),
    ] as [(String, String?, [UInt16]?)])
  func codesAreReplacedByNumbers(_ operators: String, _ replaced: String?, _ numbers: [UInt16]?)
    throws
  {
    let codes = try #require(GlyphCodes().introducing([700, 5, 700])).codes
    var bytes = Array(operators.utf8)
    #expect(codes.replaceByNumbers(in: &bytes) == numbers)
    if let replaced { #expect(String(decoding: bytes, as: UTF8.self) == replaced) }
    #expect(codes.introducing([5, 700]) == nil)
    #expect(codes.introducing([5, 9])?.order == [9, 5])
  }

  /// Surfaces are renewed after so many pages.
  @Test func aRenewedSurfaceDrawsTheSame() throws {
    let surface = CairoSurface()
    func drawn(_ width: Int) throws -> [UInt8] {
      try surface.operators {
        Shape.rule(width: Double(width), thickness: 0.5, shade: 0.65).draw(on: $0)
      }
    }
    let first = try drawn(40)
    #expect(
      String(decoding: first, as: UTF8.self) == "0.65 0.65 0.65 rg /a0 gs\n256 256 40 0.5 re f\n")
    for page in 0..<10_005 { #expect(try drawn(41 + page % 50) != first) }
    #expect(try drawn(40) == first)
  }

  /// A subset has its glyphs under their numbers, and only the tables that a PDF reads.
  @Test(arguments: faces) func subsetsKeepNumbersAndDropTheRest(_ face: FontFace) throws {
    let font = try #require(PDFFont(face))
    var glyphs = GlyphSet()
    for glyph in [3, 40, 200] as [UInt16] { glyphs.insert(glyph) }
    let bytes = try #require(font.subset(to: glyphs))
    func number(_ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }
    var tables: [String: Int] = [:]
    for index in 0..<number(4) {
      let entry = 12 + 16 * index
      tables[String(decoding: bytes[entry..<entry + 4], as: UTF8.self)] =
        number(entry + 8) << 16 | number(entry + 10)
    }
    #expect(tables.keys.sorted() == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
    let maxp = try #require(tables["maxp"])
    #expect((201...font.glyphCount).contains(number(maxp + 4)))
    #expect(bytes.count < 20_000)
  }
}
