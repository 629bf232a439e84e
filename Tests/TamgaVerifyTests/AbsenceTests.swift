import Foundation
import TamgaDomain
import Testing

@testable import TamgaOptics
@testable import TamgaSighting
@testable import TamgaVerify

/// What a person is told when no seal was read, and what to do.
@Suite struct AbsenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let why: String
    let sighting: Sighting
    let reason: Reason
    /// A word of the English advice.
    let advice: String
    var testDescription: String { why }
  }

  private static func page(_ absence: Absence) -> SightedPage {
    SightedPage(text: "", codes: [], absence: absence)
  }

  static let cases: [Case] = [
    Case(
      why: "a picture of nothing", sighting: .picture(codes: []), reason: .noCodeSeen,
      advice: "good light"),
    Case(
      why: "a picture of a blurred code", sighting: .picture(codes: [], absence: .unread),
      reason: .codeUnread, advice: "in focus"),
    Case(
      why: "a picture taken from too far", sighting: .picture(codes: [], absence: .small),
      reason: .codeTooSmall, advice: "closer"),
    Case(
      why: "no time", sighting: .picture(codes: [], absence: .unfinished),
      reason: .lookUnfinished, advice: "try again"),
    Case(
      why: "an advertisement", sighting: .picture(codes: ["https://example.com/"]),
      reason: .codeNotOurs, advice: "lower left"),
    Case(
      why: "a scan in a PDF whose second page is blurred",
      sighting: .document(
        SightedDocument(pages: [page(.nothing), page(.unread)], isCanonical: true)),
      reason: .codeUnread, advice: "in focus"),
    Case(
      why: "a PDF without a code",
      sighting: .document(
        SightedDocument(pages: [page(.nothing), page(.nothing)], isCanonical: true)),
      reason: .noCodeSeen, advice: "good light"),
    Case(
      why: "a PDF with an advertisement on a blurred page",
      sighting: .document(
        SightedDocument(
          pages: [page(.unread), SightedPage(text: "", codes: ["HELLO"])], isCanonical: true)),
      reason: .codeNotOurs, advice: "lower left"),
  ]

  @Test(arguments: cases) func isTold(_ c: Case) {
    let verdicts = Scene.verdicts(c.sighting)
    #expect(verdicts.count == 1)
    #expect(verdicts.first?.outcome == .noSeal)
    #expect(verdicts.first?.reasons.contains(c.reason) == true)
    #expect(c.reason.message.en.contains(c.advice))
  }

  @Test func whatTheReaderSawBecomesTheReason() {
    func absence(_ unread: UnreadCode?, isComplete: Bool) -> Absence {
      Reading(texts: [], isComplete: isComplete, unread: unread).absence
    }
    #expect(absence(.small, isComplete: true) == .small)
    #expect(absence(.damaged, isComplete: true) == .unread)
    #expect(absence(nil, isComplete: true) == .nothing)
    #expect(absence(nil, isComplete: false) == .unfinished)
  }

  /// A symbol half of which is white, from the file to the reason.
  @Test func aCoveredCodeIsSeen() throws {
    let grid = try QRSymbol.encode(Scene.link(Scene.seal()))
    let side = (grid.side + 8) * 4
    let file = PNG.bytes(width: side, height: side) { x, y in
      let (row, column) = (y / 4 - 4, x / 4 - 4)
      guard (0..<grid.side).contains(row), (0..<grid.side).contains(column) else { return true }
      let isCovered = row > 12 && column > 12 && row < grid.side - 12
      return isCovered || !grid.isDark(row: row, column: column)
    }
    let sighting = try InputReader.sighting(
      of: file, patience: .seconds(60), fonts: { nil })
    #expect(sighting == .picture(codes: [], absence: .unread))
  }
}
