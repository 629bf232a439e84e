import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout

/// Every kind as it comes from the printer: the stamp has its room, lines end where a printer ends them,
/// values stand on their rules, nothing is too small for a copier.
@Suite struct PrinterRulesTests {
  static let papers = ["ordinary", "longest", "blank"].flatMap { example in
    Office.documents.compactMap { document in
      let kind = try? Office.library().kind(document)
      return example == "blank" && kind?.isSealed != false
        ? nil : Paper(document: document, example: example)
    }
  }

  @Test(arguments: papers) func holdOnEveryKind(_ paper: Paper) throws {
    let document = try paper.filled()
    let rules = PageRules(document, try Office.typesetter().compose(document))
    #expect(rules.printerRulesBroken == [])
  }

  /// Of every kind whose form has a place for a stamp, and of no other.
  @Test func thirteenKindsHaveAStamp() throws {
    let kinds = try Office.documents.filter { document in
      let editions = try #require(try Office.library().templates[document]).editions
      return editions.contains { edition in
        edition.forms.values.contains { $0.blocks.contains { $0.kind == .stamp } }
      }
    }
    #expect(kinds.count == 13)
  }

  // MARK: the rules find what breaks them

  private func rules(
    _ paper: Paper, _ change: (inout Page) -> Void = { _ in }
  ) throws -> PageRules {
    let document = try paper.filled()
    let good = PageRules(document, try Office.typesetter().compose(document))
    var pages = good.pages
    for index in pages.indices { change(&pages[index]) }
    var bodies = good.bodies
    for index in bodies.indices { change(&bodies[index]) }
    return PageRules(document: document, bodies: bodies, pages: pages)
  }

  private static let stamped = Paper(document: "exit-pr-conclusion")

  @Test(arguments: [(-330.0, 0.0), (0, -60), (0, 300)])
  func findAStampThatIsMoved(_ dx: Double, _ dy: Double) throws {
    #expect(try rules(Self.stamped).stamps == [])
    let moved = try rules(Self.stamped) { page in
      page.items = page.items.map { item in
        guard case .text(let text, _, _, _) = item, text.text == "М.О." || text.text == "М.П."
        else {
          return item
        }
        return Box.moved([item], dx, dy)[0]
      }
    }
    #expect(moved.stamps != [])
  }

  @Test func findAMissingStamp() throws {
    let without = try rules(Self.stamped) { page in
      page.items.removeAll {
        if case .text(let text, _, _, _) = $0 { text.text == "М.П." } else { false }
      }
    }
    #expect(without.stamps == ["1 stamps of 2"])
  }

  @Test func findAValueAboveItsRule() throws {
    let moved = try rules(Self.stamped) { page in
      page.items = page.items.map { item in
        if case .rule(_, _, _, 0.4, _) = item { Box.moved([item], 0, 4)[0] } else { item }
      }
    }
    #expect(moved.hanging != [])
  }

  /// Lines as they would be without the rules of a printer.
  @Test(arguments: [
    ("Разрешение на", "осуществление деятельности", true),
    ("введите номер и", "проверочный код", true), ("паспорт №", "750000031", true),
    ("1 сентября", "2013 года", true), ("2013 жылғы 1", "қыркүйекке дейін", true),
    ("Казахстан «О", "миграции населения»", true), ("Үлгіәлі Ә.", "Б.", true),
    ("Үлгіәлі Ә. Б.", "Аға инспектор", false), ("дом 3,", "кв. 12", false),
    ("отказано по следующему", "основанию", false), ("номер дома 12,", "телефон", false),
  ])
  func findALineThatEndsSo(_ first: String, _ second: String, _ isTorn: Bool) throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    let text = fonts.text(
      [Stretch(text: first + "\n" + second, letters: Letters(.serif, 10))], width: 400)
    let page = Page(items: text.items(x: 60, y: 100))
    let rules = PageRules(
      document: try Self.stamped.filled(), bodies: [page], pages: [page])
    #expect(rules.lineEnds.isEmpty != isTorn)
  }

  @Test func findSmallLetters() throws {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    for size in [6.8, 7.4, 7.5, 8] {
      let text = fonts.text([Stretch(text: "А", letters: Letters(.sans, size))], width: nil)
      let page = Page(items: text.items(x: 60, y: 100))
      let rules = PageRules(
        document: try Self.stamped.filled(), bodies: [page], pages: [page])
      #expect(rules.small.isEmpty == (size >= 7.5))
    }
  }
}
