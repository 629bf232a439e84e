import Foundation
import Testing

/// What a decision does to the paper that it names, on every door.
@Suite struct ConsequenceTests {
  /// A revocation makes its notice, and the notice carries the day to which the stay is shortened
  /// (rules.md, H.17): without it two late revocations are refused, with it they are only late.
  @Test(arguments: ["U23", "R41"]) func aRevocationShortensTheStay(_ name: String) throws {
    let workshop = try Workshop()
    let bytes = try Data(contentsOf: URL(filePath: Place.root + "/Tests/Fixtures/law/\(name).json"))
    let text = String(decoding: bytes, as: UTF8.self)
    func rules(_ text: String) throws -> Set<String> {
      try workshop.write("in.json", Data(text.utf8))
      let result = try JSON.one(workshop.tamga("check", "in.json", "--office", "office").output)
      let findings = result["findings"]?.items ?? []
      return Set(findings.map { "\($0["level"]?.text ?? "") \($0["rule"]?.text ?? "")" })
    }
    let without = try rules(text)
    #expect(without.filter { $0.hasPrefix("error") } == ["error LIM-REVOKE-STAY"], "\(without)")
    let with = try rules(
      text.replacing(
        "\"groundIds\":", with: "\"newStayUntil\": \"2021-03-18\", \"groundIds\":"))
    #expect(!with.contains { $0.hasPrefix("error") }, "\(with)")
    #expect(with.contains("warning LIM-REVOKE-3WD"), "\(with)")
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let first: String
    let field: String
    let second: String
    /// Of the first paper, after the second.
    let status: String
    let why: String

    var testDescription: String { why }
  }

  static let rows: [Row] = [
    Row(
      first: "permanent-residence-permit", field: "decisionNumber",
      second: "permanent-residence-permit-annulment-decision", status: "revoked",
      why: "an annulment revokes"),
    Row(
      first: "qualification-certificate", field: "certificateNumber",
      second: "qualification-certificate-revocation-decision", status: "revoked",
      why: "a revocation revokes"),
    Row(
      first: "qualification-certificate", field: "certificateNumber",
      second: "qualification-certificate-reissue", status: "superseded",
      why: "a reissue supersedes, under a new number"),
    Row(
      first: "qualification-certificate", field: "certificateNumber",
      second: "qualification-certificate-duplicate", status: "superseded",
      why: "a duplicate supersedes, under the number and a copy"),
    Row(
      first: "qualification-certificate", field: "certificateNumber",
      second: "qualification-certificate-extension", status: "valid",
      why: "an extension leaves its predecessor valid"),
    Row(
      first: "temporary-residence-permit", field: "permitNumber",
      second: "temporary-residence-permit-extension", status: "valid",
      why: "so does that of a residence permit"),
  ]

  @Test(arguments: rows)
  func onThePaperBefore(_ row: Row) throws {
    let workshop = try Workshop()
    let chain = try Chain(row.first, number: row.field, row.second)
    try workshop.write("chain.jsonl", [chain.first, chain.second])
    let batch = try workshop.issue("chain.jsonl")
    try #require(batch.outcomes == ["issued", "issued"], "\(batch.results.map(\.line))")
    let (former, later) = (batch.numbers[0], batch.numbers[1])
    let papers = try batch.results.map { try batch.pdf($0) }
    let ends = row.status != "valid"

    let entry = try workshop.shown(former)
    #expect(entry["status"]?.text == row.status && entry["state"] == "issued")
    #expect(entry["endedBy"]?.text == (ends ? later : nil))
    let events = entry["events"]?.items.compactMap { $0["what"]?.text } ?? []
    #expect(events.contains(row.status) == ends, "\(events)")
    let links = try workshop.shown(later)["chain"]?.items.compactMap(\.text)
    // What a revocation follows has ended: it is no link.
    #expect(links == (row.status == "revoked" ? [later] : [former, later]))
    #expect(try workshop.shown(later)["status"] == "valid")

    let year = chain.first["fields"]?["validUntil"]?.text?.prefix(4)
    for byBundle in [false, true] {
      // The list of a past year leaves the bundle.
      if byBundle, let year, year < Day.today.iso.prefix(4) { continue }
      let day = chain.second["issueDate"]?.text ?? ""
      let verdict = try workshop.verdict(papers[0], byBundle: byBundle, "--on", day)
      #expect(verdict["verdict"]?.text == row.status, "\(verdict.line)")
      #expect(verdict["genuine"] == true)
      let replacement = row.status == "superseded" ? later : nil
      #expect(verdict["replacedBy"]?.text == replacement)
      // From its first day, an extension follows the paper before.
      let first = chain.second["fields"]?["validFrom"]?.text ?? day
      let own = try workshop.verdict(
        papers[1], byBundle: byBundle, "--on", max(first, day))
      #expect(own["verdict"] == "valid" && own["replacedBy"]?.text == nil, "\(own.line)")
    }

    // The consequence comes once: nothing moves when the command runs again.
    let again = try workshop.issue("chain.jsonl")
    #expect(again.outcomes == ["already-issued", "already-issued"])
    #expect(again.numbers == batch.numbers)
    #expect(try workshop.shown(former)["events"] == entry["events"])

    // A second decision of the kind finds the paper ended, and takes no number.
    guard ends else { return }
    var repeated = chain.second
    repeated["id"] = "REPEATED-1"
    try workshop.write("repeated.jsonl", [repeated])
    let refused = try workshop.issue("repeated.jsonl", output: "repeated")
    if row.second.hasSuffix("duplicate") {
      #expect(refused.numbers == [former + "~2"], "a duplicate of the duplicate in force")
      #expect(try workshop.shown(later)["endedBy"]?.text == former + "~2")
    } else {
      #expect(refused.outcomes == ["rejected"], "\(refused.results[0].line)")
      #expect(Batch.errors(refused.results[0]).contains("GEN-SUCCESSOR-STATE"))
      #expect(try workshop.list().count == 2)
    }
  }

