import TamgaDomain
import Testing

@testable import TamgaLayout

/// Boxes of given heights on pages of 100 points.
@Suite struct PageFlowTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let why: String
    /// `a` allowed, `v` avoided, `f` forbidden before the box, its height, `+` keeps the next, and
    /// `^` with the gap above it.
    let boxes: String
    /// The count of boxes on each page.
    let pages: [Int]
    var first = 100.0
    var later = 100.0
    var testDescription: String { why }
  }

  static let rows = [
    Row(why: "nothing to print is one empty page", boxes: "", pages: [0]),
    Row(why: "one box", boxes: "a30", pages: [1]),
    Row(why: "exactly full", boxes: "a30 a30 a40", pages: [3]),
    Row(why: "one point too many", boxes: "a30 a30 a41", pages: [2, 1]),
    Row(why: "gaps count between boxes", boxes: "a45 a45^10", pages: [2]),
    Row(why: "a gap that makes it too much", boxes: "a45 a45^11", pages: [1, 1]),
    Row(why: "no gap above the first box of a page", boxes: "a60 a100^50", pages: [1, 1]),
    Row(why: "nor above the first box of the paper", boxes: "a100^50", pages: [1]),
    Row(why: "a forbidden break takes the box before along", boxes: "a50 a30 f30", pages: [1, 2]),
    Row(why: "and all boxes of a chain", boxes: "a50 a20 f20 f20", pages: [1, 3]),
    Row(
      why: "a chain that opens the page is divided at its end", boxes: "a50 f30 f30", pages: [2, 1]
    ),
    Row(why: "a title goes along with what follows", boxes: "a50 a30+ a30", pages: [1, 2]),
    Row(why: "two titles go along together", boxes: "a50 a20+ a20+ a20", pages: [1, 3]),
    Row(why: "a title alone at the head stays", boxes: "a30+ a80", pages: [1, 1]),
    Row(why: "a ground that fits a page is not torn", boxes: "a60 a30 v30 v30", pages: [1, 3]),
    Row(
      why: "a ground longer than a page begins where it is", boxes: "a60 a30 v30 v30 v30",
      pages: [2, 3]),
    Row(
      why: "a long ground keeps its first two lines together", boxes: "a60 a30 f30 v30 v30",
      pages: [1, 3, 1]),
    Row(
      why: "the second of two grounds moves whole", boxes: "a40 v20 a20 v30 v20", pages: [2, 3]),
    Row(
      why: "the ground counts its gaps", boxes: "a60 a40 v30^10 v30^10", pages: [2, 2]),
    Row(
      why: "orphans: the last line never alone", boxes: "a70 a10 f10 a10 f10", pages: [3, 2]),
    Row(
      why: "the first page has less room", boxes: "a30 a30 a30 a30", pages: [1, 3], first: 50),
    Row(why: "later pages have more room", boxes: "a30 a30 a30 a30", pages: [1, 3], first: 30),
    Row(
      why: "the later room tells whether a ground fits", boxes: "a30 a20 v50 v50", pages: [1, 3],
      first: 60, later: 120),
    Row(
      why: "a box higher than a page without lines to part stays whole", boxes: "a20 a150 a20",
      pages: [1, 1, 1]),
    Row(why: "points of a fraction", boxes: "a33.4 a33.4 a33.4", pages: [2, 1]),
  ]

  @Test(arguments: rows) func breaks(_ row: Row) throws {
    let boxes = row.boxes.split(separator: " ").map(Self.box)
    let pages = try PageFlow.pages(of: boxes, first: row.first, later: row.later)
    #expect(pages.map(\.count) == row.pages)
    #expect(pages.flatMap { $0 }.map(\.height) == boxes.map(\.height))
  }

  private static func box(_ text: Substring) -> Box {
    var rest = text.dropFirst()
    let parts = rest.split(separator: "^")
    let gap = parts.count > 1 ? Double(parts[1]) ?? .nan : 0
    rest = parts[0]
    let keepsNext = rest.hasSuffix("+")
    if keepsNext { rest.removeLast() }
    let rule: PageBreak =
      text.hasPrefix("a") ? .allowed : text.hasPrefix("v") ? .avoided : .forbidden
    return Box(
      height: Double(rest) ?? .nan, gap: gap, breakBefore: rule, keepsNext: keepsNext)
  }

  @Test func fortyPagesAreTheMost() throws {
    let boxes = Array(repeating: Box(height: 100), count: PageFlow.maxPages)
    #expect(try PageFlow.pages(of: boxes, first: 100, later: 100).count == PageFlow.maxPages)
    let error = #expect(throws: TypesetError.self) {
      try PageFlow.pages(of: boxes + [Box(height: 1)], first: 100, later: 100)
    }
    #expect(error?.code == .tooLong)
  }

  @Test func heightsAndPlacesAgree() {
    let boxes = [
      Box(items: [.open(Element(.heading, .kk)), Self.rule], height: 20, gap: 7),
      Box(items: [.open(Element(.paragraph, .kk)), Self.rule], height: 10, gap: 5),
      Box(height: 1, gap: 4),
    ]
    #expect(PageFlow.height(of: boxes) == 40)
    let items = PageFlow.items(of: boxes, x: 100, y: 200)
    #expect(
      items.map(Self.description) == [
        "open H1", "rule 101 202", "open P", "rule 101 227",
      ])
  }

  private static var rule: Page.Item {
    .rule(x: 1, y: 2, width: 3, thickness: 1, shade: 0)
  }

  private static func description(_ item: Page.Item) -> String {
    switch item {
    case .rule(let x, let y, _, _, _): "rule \(Int(x)) \(Int(y))"
    case .open(let element): "open \(element.tag.rawValue)"
    default: "?"
    }
  }
}
