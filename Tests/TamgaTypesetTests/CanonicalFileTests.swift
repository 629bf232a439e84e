import TamgaDomain
import TamgaPaperFile
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// Every file that is written is in the canonical form: the writer's side of the page CanonicalForm.
@Suite struct CanonicalFileTests {
  private static func file(_ paper: Paper) throws -> [UInt8] {
    let composition = try Office.typesetter().compose(paper.filled())
    _ = composition.complete(checkCode: Office.checkCode)
    return try composition.pdf(
      code: Symbol(version: 12).grid, id: Office.id, created: 1_612_900_000)
  }

  @Test(arguments: GoldenPageTests.papers) func isTakenApartAndPutTogether(_ paper: Paper) throws {
    let file = try Self.file(paper)
    let parts = try #require(PaperParts(file))
    #expect(parts.bytes == file)
    let symbol = try Symbol(version: 12).grid
    #expect(parts.symbol == symbol)
    for font in parts.fonts {
      let program = try #require(Inflater.inflated(font.program[...], limit: 1 << 22))
      #expect(program.count == font.length && FontProgram.isCanonical(program), "\(font.name)")
      #expect(FontWidths.read(font.widths) != nil, "\(font.name)")
      for map in font.maps {
        let letters = try #require(Inflater.inflated(map.letters[...], limit: 1 << 20))
        #expect(LetterMap.read(letters) != nil, "\(font.name)")
      }
    }
  }

  @Test func theSheetIsThatOfTheStyle() {
    var sheet: [UInt8] = []
    sheet.write(
      .array([
        .integer(0), .integer(0), .number(Measure.points(mm: Style.pageWidth)),
        .number(Measure.points(mm: Style.pageHeight)),
      ]))
    #expect(String(decoding: sheet, as: UTF8.self) == "\(PaperParts.sheet)")
  }

  @Test func aFormWithoutACodeIsTakenToo() throws {
    let composition = try Office.typesetter().compose(
      Paper(document: "labour-immigrant-application").filled())
    _ = composition.complete(checkCode: Office.checkCode)
    let file = try composition.form(created: 1_612_900_000)
    let parts = try #require(PaperParts(file))
    #expect(parts.bytes == file)
    // It has no seal to be held against.
    #expect(parts.symbol == nil)
  }
}
