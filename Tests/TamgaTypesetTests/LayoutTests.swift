import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout

/// Every kind, every choice of languages, every extreme: nothing leaves its place.
@Suite struct LayoutTests {
  @Test(arguments: Paper.all) func keepsToTheRulesOfThePage(_ paper: Paper) throws {
    let document = try paper.filled()
    let rules = PageRules(document, try Office.typesetter().compose(document))
    #expect(rules.broken == [])
    #expect(rules.pages.count <= PageFlow.maxPages)
  }
}
