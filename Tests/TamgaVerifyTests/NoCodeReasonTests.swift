import Foundation
import TamgaDomain
import Testing

@testable import TamgaInput
@testable import TamgaOptics
@testable import TamgaVerify

/// What a person is told when no seal was read, and what to do.
@Suite struct NoCodeReasonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let why: String
    let contents: InputContents
    let reason: Reason
    /// A word of the English advice.
    let advice: String
    var testDescription: String { why }
  }

  private static func page(_ noCode: NoCodeReason) -> PageContents {
    PageContents(text: "", codes: [], noCode: noCode)
  }

  static let cases: [Case] = [
    Case(
      why: "a picture of nothing", contents: .picture(codes: []), reason: .noCodeSeen,
      advice: "good light"),
    Case(
      why: "a picture of a blurred code", contents: .picture(codes: [], noCode: .unread),
      reason: .codeUnread, advice: "in focus"),
    Case(
      why: "a picture taken from too far", contents: .picture(codes: [], noCode: .small),
      reason: .codeTooSmall, advice: "closer"),
    Case(
      why: "no time", contents: .picture(codes: [], noCode: .unfinished),
      reason: .lookUnfinished, advice: "try again"),
    Case(
      why: "an advertisement", contents: .picture(codes: ["https://example.com/"]),
      reason: .codeNotOurs, advice: "lower left"),
    Case(
      why: "a scan in a PDF whose second page is blurred",
      contents: .document(
        DocumentContents(pages: [page(.nothing), page(.unread)], isCanonical: true)),
      reason: .codeUnread, advice: "in focus"),
    Case(
      why: "a PDF without a code",
      contents: .document(
        DocumentContents(pages: [page(.nothing), page(.nothing)], isCanonical: true)),
      reason: .noCodeSeen, advice: "good light"),
    Case(
      why: "a PDF with an advertisement on a blurred page",
      contents: .document(
        DocumentContents(
          pages: [page(.unread), PageContents(text: "", codes: ["HELLO"])], isCanonical: true)),
      reason: .codeNotOurs, advice: "lower left"),
  ]

  @Test(arguments: cases) func isTold(_ c: Case) {
    let verdicts = Scene.verdicts(c.contents)
    #expect(verdicts.count == 1)
    #expect(verdicts.first?.outcome == .noSeal)
    #expect(verdicts.first?.reasons.contains(c.reason) == true)
    #expect(c.reason.message.en.contains(c.advice))
  }

  @Test func whatTheReaderSawBecomesTheReason() {
    func noCode(_ unread: UnreadCode?, isComplete: Bool) -> NoCodeReason {
      Reading(texts: [], isComplete: isComplete, unread: unread).noCode
    }
    #expect(noCode(.small, isComplete: true) == .small)
    #expect(noCode(.damaged, isComplete: true) == .unread)
    #expect(noCode(nil, isComplete: true) == .nothing)
    #expect(noCode(nil, isComplete: false) == .unfinished)
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
    let contents = try InputReader.contents(
      of: file, patience: .seconds(60), fonts: { nil })
    #expect(contents == .picture(codes: [], noCode: .unread))
  }
}
