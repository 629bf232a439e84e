import TamgaDomain
import Testing

@testable import TamgaLayout

/// The rules of the page find what breaks them: each change of a good paper breaks one.
@Suite struct PageRulesTests {
  private func good(_ paper: Paper) throws -> PageRules {
    let document = try paper.filled()
    return PageRules(document, try Office.typesetter().compose(document))
  }

  private func changed(
    _ rules: PageRules, _ change: (inout [Page], inout [Page]) -> Void
  ) -> PageRules {
    var bodies = rules.bodies
    var pages = rules.pages
    change(&bodies, &pages)
    return PageRules(document: rules.document, bodies: bodies, pages: pages)
  }

  private func moved(_ pages: inout [Page], _ dx: Double, _ dy: Double) {
    pages[0].items = Box.moved(pages[0].items, dx, dy)
  }

  private static let permit = Paper(document: "labour-immigrant-permit")
  private static let refusal = Paper(
    document: "permanent-residence-permit-refusal", example: "longest")

  @Test func goodPapersBreakNone() throws {
    #expect(try good(Self.permit).broken == [])
    #expect(try good(Self.refusal).broken == [])
  }

  @Test(arguments: [(-2.0, 0.0), (4, 0), (0, -30), (0, 80)])
  func findsLinesOutside(_ dx: Double, _ dy: Double) throws {
    let rules = changed(try good(Self.permit)) { _, pages in moved(&pages, dx, dy) }
    #expect(rules.outside != [])
  }

  @Test func findsTheBodyInTheStrip() throws {
    let rules = changed(try good(Self.permit)) { bodies, _ in moved(&bodies, 0, 100) }
    #expect(rules.inStrip != [])
  }

  @Test func findsTheStripInTheQuietZone() throws {
    let rules = changed(try good(Self.permit)) { _, pages in moved(&pages, -10, 0) }
    #expect(rules.inStrip != [])
  }

  @Test func findsLinesOverEachOther() throws {
    let rules = changed(try good(Self.permit)) { _, pages in
      pages[0].items += Box.moved(pages[0].items, 0, 3)
    }
    #expect(rules.overlapping != [])
  }

  @Test func findsAnotherStrip() throws {
    let rules = changed(try good(Self.refusal)) { _, pages in moved(&pages, 1, 0) }
    #expect(rules.strips != [])
  }

  @Test func findsAMissingPageNumber() throws {
    let rules = changed(try good(Self.refusal)) { _, pages in pages.removeLast() }
    #expect(rules.numbering != [])
  }

  @Test func findsATitleAtThePagesFoot() throws {
    let rules = changed(try good(Self.permit)) { bodies, _ in
      let title = bodies[0].items.firstIndex {
        if case .open(let element) = $0 { element.tag == .heading } else { false }
      }
      let next = title.flatMap { title in
        bodies[0].items[(title + 1)...].firstIndex {
          if case .open = $0 { true } else { false }
        }
      }
      if let next { bodies[0].items.removeSubrange(next...) }
    }
    #expect(rules.stranded != [])
  }

  @Test func findsASingleLineAndATornGround() throws {
    let indent = Measure.points(mm: 28)
    let rules = changed(try good(Self.refusal)) { bodies, _ in
      // The last line of the first numbered ground goes to the next page.
      let lines = bodies[0].items.indices.filter {
        if case .text(_, _, let x, _) = bodies[0].items[$0] { abs(x - indent) < 0.1 } else { false }
      }
      guard let last = lines.last else { return }
      let line = bodies[0].items.remove(at: last)
      bodies[1].items.append(line)
    }
    #expect(rules.stranded != [])
    #expect(rules.torn != [])
    #expect(rules.words != [])
  }

  @Test(arguments: ["ALA-21-0000017-5", "ALA"]) func findsOtherWords(_ number: String) throws {
    var other = Self.permit
    other.number = number
    let rules = try good(Self.permit)
    let document = try other.filled()
    #expect(
      PageRules(document: document, bodies: rules.bodies, pages: rules.pages).words != [])
  }
}
