import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaLaw
import TamgaSample
import TamgaTemplates
import Testing

/// Every example of a kind passes or fails as its name says: those whose name ends in `_fail` by one
/// of the rules in their `x-expect`, all others with every fact that the strictest office asks for.
@Suite struct ExamplesTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let document: String
    let name: String
    let path: String
    var testDescription: String { "\(document)/\(name)" }
    var isRefused: Bool { name.hasSuffix("_fail") }
  }

  /// Every kind of the folder.
  static let documents = (try? TrialOffice.library.get().templates.keys.sorted()) ?? []

  static let all: [Example] = documents.flatMap { document in
    let folder = TrialOffice.templates + "/\(document)/examples"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map {
      Example(
        document: document, name: String($0.prefix { $0 != "." }), path: folder + "/" + $0)
    }
  }

  @Test func everyKindHasItsExamples() {
    #expect(Self.documents.count == 43)
    for document in Self.documents {
      let names = Self.all.filter { $0.document == document }.map(\.name)
      #expect(names.count >= 3, "\(document)")
      #expect(names.contains("ordinary") && names.contains("longest"), "\(document)")
      #expect(names.contains { $0.hasSuffix("_fail") }, "\(document)")
    }
  }

  @Test(arguments: all) func passesOrFailsAsItsNameSays(_ example: Example) throws {
    let (parsed, examination) = try examine(example)
    let errors = examination.findings.filter { $0.level == .error }.map(\.rule)
    #expect(parsed.decision?.kind.id == example.document)
    if example.isRefused {
      #expect(!Set(errors).isDisjoint(with: try expected(example)), "found \(errors)")
    } else {
      #expect(errors == [])
      #expect(examination.findings.filter(\.notChecked).map(\.rule) == [])
    }
  }

  /// What passes fills its form in both languages.
  @Test(arguments: all.filter { !$0.isRefused }) func fillsItsForm(_ example: Example) throws {
    guard case .lawful(let examined) = try examine(example).1 else {
      Issue.record("refused")
      return
    }
    let paper = try TemplateFiller(library: try TrialOffice.library.get(), host: "tamga.example")
      .fill(examined, number: "ALA-26-0000001-7", copy: 0)
    #expect(paper.parts.map(\.language) == [.kk, .ru])
    let texts = paper.parts.flatMap(\.blocks).flatMap { $0.parts + $0.items }.joined().map(\.text)
    #expect(!texts.contains { $0.contains("{") })
  }

  /// Kinds that name grounds, and how many the longest paper of each names: ten where the act has as
  /// many, one agency's for a conclusion.
  static let grounds = [
    "exit-pr-conclusion": 2, "exit-pr-refusal-decision": 8, "exit-pr-refusal-notice": 8,
    "labour-immigrant-permit-refusal": 3, "labour-immigrant-permit-revocation-decision": 3,
    "labour-immigrant-permit-revocation-notice": 3,
    "permanent-residence-permit-annulment-decision": 10, "permanent-residence-permit-refusal": 10,
    "qualification-certificate-acceptance-refusal": 2, "qualification-certificate-refusal": 3,
    "qualification-certificate-revocation-decision": 1, "temporary-residence-permit-refusal": 4,
  ]

  /// The longest values that the contract allows: names of 120 characters, details of 4,000, as many
  /// grounds as the act has, up to ten.
  @Test(arguments: documents) func theLongestIsLong(_ document: String) throws {
    let example = try #require(Self.all.first { $0.document == document && $0.name == "longest" })
    let decision = try #require(try examine(example).0.decision)
    let texts = decision.fields.compactMapValues { value in
      if case .text(let text) = value { text } else { nil }
    }
    let names = decision.kind.claims.name.map { [$0] } ?? ["fullName", "latinFullName"]
    #expect(names.contains { texts[$0]?.kk.count == 120 })
    guard case .grounds(let grounds)? = decision.fields["groundIds"] else {
      #expect(Self.grounds[document] == nil)
      return
    }
    #expect(grounds.count == Self.grounds[document])
    let detail = try #require(texts["refusalDetail"])
    #expect((3_990...4_000).contains(detail.kk.unicodeScalars.count))
    #expect((3_990...4_000).contains(detail.ru.unicodeScalars.count))
  }

  /// A form that an applicant signs may be blank or filled in before printing.
  @Test func formsOfApplicantsHaveABlankExample() throws {
    let kinds = try TrialOffice.library.get().templates.values.map(\.kind)
    let forms = kinds.filter { !$0.isSealed }.map(\.id).sorted()
    #expect(forms.count == 10)
    let blanks = Self.all.filter { $0.name == "blank" }
    #expect(forms == blanks.map(\.document))
    for blank in blanks {
      #expect(try examine(blank).0.decision?.fields.isEmpty == true, "\(blank)")
    }
  }

  private func examine(_ example: Example) throws -> (ParsedDecision, Examination) {
    let bytes = try Array(Data(contentsOf: URL(filePath: example.path)))
    var office = try TrialOffice(.strict)
    let parsed = office.parse(bytes)
    return (parsed, try office.examine(parsed))
  }

  private func expected(_ example: Example) throws -> [String] {
    let bytes = try Array(Data(contentsOf: URL(filePath: example.path)))
    guard case .array(let items)? = try JSONReader.strictValue(of: bytes)["x-expect"] else {
      return []
    }
    return items.compactMap(\.text)
  }
}
