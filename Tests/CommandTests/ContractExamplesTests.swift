import Foundation
import Testing

/// The examples of the contract, issued and refused as they are.
@Suite struct ContractExamplesTests {
  @Test func everyLawfulExampleIsIssued() throws {
    let workshop = try Workshop()
    let records = try Records.fixture("decisions.jsonl")
    let batch = try workshop.issue(Place.contract + "/decisions.jsonl")
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(batch.run.output.isEmpty, "the papers are the data; talk goes to standard error")
    #expect(batch.results.count == records.count && records.count == 7)
    for (index, (record, result)) in zip(records, batch.results).enumerated() {
      let members: Set = [
        "line", "id", "outcome", "document", "number", "file", "sha256", "pages", "findings",
      ]
      #expect(Set(result.members.keys).subtracting(["also"]) == members)
      #expect(result["line"]?.count == index + 1)
      #expect(result["id"] == record["id"] && result["document"] == record["document"])
      #expect(result["outcome"] == "issued")
      let number = try #require(result["number"]?.text)
      #expect(
        result["file"]?.text == "documents/\(record["document"]?.text ?? "")/\(number).pdf")
      let pdf = try batch.pdf(result)
      #expect(try result["sha256"]?.text == Tool.sha256(pdf))
      #expect(try result["pages"]?.count == Tool.pages(pdf))
      for finding in result["findings"]?.items ?? [] {
        try Self.isFinding(finding)
        #expect(finding["level"] != "error")
      }
    }
    #expect(Set(batch.numbers).count == 7)
    #expect(try batch.data("rejected.jsonl").isEmpty)
  }

  @Test func filesOfABatch() throws {
    let workshop = try Workshop()
    let batch = try workshop.issue(Place.contract + "/decisions.jsonl")
    let name = URL(filePath: batch.folder).lastPathComponent
    #expect(name.wholeMatch(of: /\d{4}-\d{2}-\d{2}-[0-9a-z]+/) != nil, "\(name)")
    let papers = batch.results.compactMap { $0["file"]?.text }
    let wanted =
      papers + [
        "results.jsonl", "rejected.jsonl", "findings.csv", "summary.json", "report.html",
        ".checkpoint",
      ]
    #expect(workshop.files("out/" + name) == wanted.sorted())
    let summary = try JSON.one(batch.data("summary.json"))
    #expect(summary["records"]?.count == 7)
    #expect(summary["outcomes"]?["issued"]?.count == 7)
    #expect((summary["seconds"]?.number ?? -1) > 0)
    #expect(summary["rules"]?.members.isEmpty == false)
    let pages = batch.results.compactMap { $0["pages"]?.count }.reduce(0, +)
    #expect(summary["pages"]?.count == pages)
    let report = String(decoding: try batch.data("report.html"), as: UTF8.self)
    #expect(report.contains("<html") && report.contains("labour-immigrant-permit"))
    // It opens without a network: nothing in it is fetched.
    for word in ["http:", "https:", "src=", "@import", "<link", "url("] {
      #expect(!report.contains(word), "\(word)")
    }
  }

  @Test func everyUnlawfulExampleIsRejected() throws {
    let workshop = try Workshop()
    let records = try Records.fixture("rejected.jsonl")
    let batch = try workshop.issue(Place.contract + "/rejected.jsonl")
    #expect(batch.run.status == 2)
    #expect(batch.results.count == records.count && records.count == 5)
    for (record, result) in zip(records, batch.results) {
      let expected = Set((record["x-expect"]?.items ?? []).compactMap(\.text))
      #expect(!Batch.errors(result).isDisjoint(with: expected), "\(result.line)")
      #expect(result["outcome"] == "rejected" && result["id"] == record["id"])
      let members: Set = ["line", "id", "outcome", "document", "findings"]
      #expect(Set(result.members.keys) == members, "nothing is reserved, nothing is printed")
      for finding in result["findings"]?.items ?? [] { try Self.isFinding(finding) }
    }
    let input = try Data(contentsOf: URL(filePath: Place.contract + "/rejected.jsonl"))
    let kept = try batch.data("rejected.jsonl")
    #expect(kept.split(separator: 0x0A) == input.split(separator: 0x0A), "unchanged, in order")
    #expect(workshop.files("office/store").isEmpty)
    #expect(try workshop.tamga("register", "list", "--office", "office").output.isEmpty)
  }

  @Test func lawfulAndUnlawfulTogether() throws {
    let workshop = try Workshop()
    let good = try Records.fixture("decisions.jsonl")
    let bad = try Records.fixture("rejected.jsonl")
    try workshop.write("mixed.jsonl", [bad[0], good[0], bad[1], good[1], bad[2], good[2]])
    let batch = try workshop.issue("mixed.jsonl")
    #expect(batch.run.status == 2)
    #expect(
      batch.outcomes == ["rejected", "issued", "rejected", "issued", "rejected", "issued"])
    #expect(batch.results.map { $0["line"]?.count } == [1, 2, 3, 4, 5, 6])
    // Corrected and run again, as the folder invites.
    let kept = try JSON.lines(batch.data("rejected.jsonl"))
    #expect(kept == [bad[0], bad[1], bad[2]])
    var corrected = kept[0]
    corrected["fields", "termMonths"] = 3
    corrected["fields", "validUntil"] = "2021-05-10"
    corrected["facts", "requestedMonths"] = 3
    corrected["facts", "taxPaidMonths"] = 3
    try workshop.write("corrected.jsonl", [corrected])
    let second = try workshop.issue("corrected.jsonl", output: "corrected")
    #expect(second.run.status == 0 && second.outcomes == ["issued"], "\(second.results)")
  }

  @Test func checkSaysTheSameAndIssuesNothing() throws {
    let workshop = try Workshop()
    for office in [[], ["--office", "office"]] {
      let good = try workshop.tamga(["check", Place.contract + "/decisions.jsonl"] + office)
      #expect(good.status == 0, "\(good.errors)")
      #expect(try good.lines().count == 7)
      let bad = try workshop.tamga(["check", Place.contract + "/rejected.jsonl"] + office)
      #expect(bad.status == 2)
      for (record, result) in zip(try Records.fixture("rejected.jsonl"), try bad.lines()) {
        let expected = Set((record["x-expect"]?.items ?? []).compactMap(\.text))
        #expect(!Batch.errors(result).isDisjoint(with: expected), "\(result.line)")
      }
    }
    let dry = try workshop.tamga(
      "issue", Place.contract + "/decisions.jsonl", "--office", "office", "--dry-run",
      "--output", "out")
    #expect(dry.status == 0)
    #expect(workshop.files("out").isEmpty && workshop.files("office/store").isEmpty)
    #expect(try workshop.tamga("register", "list", "--office", "office").output.isEmpty)
  }

  /// Contract `commands.md`: every finding says the same in three languages and points somewhere.
  static func isFinding(_ finding: JSON) throws {
    #expect(finding["rule"]?.text?.wholeMatch(of: /[A-Z][A-Z0-9-]+/) != nil, "\(finding.line)")
    #expect(["error", "warning", "information"].contains(finding["level"]?.text))
    let place = try #require(finding["place"]?.text)
    #expect(place.isEmpty || place.hasPrefix("/"), "\(place)")
    for language in ["kk", "ru", "en"] {
      #expect(finding["message"]?[language]?.text?.isEmpty == false, "\(finding.line)")
    }
    if let citation = finding["citation"], citation != .null {
      #expect(citation["act"]?.text?.isEmpty == false && citation["place"]?.text != nil)
    }
  }
}
