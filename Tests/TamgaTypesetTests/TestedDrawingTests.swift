import TamgaTemplates
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// What is recorded of the libraries is what they give: a change is to be read, and recorded.
@Suite struct TestedDrawingTests {
  @Test func theRecordIsCurrent() throws {
    let library = try Office.library()
    let paper = try Office.typesetter().compose(FontSpecimen.fixed(shared: library.shared))
    let digest = try paper.drawingDigest()
    #expect(
      TestedDrawing.versions != TestedDrawing.tested || digest == TestedDrawing.digest, "\(digest)")
    #expect(TestedDrawing.tested.split(separator: ", ").count == 4)
  }
}
