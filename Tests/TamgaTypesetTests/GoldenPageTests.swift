import TamgaDomain
import TamgaTemplates
import Testing

@testable import TamgaLayout

/// Every kind as it stands on paper: text and millimetres.
@Suite struct GoldenPageTests {
  /// The ordinary paper of every kind, the blank of every form, and the longest of kinds that name
  /// grounds and of those whose longest paper shows what room a form has.
  static let papers = Office.documents.flatMap { document in
    examples(document).map { Paper(document: document, example: $0) }
  }

  private static let longest: Set = [
    "fingerprint-photo-certificate", "labour-immigrant-permit",
    "labour-immigrant-permit-extension", "qualification-certificate",
    "temporary-residence-permit", "temporary-residence-application",
  ]

  private static func examples(_ document: String) -> [String] {
    guard let kind = try? Office.library().kind(document) else { return [] }
    var names = ["ordinary"]
    if !kind.isSealed { names.append("blank") }
    if !kind.groundKinds.isEmpty || longest.contains(document) { names.append("longest") }
    return names
  }

  @Test(arguments: papers) func isThePageThatWasLookedAt(_ paper: Paper) throws {
    let composition = try Office.typesetter().compose(paper.filled())
    composition.completeAsIssued()
    let text = composition.placedLines.enumerated().map { index, lines in
      "page \(index + 1)\n" + lines.joined(separator: "\n") + "\n"
    }.joined()
    try expectGolden(text, "\(paper.document)-\(paper.example).txt")
  }
}
