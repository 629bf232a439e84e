import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaLayout
import TamgaPDF
import TamgaRegister
import Testing

@testable import TamgaIssue
@testable import TamgaTemplates

/// A paper that was laid out before it had its number is the same as one that had it from the start.
@Suite struct LateNumberTests {
  static let folders: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: Repository.templates).sorted()) ?? []

  @Test(arguments: folders) func aNumberThatComesLaterLeavesNoTrace(kind: String) throws {
    let library = try Examples.library.get()
    guard library.kind(kind) != nil else { return }
    let filling = TemplateFiller(library: library, host: "tamga.example")
    let typesetter = try Typesetter(fonts: library.shared.fonts)
    for (name, papers) in try Self.lawful(kind, library) {
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

  /// The papers of a kind's examples, by their names.
  private static func lawful(
    _ kind: String, _ library: TemplateLibrary
  ) throws -> [(name: String, papers: [LawfulPaper])] {
    let examples = Repository.templates + "/" + kind + "/examples"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: examples).sorted()) ?? []
    var policy = OfficePolicy()
    policy.facts = .given
    let examiner = Examiner(
      library: library, bodies: nil, policy: policy,
      today: try #require(CalendarDate(iso: "2026-11-28")))
    return try names.compactMap { name in
      guard name.hasSuffix(".json"), !name.hasSuffix("_fail.json") else { return nil }
      let bytes = try Array(Data(contentsOf: URL(filePath: examples + "/" + name)))
      let parsed = examiner.parser.parse(bytes, source: name)
      guard let decision = parsed.decision,
        case .lawful(let papers, _) = try LawfulPapers(examiner: examiner, batch: nil).examine(
          parsed, decision, hash: [])
      else { return nil }
      return (name, papers)
    }
  }

  /// The provisional numbers of a decision's papers may be the same, and that of a permit in the record too.
  @Test func aNumberIsExchangedWhereItStandsAlone() throws {
    let library = try Examples.library.get()
    let typesetter = try Typesetter(fonts: library.shared.fonts)
    let lawful = try #require(try Self.lawful("labour-immigrant-permit", library).first?.papers[0])
    let paper = try TemplateFiller(library: library, host: "tamga.example").fill(
      lawful.examined, number: "1", copy: 0, setting: [:])
    func row(_ label: String, _ value: String, _ number: PrintedNumber?) -> FilledBlock {
      FilledBlock(
        kind: .row,
        parts: [
          [.init(text: label, isValue: false)], [.init(text: value, isValue: true, number: number)],
        ], items: [], closing: [], hasPlaces: true, place: "test.form:1")
    }
    func document(_ own: String, _ first: String) -> FilledDocument {
      FilledDocument(
        kind: paper.kind, edition: paper.edition, number: own, copy: 0,
        issueDate: paper.issueDate, body: paper.body, author: paper.author, holder: paper.holder,
        parts: [
          FilledPart(
            language: .ru,
            blocks: [
              row("Решение:", first, .first), row("Уведомление:", own, .own),
              row("Разрешение:", "ALA-26-0000001-0", nil), row("Снова:", own, .own),
            ])
        ], host: paper.host, phrases: paper.phrases, data: nil)
    }
    let provisional = document("ALA-26-0000001-0", "ALA-26-0000001-0")
    let late = try typesetter.compose(
      typesetter.compose(provisional), number: "ALA-26-0000008-1", copy: 0,
      first: "ALA-26-0000007-3")
    let whole = try typesetter.compose(document("ALA-26-0000008-1", "ALA-26-0000007-3"))
    #expect(late.placedLines == whole.placedLines)
    let text = late.pages.map(\.text).joined()
    #expect(text.ranges(of: "ALA-26-0000008-1").count == 2)
    #expect(text.ranges(of: "ALA-26-0000007-3").count == 1)
    #expect(text.ranges(of: "ALA-26-0000001-0").count == 1)
  }

  /// Of the paper and of the decision's first paper: as wide as the provisional one, wider by a letter, so wide that
  /// a title breaks another way, and so narrow that it breaks no more.
  static let numbers = [
    ("ALA-21-0000002-8", "2"), ("АЛА-2026/9876543", "77"), ("1", "ALA-21-0000001-0"),
    ("АЛА-ЖШЩ-2026/98765432198765432", String(repeating: "9", count: 60)),
  ]
}
