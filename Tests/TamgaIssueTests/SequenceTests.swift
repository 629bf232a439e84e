import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaRegister
import Testing

@testable import TamgaIssue

/// Decisions of which each goes on with the ones before, through the real issuing and a register.
@Suite struct SequenceTests {
  /// The lines of the file, by id.
  private static let lines: [String: [UInt8]] = {
    let path = Repository.root + "/Tests/Fixtures/law/sequence-successors.jsonl"
    let data = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
    var records: [String: [UInt8]] = [:]
    for line in data.split(separator: 0x0A) {
      guard let record = try? Record(Array(line)), let id = record.object["id"] as? String else {
        continue
      }
      records[id] = Array(line)
    }
    return records
  }()

  private static func record(
    _ id: String, _ change: (inout Record) -> Void = { _ in }
  ) throws -> [UInt8] {
    var record = try Record(try #require(lines[id], "\(id)"))
    change(&record)
    return record.bytes
  }

  private static func issue(_ record: [UInt8], at desk: Desk) async -> DecisionResult {
    await desk.issuer.issue([desk.issuer.parse(record)])[0]
  }

  private static func errors(_ result: DecisionResult) -> [String] {
    result.findings.filter { $0.level == .error }.map(\.rule)
  }

  private static func warnings(_ result: DecisionResult) -> Set<String> {
    Set(result.findings.filter { $0.level == .warning }.map(\.rule))
  }

  @Test(arguments: [
    ("A1", []), ("A2", []), ("A3-second-extension-same-person-same-days", ["GEN-SUCCESSOR-ONCE"]),
    ("B1", []), ("B2", []), ("B3-second", ["GEN-SUCCESSOR-ONCE"]), ("C1", []), ("C2", []),
    ("C3-second", ["GEN-SUCCESSOR-ONCE"]), ("C4-reissue-after-extension", []),
  ])
  func theFileIsJudgedLineByLine(_ id: String, _ expected: [String]) async throws {
    let desk = try Desk()
    // The lines before it in its own row.
    for number in 1..<4 where "\(id.prefix(1))\(number)" < id.prefix(2) {
      guard Self.lines["\(id.prefix(1))\(number)"] != nil else { continue }
      let before = await Self.issue(try Self.record("\(id.prefix(1))\(number)"), at: desk)
      #expect(before.outcome == .issued, "\(before.findings.map(\.rule))")
    }
    let result = await Self.issue(try Self.record(id), at: desk)
    #expect(Self.errors(result) == expected, "\(id)")
    if id.hasPrefix("C4") { #expect(Self.warnings(result).contains("GEN-SUCCESSOR-ONCE")) }
    #expect(try desk.audit().isEmpty)
  }

  private static func revocation(_ desk: Desk, of number: String) throws -> [UInt8] {
    try record("A4-revoke-first-permit-while-extension-lives") {
      $0.set("fields", "permitNumber", to: number)
      $0.set("fields", "newStayUntil", to: "2021-05-01")
    }
  }

  @Test func aRevocationEndsTheExtensionToo() async throws {
    let desk = try Desk()
    for id in ["A1", "A2"] { _ = await Self.issue(try Self.record(id), at: desk) }
    let first = try #require(try desk.office.register.paper(decision: "A1", part: 0))
    let result = await Self.issue(
      try Self.revocation(desk, of: first.number.number), at: desk)
    #expect(Self.errors(result) == [], "\(result.findings.map(\.rule))")
    #expect(Self.warnings(result).contains("GEN-REVOKES-CHAIN"))
    for id in ["A1", "A2"] {
      let paper = try #require(try desk.office.register.paper(decision: id, part: 0))
      #expect(paper.status == .revoked, "\(id)")
    }
    // Nothing hangs on what has ended.
    let again = await Self.issue(
      try Self.record("A2") {
        $0.set("id", to: "A5")
        $0.set("previous", to: ["decision": "A2"])
        $0.set("issueDate", to: "2021-08-10")
      }, at: desk)
    #expect(Self.errors(again).contains("GEN-SUCCESSOR-STATE"))
    #expect(try desk.audit().isEmpty)
  }

  @Test func aPrintedNumberNamesThePaper() async throws {
    let desk = try Desk()
    _ = await Self.issue(try Self.record("A1"), at: desk)
    let first = try #require(try desk.office.register.paper(decision: "A1", part: 0))
    func end(_ number: String) throws -> [UInt8] {
      var record = try Record(try Self.revocation(desk, of: number))
      record.set("previous", to: NSNull())
      record.set("id", to: "END-" + number)
      return record.bytes
    }
    let unknown = await Self.issue(try end("X-1"), at: desk)
    #expect(Self.errors(unknown) == ["GEN-SUCCESSOR-NAMED"])
    let known = await Self.issue(try end(first.number.number), at: desk)
    #expect(Self.errors(known) == [])
    #expect(try desk.office.register.paper(decision: "A1", part: 0)?.status == .revoked)
  }

  @Test(arguments: [
    ("passportSeriesNumber", "fa 00000-11", []), ("latinFullName", "Sample-Anvar Rustamovich", []),
    ("passportSeriesNumber", "FA0000012", []),
    ("birthDate", "1990-05-18", ["GEN-SUCCESSOR-PERSON"]),
    ("citizenship", "KGZ", ["GEN-SUCCESSOR-PERSON"]),
  ])
  func anExtensionIsOfTheSamePerson(
    _ field: String, _ value: String, _ expected: [String]
  ) async throws {
    let desk = try Desk()
    _ = await Self.issue(try Self.record("A1"), at: desk)
    let result = await Self.issue(
      try Self.record("A2") { $0.set("fields", field, to: value) }, at: desk)
    #expect(Self.errors(result) == expected, "\(field)")
  }

  @Test(arguments: [
    ("passportSeriesNumber", "fa 00000-11", true),
    ("latinFullName", "sample anvar rustamovich", true),
    ("latinFullName", "SAMPLE-ANVAR RUSTAMOVICH", true), ("birthDate", "1990", true),
    ("birthDate", "1991-05-17", false), ("citizenship", "KGZ", false),
  ])
  func aSecondPermitOfThePersonIsFound(
    _ field: String, _ value: String, _ isFound: Bool
  ) async throws {
    let desk = try Desk()
    _ = await Self.issue(try Self.record("A1"), at: desk)
    let result = await Self.issue(
      try Self.record("A1") {
        $0.set("id", to: "A9")
        // What is not changed in turn is another: only name and birth date, or the passport, remain.
        if field != "passportSeriesNumber" { $0.set("fields", "passportSeriesNumber", to: "ZZ9") }
        if field == "passportSeriesNumber" { $0.set("fields", "latinFullName", to: "OTHER NAME") }
        $0.set("fields", field, to: value)
      }, at: desk)
    #expect(Self.errors(result).contains("GEN-SAME-PERSON") == isFound, "\(field)")
    let papers = try desk.office.papers(
      citizenship: "UZB", passport: "Fa-0000011", name: nil, birthDate: nil)
    #expect(papers.map(\.decision) == ["A1"])
    let named = try desk.office.papers(
      citizenship: "UZB", passport: nil, name: "sample  anvar-rustamovich",
      birthDate: PartialDate(iso: "1990-05-17"))
    #expect(named.map(\.decision) == ["A1"])
  }

  @Test func nearlyTheSamePersonIsAWarning() async throws {
    let desk = try Desk()
    _ = await Self.issue(try Self.record("A1"), at: desk)
    let result = await Self.issue(
      try Self.record("A1") {
        $0.set("id", to: "A9")
        $0.set("fields", "passportSeriesNumber", to: "ZZ9")
        $0.set("fields", "latinFullName", to: "SAMPLE ANWAR RUSTAMOVICH")
      }, at: desk)
    #expect(Self.errors(result) == [])
    #expect(Self.warnings(result).contains("GEN-SAME-PERSON"))
  }
}
