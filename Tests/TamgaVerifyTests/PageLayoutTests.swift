import Testing

@testable import TamgaInput
@testable import TamgaVerify

/// Pages laid out as papers are, and pages that are not.
@Suite struct PageLayoutTests {
  private typealias Piece = PrintedPage.Piece

  private static func page(_ pieces: [Piece], _ drawings: [PrintedPage.Drawing] = []) -> PrintedPage
  {
    var page = PrintedPage()
    page.width = 595
    page.height = 842
    page.pieces = pieces
    page.drawings = drawings
    return page
  }

  private static func piece(
    _ text: String, _ left: Double, _ baseline: Double, size: Double = 11, width: Double = 60
  ) -> Piece {
    Piece(text: text, baseline: baseline, size: size, left: left, right: left + width)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let pieces: [(String, Double, Double)]
    let expected: Set<TamperEvidence.Kind>
    let why: String
    var testDescription: String { why }
  }

  static let orders: [Case] = [
    Case(pieces: [("a", 50, 100), ("b", 120, 100)], expected: [], why: "one line"),
    Case(pieces: [("a", 50, 100), ("b", 50, 114)], expected: [], why: "two lines"),
    Case(
      pieces: [("a", 50, 100), ("b", 50, 114), ("c", 120, 100)], expected: [],
      why: "a cell of two lines and the next cell"),
    Case(
      pieces: [("a", 50, 100), ("b", 120, 100), ("c", 50, 114), ("d", 120, 114)], expected: [],
      why: "two rows"),
    Case(
      pieces: [("a", 50, 100), ("d", 120, 114), ("c", 50, 114), ("b", 120, 100)],
      expected: [.moved], why: "two values changed places"),
    Case(pieces: [("a", 120, 100), ("b", 50, 100)], expected: [.moved], why: "right before left"),
    Case(pieces: [("a", 50, 114), ("b", 50, 100)], expected: [.moved], why: "below before above"),
    Case(
      pieces: [("a", 50, 400), ("b", 300, 100)], expected: [.moved], why: "far up at the right"),
    Case(pieces: [("a", 50, 100), ("b", 60, 100)], expected: [.covered], why: "on the same place"),
    Case(pieces: [("a", 50, 100), ("b", 60, 103)], expected: [.covered], why: "nearly on it"),
    Case(pieces: [("a", -20, 100)], expected: [.hidden], why: "over the left edge"),
    Case(pieces: [("a", 560, 100)], expected: [.hidden], why: "over the right edge"),
    Case(pieces: [("a", 50, 900)], expected: [.hidden], why: "below the page"),
  ]

  @Test(arguments: orders) func order(_ row: Case) {
    let page = Self.page(row.pieces.map { Self.piece($0.0, $0.1, $0.2) })
    #expect(Set(PageLayout(page: page).evidence().map(\.kind)) == row.expected)
  }

  /// Letters of a title in the place of the small print above it.
  @Test(arguments: [(5.0, false), (9.0, false), (12.0, true), (18.0, true)])
  func largeLettersBelowSmallOnes(_ step: Double, _ isApart: Bool) {
    let pieces = [
      Self.piece("a", 50, 100, size: 6.5), Self.piece("b", 50, 100 + step, size: 16),
    ]
    #expect(PageLayout(page: Self.page(pieces)).evidence().isEmpty == isApart)
  }

  @Test func sizesOfLetters() {
    for (size, isSeen) in [(6.8, true), (15, true), (4.9, false), (0.1, false), (60, false)] {
      let evidence = PageLayout(page: Self.page([Self.piece("a", 50, 100, size: size)])).evidence()
      #expect(evidence.contains { $0.kind == .hidden } == !isSeen, "\(size)")
    }
  }

