import SeededNumbers
import TamgaLayout
import Testing

@testable import TamgaPDF

/// Papers with other check codes have the same part of the typewriter face, and those with some marks between the words
/// the same one of a face, which is made once; a text of digits brings no letters into any other face.
@Suite struct RoundedSubsetTests {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)

  private func glyphs(_ text: some Sequence<Unicode.Scalar>, _ font: PDFFont) -> GlyphSet {
    let letters = Set(text)
    return GlyphSet(
      (0..<font.glyphCount).map(UInt16.init).filter { glyph in
        font.letter(of: glyph, map: 0).map(letters.contains) ?? false
      })
  }

  @Test func checkCodesShareOne() throws {
    let face = try #require(CairoSurfaceTests.faces.first { $0.path.hasSuffix("PTM75F.ttf") })
    let font = try #require(PDFFont(face))
    var random = SplitMix(state: 33)
    var subsets: Set<GlyphSet> = []
    for serial in 0..<150 {
      let code = (0..<8).map { _ in Self.alphabet.randomElement(using: &random) ?? "0" }
      let number = "ALA-26-\(1_000_000 + serial * 1_237)-\(serial % 10)".unicodeScalars
      subsets.insert(font.rounded(glyphs(code + number, font)))
    }
    #expect(subsets.count == 1)
  }

  @Test(arguments: ["PTF75F.ttf", "PTS75F.ttf"], [", -", "«» №", "/ (): –"])
  func fewMarksBringTheOthers(file: String, marks: String) throws {
    let face = try #require(CairoSurfaceTests.faces.first { $0.path.hasSuffix(file) })
    let font = try #require(PDFFont(face))
    func rounded(_ text: String) -> GlyphSet { font.rounded(glyphs(text.unicodeScalars, font)) }
    #expect(rounded("SAMPLE" + marks) == rounded("SAMPLE .;"))
    #expect(rounded("SAMPLE" + marks).count == rounded("SAMPLE").count + 13)
    #expect(rounded("SAMPLE-.").count == rounded("SAMPLE").count + 2)
  }

  @Test(arguments: CairoSurfaceTests.faces.filter { !$0.path.hasSuffix("PTM75F.ttf") })
  func digitsBringNoLetters(_ face: FontFace) throws {
    let font = try #require(PDFFont(face))
    let digits = glyphs("0123456789".unicodeScalars, font)
    #expect(font.rounded(digits) == digits && digits.count == 10)
  }
}
