import Foundation
import Testing

/// A record that no paper can be made of is one result among the others.
@Suite struct HopelessRecordTests {
  /// `TAMGA_RECORDS` makes the batch longer.
  static let count =
    ProcessInfo.processInfo.environment["TAMGA_RECORDS"].flatMap { Int($0) } ?? 60

  /// One record above every limit of a later step, and the rules that say so; none where it is issued.
  static func hopeless() throws -> [(record: JSON, rules: Set<String>)] {
    func permit(_ id: String, _ field: String, _ value: JSON) throws -> JSON {
      var record = try Records.contract("EX-LIP-1")
      record["id"] = .text(id)
      record["fields", "latinFullName"] = .text("KARIMOV ANVAR \(id)")
      record["fields", "passportSeriesNumber"] = .text("Z\(id)")
      record["fields", field] = value
      return record
    }
    func long(_ text: String, _ count: Int) -> JSON {
      .text(String(repeating: text, count: count))
    }
    var receipt = try JSON.one(
      Data(
        contentsOf: URL(
          filePath: Place.templates
            + "/labour-immigrant-acceptance-receipt/examples/ordinary.json")))
    receipt["id"] = "PAGES"
    receipt["fields", "acceptedDocuments"] = .array(
      Array(repeating: long("Ұзақ құжат ", 45), count: 200))
    return [
      (receipt, ["REC-LIMIT"]),
      (try permit("NUMBER", "permitNumber", long("9", 23)), ["REC-LIMIT"]),
      (try permit("PASSPORT", "passportSeriesNumber", long("F", 40)), ["REC-LIMIT"]),
      (try permit("LETTER", "officerFullName", "Сейітқали 漢 Б."), ["REC-CHARACTERS"]),
      (try permit("HIDDEN", "officerFullName", "Сейіт\u{AD}қали Ә. Б."), ["REC-CHARACTERS"]),
      (try permit("KEY", "latinFullName", long("KARIMOV ", 125)), []),
    ]
  }

  @Test func aBatchGoesOnWithoutThem() throws {
    let workshop = try Workshop()
    let hopeless = try Self.hopeless()
    let sample = try workshop.tamga("sample", "--count", "\(Self.count)", "--seed", "77")
    var lines = sample.output.split(separator: 0x0A).map { Data($0) }
    // Among the others: every group has one.
    for (index, row) in hopeless.enumerated() {
      lines.insert(Data(row.record.line.utf8), at: (index + 1) * lines.count / 8)
    }
    try workshop.write("in.jsonl", Data(lines.joined(separator: [0x0A])) + [0x0A])
    let check = try workshop.tamga("check", "in.jsonl", "--office", "office")
    let batch = try workshop.issue("in.jsonl", options: ["--jobs", "2"])
    #expect(batch.run.status == 2, "\(batch.run.errors)")
    #expect(batch.results.count == lines.count)
    for row in hopeless {
      let result = try #require(batch.results.first { $0["id"] == row.record["id"] })
      #expect(result["outcome"] == (row.rules.isEmpty ? "issued" : "rejected"), "\(result.line)")
      #expect(Batch.errors(result).isSuperset(of: row.rules), "\(result.line)")
    }
    let refused = hopeless.count { !$0.rules.isEmpty }
    #expect(batch.outcomes.count { $0 == "issued" } == lines.count - refused)
    let papers = try workshop.tamga("register", "list", "--office", "office").lines()
    #expect(papers.allSatisfy { $0["state"] == "issued" })
    let audit = try workshop.tamga("register", "audit", "--office", "office")
    #expect(audit.status == 0, "\(audit.text) \(audit.errors)")
    // Checked before, and told the same.
    let checked = try check.lines()
    #expect(check.status == 2)
    #expect(checked.map { $0["id"] } == batch.results.map { $0["id"] })
    for (before, after) in zip(checked, batch.results) where after["outcome"] == "rejected" {
      #expect(before["outcome"] == "rejected" && before["findings"] == after["findings"])
    }
  }
}
