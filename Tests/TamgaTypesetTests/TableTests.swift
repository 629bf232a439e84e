import TamgaDomain
import Testing

@testable import TamgaLayout
@testable import TamgaTemplates

/// A head of a table is never parted from what stands under it.
@Suite struct TableTests {
  private static let papers = ["blank", "ordinary", "longest"].flatMap { example in
    Language.allCases.map {
      Paper(
        document: "temporary-residence-application", example: example, languages: [$0])
    }
  }

  private func boxes(_ paper: Paper) throws -> (rows: [FilledBlock], boxes: [Box]) {
    let part = try #require(try paper.filled().parts.first)
    let rows = part.blocks.filter { $0.kind == .table }
    let composer = BlockComposer(
      language: part.language, style: Style.densities[Style.flowing],
      fonts: try FontLibrary(Office.library().shared.fonts))
    return (rows, try composer.table(rows))
  }

  @Test(arguments: papers) func headsKeepWhatFollows(_ paper: Paper) throws {
    let (rows, boxes) = try boxes(paper)
    #expect(rows.count == 18)
    #expect(rows.map(\.hasPlaces) == (0..<18).map { $0 % 3 == 2 })
    #expect(boxes.map(\.keepsNext) == rows.map { !$0.hasPlaces })
  }

  /// Wherever the page ends, it ends after values.
  @Test(arguments: papers) func noPageEndsWithAHead(_ paper: Paper) throws {
    let (_, boxes) = try boxes(paper)
    let unit = try #require(boxes.map(\.height).max()) * 3
    for room in stride(from: unit, through: PageFlow.height(of: boxes), by: 7) {
      let pages = try PageFlow.pages(of: boxes, first: room, later: unit)
      #expect(pages.count > 1 || room >= PageFlow.height(of: boxes) - 7)
      for page in pages { #expect(page.last?.keepsNext == false, "\(room)") }
    }
  }

  @Test func theFirstRowIsAHeadWhateverItHolds() throws {
    let run = FilledBlock.Run(text: "А", isValue: true)
    let rows = [true, true, false].map { hasPlaces in
      FilledBlock(
        kind: .table, parts: [[run]], items: [], closing: [], hasPlaces: hasPlaces,
        place: "ru.form:1")
    }
    let composer = BlockComposer(
      language: .ru, style: Style.densities[Style.flowing],
      fonts: try FontLibrary(Office.library().shared.fonts))
    #expect(try composer.table(rows).map(\.keepsNext) == [true, false, false])
  }
}