  @Test func theCopiesOfAPermit() throws {
    let workshop = try Workshop()
    let chain = try Chain(
      "labour-immigrant-permit", number: "permitNumber", "labour-immigrant-permit-duplicate",
      isRecent: false)
    var third = chain.second
    third["id"] = "COPY-2"
    try workshop.write("copies.jsonl", [chain.first, chain.second, third])
    let batch = try workshop.issue("copies.jsonl")
    try #require(batch.outcomes == ["issued", "issued", "issued"], "\(batch.results)")
    let number = batch.numbers[0]
    #expect(batch.numbers == [number, number + "~1", number + "~2"])
    for (copy, result) in batch.results.enumerated() {
      let mark = copy == 0 ? "" : "~\(copy)"
      #expect(result["file"]?.text?.hasSuffix("/\(number)\(mark).pdf") == true)
      let verdict = try workshop.verdict(batch.pdf(result), byBundle: false, "--on", "2021-03-20")
      #expect(verdict["claims"]?["copy"]?.count == copy)
      #expect(verdict["claims"]?["number"]?.text == number)
      #expect(verdict["verdict"] == (copy == 2 ? "valid" : "superseded"))
      let next = copy == 2 ? nil : "\(number)~\(copy + 1)"
      #expect(verdict["replacedBy"]?.text == next)
      let run = try workshop.tamga(
        "reprint", number + mark, "--office", "office", "--reason", "asked", "--output", "again")
      guard copy == 2 else {
        #expect(run.status == 1 && run.output.isEmpty, "what was replaced is not handed out")
        continue
      }
      #expect(run.status == 0, "\(run.errors)")
      let path = run.text.trimmingCharacters(in: .newlines)
      #expect(path.hasSuffix("/\(number)~2.pdf"))
      #expect(try workshop.data(path) == Data(contentsOf: URL(filePath: batch.pdf(result))))
    }
    // A lawful paper of a past year: a bundle keeps its dates and no status.
    let old = try workshop.verdict(batch.pdf(batch.results[0]), byBundle: true)
    let codes = old["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
    #expect(old["verdict"] == "expired" && codes.contains("status-not-kept"), "\(codes)")
    for name in ["~0", "~3", "~01", "~", "~x"] {
      let run = try workshop.tamga("register", "show", number + name, "--office", "office")
      #expect(run.status == 1 && run.output.isEmpty, "\(name)")
    }
  }

  @Test func aVoidRevocationGivesThePaperBack() throws {
    let workshop = try Workshop()
    let chain = try Chain(
      "qualification-certificate", number: "certificateNumber",
      "qualification-certificate-revocation-decision")
    try workshop.write("chain.jsonl", [chain.first, chain.second])
    let batch = try workshop.issue("chain.jsonl")
    let pdf = try batch.pdf(batch.results[0])
    #expect(try workshop.verdict(pdf, byBundle: true)["verdict"] == "revoked")
    let void = try workshop.tamga(
      "void", batch.numbers[1], "--office", "office", "--reason", "another person")
    #expect(void.status == 0, "\(void.errors)")
    for byBundle in [false, true] {
      #expect(try workshop.verdict(pdf, byBundle: byBundle)["verdict"] == "valid")
    }
    var corrected = chain.second
    corrected["id"] = "CORRECTED-1"
    try workshop.write("corrected.jsonl", [corrected])
    let second = try workshop.issue("corrected.jsonl", output: "corrected")
    #expect(second.outcomes == ["issued"], "\(second.results[0].line)")
    #expect(try workshop.verdict(pdf, byBundle: true)["verdict"] == "revoked")
  }
}
