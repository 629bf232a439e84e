import Foundation
import Testing

/// The pages of reference name what the sources read and write, and nothing else.
@Suite struct ReferencePageTests {
  struct Row: Sendable {
    let page: String
    let sources: [String]
    /// A name that the source reads or writes.
    let names: String
    /// Names in the first column of the page's tables that stand for something else.
    var others: Set<String> = []
  }

  static let documentation = "Sources/tamga/Documentation.docc/"

  static let rows = [
    Row(
      page: documentation + "Reference/Configuration.md",
      sources: [
        "Configuration/OfficeConfiguration+Reading.swift",
        "Configuration/OfficeConfiguration+Series.swift",
        "Configuration/OfficePolicy+Reading.swift",
        "Configuration/IssuingBody+Reading.swift", "Configuration/RegisterPlace.swift",
        "Configuration/ServeRules.swift", "Signing/SignatureRule.swift",
      ].map { "Sources/TamgaIssue/" + $0 },
      names: #"\.(?:text|optionalText|texts|has|inside|word|count|optionalCount|date|optionalDate|"#
        + #"optionalWord|optionalFlag|bilingual|optionalBilingual|each)\("(\w+)""#,
      // A file of the office folder.
      others: ["checkpoint"]),
    Row(
      page: documentation + "Reference/Results.md",
      sources: [
        "Sources/TamgaIssue/Issuing/DecisionResult.swift",
        "Sources/TamgaIssue/Batch/BatchSummary.swift",
      ], names: #"\.init\(\s*"(\w+)""#,
      // Outcomes.
      others: ["issued", "rejected", "failed", "lawful"]),
    Row(
      page: documentation + "Monitoring.md",
      sources: ["Sources/TamgaIssue/Run/RunRecord.swift"], names: #"\.init\(\s*"(\w+)""#,
      // Events of the log.
      others: ["begin", "settled", "waiting", "results", "said", "error", "end"]),
    Row(
      page: documentation + "Reference/Verdict.md",
      sources: ["Sources/TamgaVerify/Verdict+JSON.swift"], names: #"\.init\(\s*"(\w+)""#,
      // Verdicts.
      others: ["altered", "revoked", "superseded", "suspended", "expired", "valid"]),
  ]

  @Test(arguments: rows)
  func everyNameIsOnItsPage(_ row: Row) throws {
    let page = try Self.text(row.page)
    let pattern = try Regex(row.names, as: (Substring, Substring).self)
    let used = try Set(
      row.sources.flatMap { try Self.text($0).matches(of: pattern).map(\.output.1) })
    #expect(used.count > 8, "the sources were read")
    // In blocks and in spans of code.
    let named = Set(page.matches(of: /["`{ ]([a-zA-Z0-9]+)["`,:} ]/).map(\.output.1))
    #expect(used.subtracting(named).sorted() == [])
    let columns = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .flatMap { $0.split(separator: "|")[0].matches(of: /`([a-z][a-zA-Z0-9]*)`/).map(\.output.1) }
    let unknown = Set(columns).subtracting(used).filter { !row.others.contains(String($0)) }
    #expect(unknown.sorted() == [])
  }

  /// The codes of what is wrong with a record.
  @Test func everyCodeOfTheRecordIsOnItsPage() throws {
    let page = try Self.text(Self.documentation + "Reference/DecisionRecord.md")
    let codes = /REC-[A-Z]+(?:-[A-Z]+)*/
    var used: Set<String> = []
    let root = URL(filePath: Repository.root + "/Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      used.formUnion(text.matches(of: /"(REC-[A-Z]+(?:-[A-Z]+)*)"/).map { String($0.output.1) })
    }
    #expect(used.sorted() == Set(page.matches(of: codes).map { String($0.output) }).sorted())
  }

  /// The keys of a record.
  @Test func everyKeyOfTheRecordIsOnItsPage() throws {
    let page = try Self.text(Self.documentation + "Reference/DecisionRecord.md")
    let section = try #require(page.split(separator: "## Keys").last?.split(separator: "## ").first)
    let rows = section.matches(of: /(?m)^\| `(\w+)` \|/).map(\.output.1)
    let decoder = try Self.text("Sources/TamgaDecisions/DecisionDecoder.swift")
    let list = try #require(decoder.firstMatch(of: /topKeys = \[([^\]]*)\]/)?.output.1)
    #expect(rows == list.matches(of: /"(\w+)"/).map(\.output.1))
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8)
  }
}
