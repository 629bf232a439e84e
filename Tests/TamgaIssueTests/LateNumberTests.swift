import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaLayout
import TamgaPDF
import TamgaRegister
import TamgaTemplates
import Testing

@testable import TamgaIssue

/// A paper that was laid out before it had its number is the same as one that had it from the start.
@Suite struct LateNumberTests {
  static let folders: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: Repository.templates).sorted()) ?? []

  @Test(arguments: folders) func aNumberThatComesLaterLeavesNoTrace(kind: String) throws {
    let library = try Examples.library.get()
    guard library.kind(kind) != nil else { return }
    let examples = Repository.templates + "/" + kind + "/examples"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: examples).sorted()) ?? []
    var policy = OfficePolicy()
    policy.facts = .given
    let examiner = Examiner(
      library: library, bodies: nil, policy: policy,
      today: try #require(CalendarDate(iso: "2026-11-28")))
    let filling = TemplateFiller(library: library, host: "tamga.example")
    let typesetter = try Typesetter(fonts: library.shared.fonts)
    for name in names where name.hasSuffix(".json") && !name.hasSuffix("_fail.json") {
      let bytes = try Array(Data(contentsOf: URL(filePath: examples + "/" + name)))
      let parsed = examiner.parser.parse(bytes, source: name)
      guard let decision = parsed.decision,
        case .lawful(let papers, _) = try LawfulPapers(examiner: examiner, batch: nil).examine(
          parsed, decision, hash: [])
      else { continue }
      for paper in papers {
        func filled(_ number: String, _ copy: Int, _ first: String) throws -> FilledDocument {
          let setting = paper.first.map {
            [$0.number.field: FieldValue.text(Bilingual(both: first))]
          }
          return try filling.fill(
            paper.examined, number: number, copy: copy, setting: setting ?? [:])
        }
        let provisional = try filled("ALA-21-0000001-0", 0, "1")
        for (number, first) in Self.numbers {
          let late = try typesetter.compose(
            try typesetter.compose(provisional), number: number, copy: 2, first: first)
          let whole = try typesetter.compose(try filled(number, 2, first))
          #expect(late.complete(checkCode: "7K3F-9Q2P") == whole.complete(checkCode: "7K3F-9Q2P"))
          #expect(late.placedLines == whole.placedLines, "\(name) \(number)")
          #expect(late.document.copy == 2 && late.document.number == number)
          #expect(try late.form(created: 0) == whole.form(created: 0), "\(name) \(number)")
        }
      }
    }
  }

  /// Of the paper and of the decision's first paper: as wide as the provisional one, wider by a letter, so wide that
  /// a title breaks another way, and so narrow that it breaks no more.
  static let numbers = [
    ("ALA-21-0000002-8", "2"), ("АЛА-2026/9876543", "77"), ("1", "ALA-21-0000001-0"),
    ("АЛА-ЖШЩ-2026/98765432198765432", String(repeating: "9", count: 60)),
  ]
}
