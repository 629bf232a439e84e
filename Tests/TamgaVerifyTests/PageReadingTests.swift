import TamgaOptics
import Testing

@testable import TamgaInput
@testable import TamgaVerify

/// The operators of a page's content, one by one.
@Suite struct PageReadingTests {
  private static func read(_ content: String) -> PrintedPage {
    var reading = PageReading(width: 595, height: 842, fonts: [:], stencils: ["x5"])
    reading.read(Array(content.utf8))
    return reading.page
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let content: String
    let expected: TamperEvidence.Kind?
    let why: String
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(content: "", expected: nil, why: "nothing"),
    Case(content: "1 0 0 -1 0 842 cm q 0 0 0 rg 10 20 30 1 re f Q", expected: nil, why: "a rule"),
    Case(content: "/P << /MCID 0 >> BDC EMC", expected: nil, why: "a paragraph of a tagged file"),
    Case(content: "% a remark\nq Q", expected: nil, why: "a remark"),
    Case(content: "3 Tr", expected: nil, why: "a mode without text"),
    Case(
      content: "/Span << /ActualText (x) >> BDC EMC", expected: .letters,
      why: "other words beside the drawn ones"),
    Case(content: "/OC /layer BDC EMC", expected: .letters, why: "a layer"),
    Case(content: "0 0 100 100 re W n", expected: .hidden, why: "a cut"),
    Case(content: "0 0 595 841.8 re W n", expected: nil, why: "a cut at the edge of the sheet"),
    Case(content: "9 9 m 9 9 l W n", expected: .hidden, why: "a cut along a line"),
    Case(content: "0 0 595 842 re 9 9 9 9 re W n", expected: .hidden, why: "a cut with a hole"),
    Case(content: "W n", expected: .hidden, why: "a cut along nothing"),
    Case(content: "1 0 0 1 99999 0 cm", expected: .moved, why: "far from the page"),
    Case(content: "99999 0 0 99999 0 0 cm", expected: .moved, why: "very large"),
    Case(content: "0.0001 0 0 0.0001 0 0 cm", expected: .moved, why: "very small"),
    Case(content: "BT 9 0 0 -9 99999 0 Tm ET", expected: .moved, why: "letters far away"),
    Case(content: "BT 50 Tz ET", expected: .hidden, why: "narrow letters"),
    Case(content: "BT 5 Ts ET", expected: .hidden, why: "raised letters"),
    Case(content: "BT 10 0 3 -10 50 50 Tm ET", expected: .hidden, why: "slanted letters"),
    Case(content: "BT 10 0 0 -5 50 50 Tm ET", expected: .hidden, why: "letters of half height"),
    Case(content: "0 1 -1 0 0 0 cm", expected: .moved, why: "a turned page"),
    Case(content: "BT /f 1 Tf ET", expected: .letters, why: "a font that is none"),
    Case(content: "BT /f 12 Tf ET", expected: .letters, why: "a size in the font"),
    Case(content: "1 0 0 rg", expected: .foreign, why: "red"),
    Case(content: "[3 3] 0 d", expected: .foreign, why: "dashes"),
    Case(content: "BT BT ET ET", expected: .malformed, why: "text in text"),
    Case(content: "BT", expected: .malformed, why: "text without an end"),
    Case(content: "q", expected: .malformed, why: "a state without an end"),
    Case(content: "Q", expected: .malformed, why: "a state without a beginning"),
    Case(content: "(a) Tj", expected: .malformed, why: "letters outside of text"),
    Case(content: "BT (a) Tj ET", expected: .malformed, why: "letters without a font"),
    Case(content: "BI /W 1 ID x EI", expected: .foreign, why: "a picture in the content"),
    Case(content: "/Sh sh", expected: .foreign, why: "a shading"),
    Case(content: "1 0 0 rg rg", expected: .foreign, why: "a colour, then none"),
    Case(content: "1 2 rg", expected: .malformed, why: "too few numbers"),
    Case(content: "9999999 0 0 rg", expected: .malformed, why: "too large a number"),
    Case(content: "<< /a >> BDC", expected: .malformed, why: "no syntax"),
    Case(content: "(a", expected: .malformed, why: "text without its end"),
  ]

  @Test(arguments: cases) func evidence(_ row: Case) {
    #expect(Self.read(row.content).evidence.first?.kind == row.expected)
  }

  @Test func deepNesting() {
    let deep = String(repeating: "q ", count: 100_000)
    #expect(Self.read(deep).evidence.map(\.kind) == [.malformed])
    #expect(
      Self.read(String(repeating: "[", count: 1_000_000)).evidence.map(\.kind) == [.malformed])
  }

  @Test func whatIsDrawn() throws {
    let page = Self.read(
      """
      1 0 0 -1 0 842 cm 0 0 0 rg 10 20 30 1 re f
      1 1 1 rg 10 20 30 10 re f
      0.8 w 0 0 0 RG 10 20 30 40 re S
      10 10 m 20 20 l S
      q 100 0 0 -100 60 780 cm 0 0 0 rg /x5 Do Q
      q 100 0 0 -100 60 780 cm /other Do Q
      q 100 0 0 100 60 680 cm /x5 Do Q
      """)
    #expect(page.evidence.isEmpty && page.isWhole)
    func name(_ drawing: PrintedPage.Drawing) -> String {
      switch drawing {
      case .rule: "rule"
      case .frame: "frame"
      case .strokes: "strokes"
      case .stencil: "stencil"
      case .shape: "shape"
      }
    }
    #expect(
      page.drawings.map(name)
        == ["rule", "shape", "frame", "strokes", "stencil", "shape", "shape"])
    let white = try #require(page.drawings.dropFirst().first)
    guard case .shape(let box) = white else { return }
    #expect(box == PrintBox(left: 10, top: 20, right: 40, bottom: 30))
  }
}
