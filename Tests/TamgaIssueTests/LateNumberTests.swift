import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaLayout
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
        let setting = paper.first.map { [$0.number.field: FieldValue.text(Bilingual(both: "1"))] }
        let late = try filling.fill(
          paper.examined, number: "ALA-21-0000001-0", copy: 0, setting: setting ?? [:]
        ).numbered("АЛА-2026/9876543", copy: 2, first: "77")
        let last = paper.first.map { [$0.number.field: FieldValue.text(Bilingual(both: "77"))] }
        let whole = try filling.fill(
          paper.examined, number: "АЛА-2026/9876543", copy: 2, setting: last ?? [:])
        let (one, other) = (try typesetter.compose(late), try typesetter.compose(whole))
        #expect(one.complete(checkCode: "7K3F-9Q2P") == other.complete(checkCode: "7K3F-9Q2P"))
        #expect(one.placedLines == other.placedLines, "\(name)")
        #expect(late.copy == whole.copy && late.number == whole.number)
      }
    }
  }
}
