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
