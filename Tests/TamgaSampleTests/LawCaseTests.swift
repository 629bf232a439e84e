import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import Testing

/// Decisions read from the acts: what is lawful passes, what is not gives one of the rules that it says.
@Suite struct LawCaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/law")

  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path()))?
    .filter { $0.hasSuffix(".json") }.sorted() ?? []

  @Test func thereAreCases() { #expect(Self.names.count > 60) }

  /// A revocation makes its notice, and the notice carries the day to which the stay is shortened
  /// (rules.md, H.17): without it the two late revocations are refused, with it they are late.
  @Test(arguments: ["U23.json", "R41.json"]) func aRevocationShortensTheStay(_ name: String) throws
  {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    var office = try TrialOffice(.given)
    let rules = { (findings: [Finding]) in
      findings.filter { $0.level != .information && !$0.notChecked }
        .map { "\($0.level) \($0.rule)" }.sorted()
    }
    let without = rules(try office.findings([UInt8](text.utf8)))
    #expect(without.filter { $0.hasPrefix("error") } == ["error LIM-REVOKE-STAY"], "\(without)")
    let added = text.replacing(
      "\"groundIds\":", with: "\"newStayUntil\": \"2021-03-18\", \"groundIds\":")
    let with = rules(try office.findings([UInt8](added.utf8)))
    #expect(
      !with.contains { $0.hasPrefix("error") } && with.contains("warning LIM-REVOKE-3WD"), "\(with)"
    )
  }

  @Test(arguments: names, [OfficePolicy.Facts.given, .strict])
  func isJudgedAsTheActsSay(_ name: String, _ facts: OfficePolicy.Facts) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    let value = try JSONReader.strictValue(of: bytes)
    var office = try TrialOffice(facts)
    let findings = try office.findings(bytes).filter { !$0.notChecked }
    let said = findings.filter { $0.level != .information }.map { "\($0.level) \($0.rule)" }
    let level = value["x-level"]?.text ?? "error"
    switch value["x-expect"] {
    case .array(let items)?:
      if level == "error in strict", facts == .given { return }
      let wanted: Level = level == "warning" ? .warning : .error
      let rules = Set(items.compactMap(\.text))
      #expect(
        findings.contains { rules.contains($0.rule) && $0.level == wanted }, "\(name): \(said)")
    default:
      let errors = findings.filter { $0.level == .error }
      #expect(errors.map { "\($0.rule) \($0.place)" } == [], "\(name)")
    }
  }
}
