import Foundation
import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct CoverageTests {
  /// Every requirement of rules.md, sections B to G, section I, and the two that are ours.
  static let requirements =
    """
    GEN-REQUIRED-FIELDS GEN-EDITION GEN-DATE-ORDER GEN-UNIQUE-NUMBER GEN-UNIQUE-QR GEN-KK-LETTERS
    GEN-REFUSAL-GROUND GEN-NO-REASON GEN-ISSUE-DATE GEN-SAME-PERSON GEN-PAPERS
    GEN-ISSUER GEN-FOREIGNER GEN-SUCCESSOR-NAMED GEN-SUCCESSOR-PERSON GEN-SUCCESSOR-STATE
    GEN-SUCCESSOR-ONCE LIM-EXT-EXPIRED LIM-PASSPORT TRP-EXT-EXPIRED TRP-EXT-CONTINUITY
    QC-EXT-CONTINUITY EXIT-CITIZEN GEN-TERM-START GEN-SUCCESSOR-NUMBER GEN-REVOKES-CHAIN
    LIM-REVOKE-STAY TRP-DOCUMENT-KIND
    LIM-PERMIT-TERM LIM-EXT-TERM LIM-TERM-AS-REQUESTED LIM-TOTAL-CAP LIM-GAP-30 LIM-EXT-CONTINUITY
    LIM-LEFT-IN-TIME LIM-LEGAL-ENTRY LIM-VISA-FREE LIM-TAX-COVERS LIM-CHECKS LIM-FINGERPRINT
    LIM-EXT-EMPLOYER LIM-EXT-PORTAL-SIGS LIM-PORTAL-ONLY-EXT LIM-CATEGORY LIM-QUOTA LIM-EXT-MARK
    LIM-LATIN-NAME LIM-QR LIM-TWO-COPIES LIM-ACCREF-COPIES LIM-FPC-COPIES LIM-DECISION-1WD
    LIM-PORTAL-30MIN LIM-FALSE-30MIN LIM-DUPLICATE LIM-REVOKE-3WD LIM-REVOKE-NOTIFY
    LIM-RETENTION-1Y LIM-ISSUER LIM-FREE LIM-PERMIT-143-1
    TRP-PASSPORT-EXPIRY TRP-EXEMPT-VISA TRP-EXEMPT-DIPLOMATIC TRP-EXEMPT-UNDER16 TRP-AGE16-10D
    TRP-WORK-PERMIT TRP-QUAL-CERT TRP-NO-PERMIT-1Y TRP-AIFC-1Y TRP-AIFC-INVESTOR TRP-STUDY-1Y
    TRP-FAMILY TRP-TREATMENT TRP-BUSINESS TRP-MISSIONARY TRP-TRAFFICKING TRP-PR-APPLICANT
    TRP-PETITIONER TRP-IIN TRP-FINGERPRINT TRP-CHECKS TRP-DOMESTIC-COUNT TRP-INSURANCE TRP-LATE
    TRP-DECISION-1WD TRP-FREE TRP-ADDRESS-3WD TRP-VICTIM-NO-EXPULSION
    PR-PASSPORT-180 PR-DOCS-180 PR-LEASE-180 PR-CHILD-CONSENT PR-PHOTO PR-FINGERPRINT PR-FEE
    PR-DECISION-45D PR-PAPER-ONLY PR-GROUND10-NO-REASON PR-G15-G17-EXEMPT PR-G4-EXEMPT PR-G13-5Y
    PR-G15-183 PR-G15-REFUSAL
    QC-FIRST-TERM QC-EXT-TERM QC-EXT-DOCS QC-REISSUE-NEW-NUMBER QC-REISSUE-CAUSE QC-REISSUE-5WD
    QC-DUPLICATE QC-SAME-VALIDITY QC-PROFESSION QC-SCORE-6 QC-COMMISSION QC-ISSUE-5WD QC-EXT-3WD
    QC-REISSUE-3WD QC-DUP-3WD QC-EDS QC-FREE QC-REVOKE-ACT QC-EXPIRED QC-EMPLOYER-5WD
    QC-CONTRACT-END-5WD
    EXIT-AGE EXIT-TOTAL-30D EXIT-STEP-TIMES EXIT-SEQUENCE EXIT-MILITARY EXIT-GROUND-CHECKER
    EXIT-GROUND-UNTIL EXIT-FALSE-1M EXIT-TALON EXIT-EDITION
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// The ids of all rules, in the order of the ruleset.
  static let ids = Ruleset.all.map { $0.id }

  static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/TamgaLaw").standardizedFileURL

  /// The rows of the page: id to the other cells.
  static func page() throws -> [String: [String]] {
    let text = try String(
      contentsOf: sources.appending(path: "Documentation.docc/Coverage.md"), encoding: .utf8)
    var rows: [String: [String]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "`", with: "")
      }
      #expect(rows.updateValue(Array(cells.dropFirst()), forKey: cells[0]) == nil, "\(cells[0])")
    }
    return rows
  }

  @Test func idsAreUnique() {
    #expect(Set(Self.ids).count == Self.ids.count)
  }

  @Test func everyRequirementIsARule() throws {
    #expect(Set(Self.ids) == Set(Self.requirements))
    #expect(Set(try Self.page().keys) == Set(Self.requirements))
  }

  @Test(arguments: ids) func pageNamesTheType(_ id: String) throws {
    let type = try #require(Ruleset.rule(id))
    let row = try #require(try Self.page()[id])
    let name = String(describing: type)
    let folder = row[0].split(separator: "/").first.map(String.init) ?? ""
    #expect(row[0] == "\(folder)/\(name)")
    let file = Self.sources.appending(path: "\(folder)/\(name).swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("\"\(id)\"") && text.contains("struct \(name):"))
    let letter = type.level == .error ? "E" : type.level == .warning ? "W" : "I"
    #expect(row[2].hasPrefix(letter), "level")
    #expect(!type.citation.act.isEmpty && !type.citation.place.isEmpty)
  }

  /// What a manifest says of itself, read without the template engine.
  struct Manifest: Sendable {
    let kind: String
    let code: String
    let isSealed: Bool
    let rules: Set<String>

    init(_ folder: URL) throws {
      kind = folder.lastPathComponent
      let file = folder.appending(path: "manifest.yaml")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      code =
        lines.first { $0.hasPrefix("code: ") }
        .map { $0.dropFirst(6).trimmingCharacters(in: .whitespaces) } ?? ""
      isSealed = !lines.contains { $0.hasPrefix("sealed:") && $0.hasSuffix("false") }
      rules = Set(
        lines.filter { $0.hasPrefix("  - ") }
          .map { String($0.dropFirst(4).prefix { $0 != ":" && $0 != " " }) })
    }
  }

  static func manifests() throws -> [Manifest] {
    let folder = CoverageOfActsTests.root.appending(path: "Templates").resolvingSymlinksInPath()
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter {
        FileManager.default.fileExists(atPath: $0.appending(path: "manifest.yaml").path())
      }.map(Manifest.init)
  }

  @Test func pageNamesTheKindsThatAsk() throws {
    let all = try Self.manifests()
    #expect(all.count > 5)
    for (rule, row) in try Self.page() {
      let asking = all.filter { $0.rules.contains(rule) }
      let cell =
        asking.count == all.count
        ? "every kind"
        : asking.count == all.count(where: \.isSealed) && asking.allSatisfy(\.isSealed)
          ? "every sealed kind" : asking.map(\.code).sorted().joined(separator: ", ")
      #expect(row[1] == (cell.isEmpty ? "none" : cell), "\(rule)")
    }
  }

  @Test func pageExplainsTheCodes() throws {
    let text = try String(
      contentsOf: Self.sources.appending(path: "Documentation.docc/Coverage.md"), encoding: .utf8)
    let section = try #require(text.components(separatedBy: "## Codes of the kinds\n").last)
    let rows = section.split(separator: "\n").filter { $0.contains("`") }.map(String.init)
    let kinds = try Self.manifests().map { "| \($0.code) | `\($0.kind)` |" }
    #expect(Set(rows) == Set(kinds) && rows.count == kinds.count)
  }

  /// Every row of every table.
  static let rows =
    GeneralRuleTests.rows + PaperRuleTests.rows + LabourTermTests.terms + LabourTermTests.chains
    + LabourConditionTests.conditions + LabourPaperTests.papers + LabourPaperTests.deadlines
    + ResidenceTermTests.terms + ResidenceStayTests.stays + ResidenceConditionTests.conditions
    + PermanentRuleTests.grants + PermanentRuleTests.grounds + QualificationRuleTests.terms
    + QualificationRuleTests.papers + QualificationRuleTests.deadlines + ExitRuleTests.decisions
    + ExitRuleTests.times + ExitRuleTests.papers + SuccessorRuleTests.rows + SamePersonTests.papers
    + SamePersonTests.permits + IssuerRuleTests.rows + SuccessorStateTests.rows + DayRuleTests.rows
    + PersonConditionTests.rows

  @Test(arguments: ids) func tablesShowTheRuleFindingAndSilent(_ id: String) {
    let rows = Self.rows.filter { $0.rule == id }
    // What is said for the record is always said, and the seal judges the code.
    let alwaysSpeaks = ["LIM-FREE", "LIM-RETENTION-1Y", "TRP-FREE", "QC-FREE"].contains(id)
    #expect(rows.contains { $0.levels.isEmpty } || alwaysSpeaks, "a row that passes")
    #expect(rows.contains { !$0.levels.isEmpty } || id == "GEN-UNIQUE-QR", "a row that does not")
  }
}