  @Test func drawings() {
    func box(_ left: Double, _ top: Double, _ width: Double, _ height: Double) -> PrintBox {
      PrintBox(left: left, top: top, right: left + width, bottom: top + height)
    }
    let rows: [(PrintedPage.Drawing, Set<TamperEvidence.Kind>, why: String)] = [
      (.rule(box(50, 104, 200, 0.4)), [], "a line under a word"),
      (.rule(box(50, 97, 200, 0.4)), [.covered], "a line through a word"),
      (.rule(box(50, 140, 200, 20)), [.foreign], "a bar"),
      (.rule(box(50, 90, 200, 20)), [.foreign, .covered], "a bar over a word"),
      (.frame(box(40, 80, 200, 40), thickness: 0.8), [], "a frame around a word"),
      (.frame(box(40, 97, 200, 40), thickness: 0.8), [.covered], "a frame through a word"),
      (.frame(box(40, 80, 200, 40), thickness: 30), [.foreign, .covered], "a frame of bars"),
      (.rule(box(50, 92, 200, 0.4)), [.covered], "a line through the tops of letters"),
      (.rule(box(50, 101, 200, 0.4)), [.covered], "a line at the feet of letters"),
      (.rule(box(300, 300, 8, 0.4)), [.foreign], "a stroke of a letter"),
      (.rule(box(300, 300, 0.5, 40)), [.foreign], "an upright line"),
      (.frame(box(300, 300, 6, 12), thickness: 0.8), [.foreign], "a figure of lines"),
      (
        .strokes(
          [PrintPoint(x: 300, y: 40), PrintPoint(x: 320, y: 60)], thickness: 1), [.foreign],
        "a stroke"
      ),
      (.stencil(box(60, 680, 115, 115)), [], "the code"),
      (.stencil(box(40, 60, 115, 115)), [.covered], "the code over a word"),
      (.shape(box(300, 300, 10, 10)), [.foreign], "a picture"),
      (.shape(box(40, 80, 200, 40)), [.foreign, .covered], "a picture over a word"),
    ]
    for row in rows {
      let evidence = PageLayout(page: Self.page([Self.piece("a", 50, 100)], [row.0])).evidence()
      #expect(Set(evidence.map(\.kind)) == row.1, "\(row.why)")
      #expect(!row.1.contains(.covered) || evidence.contains { $0.words == "a" }, "\(row.why)")
    }
    let lines = (0..<4).map { PrintedPage.Drawing.rule(box(50, 300 + 3 * Double($0), 200, 1)) }
    #expect(PageLayout(page: Self.page([], Array(lines.prefix(3)))).evidence().isEmpty)
    #expect(
      PageLayout(page: Self.page([], lines)).evidence().map(\.kind) == [.foreign],
      "an area of lines")
    let code = PrintedPage.Drawing.stencil(box(60, 680, 115, 115))
    let two = PageLayout(page: Self.page([], [code, code])).evidence()
    #expect(two.map(\.kind) == [.foreign], "two codes")
  }

  /// The strokes of the emblem, as cairo writes them, with another middle and radius.
  private static func emblem(
    x: Double, y: Double, radius: Double
  ) -> [PrintedPage.Drawing] {
    func stroke(_ thickness: Double, _ points: [(Double, Double)]) -> PrintedPage.Drawing {
      .strokes(
        points.map { PrintPoint(x: x + radius * $0.0, y: y + radius * $0.1) },
        thickness: thickness * radius)
    }
    let bow = 0.5523
    let circle = [
      (1, 0), (1, bow), (bow, 1), (0, 1), (-bow, 1), (-1, bow), (-1, 0), (-1, -bow), (-bow, -1),
      (0, -1), (bow, -1), (1, -bow), (1, 0),
    ]
    return [
      stroke(0.09, circle.map { (0.95 * $0.0, 0.95 * $0.1) }),
      stroke(0.036, circle.map { (0.82 * $0.0, 0.82 * $0.1) }),
      stroke(0.15, [(0, -0.52), (0, 0.56)]),
      stroke(
        0.15,
        [(-0.36, -0.46), (-0.36, -0.12), (-0.36, 0.38), (0.36, 0.38), (0.36, -0.12), (0.36, -0.46)]),
    ]
  }

  @Test func theEmblem() {
    func kinds(_ drawings: [PrintedPage.Drawing]) -> [TamperEvidence.Kind] {
      PageLayout(page: Self.page([Self.piece("a", 50, 100)], drawings)).evidence().map(\.kind)
    }
    #expect(kinds(Self.emblem(x: 298, y: 60, radius: 18.4)).isEmpty)
    #expect(kinds(Self.emblem(x: 298, y: 70, radius: 25)).isEmpty, "in another size")
    #expect(kinds(Self.emblem(x: 298, y: 300, radius: 18.4)) == [.foreign], "far down the page")
    #expect(kinds(Self.emblem(x: 60, y: 90, radius: 18.4)) == [.covered], "over a word")
    let whole = Self.emblem(x: 298, y: 60, radius: 18.4)
    for index in whole.indices {
      var less = whole
      less.remove(at: index)
      #expect(kinds(less) == [.foreign], "without stroke \(index)")
      #expect(kinds(whole + [whole[index]]) == [.foreign], "with stroke \(index) twice")
      guard case .strokes(var points, let thickness) = whole[index] else { continue }
      points[points.count - 1].y += 4
      var bent = whole
      bent[index] = .strokes(points, thickness: thickness)
      #expect(kinds(bent) == [.foreign], "with stroke \(index) bent")
    }
  }

  @Test func manyPieces() {
    let pieces = (0...PageLayout.partLimit).map { Self.piece("a", 50, 100 + Double($0)) }
    #expect(PageLayout(page: Self.page(pieces)).evidence().map(\.kind) == [.malformed])
  }
}
