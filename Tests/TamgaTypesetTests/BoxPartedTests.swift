import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout

/// A box that no page holds is divided between its lines.
@Suite struct BoxPartedTests {
  /// A column of `count` lines, 10 points each, and a rule below it.
  private func column(_ count: Int) throws -> Box {
    let fonts = try FontLibrary(Office.library().shared.fonts)
    let text = fonts.text(
      [
        Stretch(
          text: (1...count).map(String.init).joined(separator: "\n"),
          letters: Letters(.serif, 10))
      ], width: 100)
    return Box(
      items: text.items(x: 0, y: 0) + [
        .rule(x: 0, y: text.height + 2, width: 100, thickness: 1, shade: 0)
      ], height: text.height + 2, gap: 9, breakBefore: .forbidden, keepsNext: true)
  }

  @Test(arguments: [0.05, 0.2, 0.34, 0.5, 0.99]) func printsTheSameLinesInOrder(
    _ share: Double
  ) throws {
    let box = try column(40)
    let limit = box.height * share
    let parts = box.parted(height: limit)
    #expect(parts.count >= Int(1 / share))
    #expect(parts.allSatisfy { $0.height <= limit })
    #expect(
      parts.map { Page(items: $0.items).text }.joined(separator: "\n").split(separator: "\n")
        == (1...40).map { Substring(String($0)) })
    for part in parts {
      let spans = part.items.compactMap(\.span)
      #expect(spans.allSatisfy { $0.lowerBound > -0.1 && $0.upperBound < part.height + 1.1 })
    }
    #expect(parts.map(\.gap) == [9] + Array(repeating: 0, count: parts.count - 1))
    #expect(parts.map(\.keepsNext).dropLast().allSatisfy { !$0 } && parts.last?.keepsNext == true)
    #expect(parts[0].breakBefore == .forbidden && parts[1].breakBefore == .avoided)
  }

  @Test func whatFitsStaysWhole() throws {
    let box = try column(4)
    #expect(box.parted(height: box.height).count == 1)
  }

  @Test func linesHigherThanTheLimitStayWhole() throws {
    let box = try column(3)
    #expect(box.parted(height: 5).count == 1)
  }
}
