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
    let drawing = try #require(try LineDrawing(line, shade: 0, PDFCache()))
    let text = drawing.parts.map { part in
      if case .drawn(let bytes) = part { String(decoding: bytes, as: UTF8.self) } else { "" }
    }.joined()
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
      try LineDrawing(
        ShapedText.Line(
          text: "", top: 0, bottom: 0, baseline: 0, left: 0, width: 0,
          runs: [
            GlyphRun(
              font: face, size: 10,
              glyphs: [GlyphRun.Glyph(id: id, x: 0, y: 0, letters: 0..<1)], text: [0x2E],
              isRightToLeft: false)
          ], strikes: []), shade: 0, PDFCache())
    }
    #expect(try drawing(count) == nil)
    #expect(try drawing(count - 1) != nil)
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
