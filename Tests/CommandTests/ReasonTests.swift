import Foundation
import Testing

/// Why a record was refused stands where people look: on the terminal, in the table, in the report.
@Suite struct ReasonTests {
  private func night(_ language: String) throws -> (Workshop, Batch) {
    let workshop = try Workshop()
    let lines = try workshop.tamga(
      "sample", "--count", "150", "--seed", "11", "--flaws", "30", "--office", "office"
    ).output
    try workshop.write("in.jsonl", lines)
    let batch = try workshop.issue("in.jsonl", options: ["--locale", language])
    try #require(batch.run.status == 2)
    return (workshop, batch)
  }

  @Test(arguments: [
    ("kk", "-жол", "қабылданбады"), ("ru", "строка ", "отклонено"),
    ("en", "line ", "rejected"),
  ])
  func theTerminalNamesTheFirstTwenty(_ language: String, _ line: String, _ outcome: String) throws
  {
    let (workshop, batch) = try night(language)
    defer { withExtendedLifetime(workshop) {} }
    let said = batch.run.errors.split(separator: "\n").map(String.init)
    let heads = said.filter { $0.contains(line) && $0.hasSuffix(outcome) }
    #expect(heads.count == min(20, batch.outcomes.count { $0 == "rejected" }))
    let reasons = said.filter { $0.hasPrefix("  - ") }
    #expect(reasons.count >= heads.count)
    guard language != "en" else { return }
    // A clerk reads no identifier: what is left are words of the record, formats and units.
    for reason in reasons {
      // The office's IT finds a code in brackets after its name.
      let words = reason.replacing(/\([a-zA-Z0-9 …-]+\)/, with: "")
      let latin = words.matches(of: /[A-Za-z][A-Za-z-]{3,}/).map { String($0.output) }
      let names = Set(try FileManager.default.contentsOfDirectory(atPath: Place.templates)).union([
        "true", "false", "JSON", "jsonl",
      ])
      #expect(latin.allSatisfy { names.contains($0) }, "\(reason)")
    }
  }

  /// A night of one fault: three records of it are named, and how many more there are.
  @Test func oneReasonOfMany() throws {
    let workshop = try Workshop()
    let records = try (1...30).map { index in
      var record = try Records.contract("EX-LIP-1")
      record["id"] = .text("M-\(index)")
      record["fields", "passportSeriesNumber"] = ""
      return record
    }
    try workshop.write("in.jsonl", records + [try Records.contract("EX-FPC-1")])
    let errors = try workshop.issue("in.jsonl", options: ["--locale", "en"]).run.errors
    let heads = errors.split(separator: "\n").filter { $0.hasSuffix(": rejected") }
    #expect(heads.count == 3, "\(errors)")
    #expect(errors.contains("27 more for the same reason as line 1"), "\(errors)")
  }

  @Test func theTableHasEveryFinding() throws {
    let (workshop, batch) = try night("ru")
    defer { withExtendedLifetime(workshop) {} }
    let bytes = try batch.data("findings.csv")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(rows.first == "line;id;document;rule;level;place;kk;ru;en")
    let findings = batch.results.reduce(0) { $0 + ($1["findings"]?.items.count ?? 0) }
    #expect(findings > 40 && rows.count == findings + 1)
    for result in batch.results where result["outcome"] == "rejected" {
      let line = result["line"]?.line ?? ""
      #expect(rows.contains { $0.hasPrefix(line + ";") && $0.contains(";error;") }, "\(line)")
    }
  }

  @Test func theReportHasEveryRefusal() throws {
    let (workshop, batch) = try night("ru")
    let report = String(decoding: try batch.data("report.html"), as: UTF8.self)
    #expect(!report.contains("http") && !report.contains("<script"))
    #expect(report.contains(#"id="ru" checked"#))
    for result in batch.results where result["outcome"] == "rejected" {
      let line = result["line"]?.line ?? ""
      #expect(report.contains("<td class=\"n\">\(line)</td>"), "line \(line)")
      for finding in result["findings"]?.items ?? [] where finding["level"] == "error" {
        let words = try #require(finding["message"]?["kk"]?.text)
          .replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
          .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        #expect(report.contains(words), "\(words)")
      }
    }
    let summary = try JSON.one(batch.data("summary.json"))
    #expect(summary["office"] == "KZ-ALA" && summary["inputs"]?.items.count == 1)
    #expect(
      summary["inputs"]?.items[0]["sha256"]?.text == (try Tool.sha256(workshop.path("in.jsonl"))))
    #expect(summary["withWarnings"] != nil && summary["started"] != nil && summary["ended"] != nil)
  }
}
