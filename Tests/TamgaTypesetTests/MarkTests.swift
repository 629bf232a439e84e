import TamgaDomain
import Testing

@testable import TamgaLayout
@testable import TamgaTemplates

/// The boxed mark of a duplicate has room of its own at the right, on the first page of each
/// language.
@Suite struct MarkTests {
  /// Papers with a letterhead that have no mark of their own.
  static let papers = GoldenPageTests.papers.filter { paper in
    let kind = try? Office.library().kind(paper.document)
    return kind?.isSealed == true && kind?.action != .duplicate
  }

  @Test(arguments: papers) func standsClearOfTheTitle(_ paper: Paper) throws {
    let plain = try paper.filled()
    let marked = FilledDocument(
      kind: plain.kind, edition: plain.edition, number: plain.number, copy: 1,
      issueDate: plain.issueDate, body: plain.body, author: plain.author, holder: plain.holder,
      parts: plain.parts.map { part in
        let word = FilledBlock.Run(
          text: plain.phrases.duplicate[part.language], isValue: false)
        let mark = FilledBlock(
          kind: .mark, parts: [[word]], items: [], closing: [], hasPlaces: false,
          place: "ru.form:1")
        return FilledPart(language: part.language, blocks: [mark] + part.blocks)
      }, host: plain.host, phrases: plain.phrases)
    let rules = PageRules(marked, try Office.typesetter().compose(marked))
    #expect(rules.outside + rules.inStrip + rules.overlapping == [])
    let firsts = rules.pages.filter { page in
      page.items.contains { if case .emblem = $0 { true } else { false } }
    }
    #expect(!firsts.isEmpty)
    for page in firsts {
      let mark = page.lines.filter { $0.text == "/ ДУБЛИКАТ" }
      #expect(mark.count == 1 && page.lines.count { $0.text == "ТЕЛНҰСҚА" } == 1)
      #expect((mark.first?.right ?? 0) > Measure.points(mm: 180))
    }
    for page in rules.pages where !firsts.contains(where: { $0.text == page.text }) {
      #expect(!page.text.contains("ДУБЛИКАТ"))
    }
  }
}
