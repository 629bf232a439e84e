import TamgaDomain
import Testing

@testable import TamgaTypeset

/// Every kind as it stands on paper: text and millimetres.
@Suite struct GoldenPageTests {
  static let papers = Office.documents.flatMap { document in
    ["ordinary", "longest"].map { Paper(document: document, example: $0) }
  }

  @Test(arguments: papers) func isThePageThatWasLookedAt(_ paper: Paper) throws {
    let composition = try Office.typesetter().compose(paper.filled())
    _ = composition.complete(checkCode: Office.checkCode)
    let text = composition.placedLines.enumerated().map { index, lines in
      "page \(index + 1)\n" + lines.joined(separator: "\n") + "\n"
    }.joined()
    try expectGolden(text, "\(paper.document)-\(paper.example).txt")
  }
}
