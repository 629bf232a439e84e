import Foundation
import Testing

/// What the register knows of a person, without a word of the record.
@Suite struct PersonTests {
  /// A permit for three months, like the example but for other days.
  private static func permit(
    _ id: String, _ issued: String, _ until: String, _ changes: [String: JSON] = [:]
  ) throws -> JSON {
    var record = try Records.example("labour-immigrant-permit")
    record["id"] = .text(id)
    record["issueDate"] = .text(issued)
    record["fields", "validFrom"] = .text(issued)
    record["fields", "validUntil"] = .text(until)
    for fact in ["applicationDate", "acceptanceDate", "decisionDate", "borderCrossingDate"] {
      record["facts", fact] = .text(issued)
    }
    for (field, value) in changes { record["fields", field] = value }
    return record
  }

  @Test func twoGrantsForOnePerson() throws {
    let rows: [(changes: [String: JSON], isRefused: Bool, why: String)] = [
      ([:], true, "the same person and passport"),
      (["passportSeriesNumber": "FA7654321"], true, "a new passport evades nothing"),
      (["latinFullName": "OTHER NAME"], true, "nor does a new name in the same passport"),
      (["passportSeriesNumber": "fa 0000011"], true, "nor small letters and spaces"),
      (["latinFullName": "Sample  Anvar Rustamovich"], true, "nor the writing of the name"),
      (
        ["latinFullName": "OTHER NAME", "passportSeriesNumber": "FA7654321"], false,
        "another person of that birth date"
      ),
      (
        ["birthDate": "1991-01-01", "passportSeriesNumber": "FA7654322"], false,
        "a namesake with another birth date"
      ),
      (["citizenship": "KGZ"], false, "another country's passport of that number"),
    ]
    for sameFile in [true, false] {
      let workshop = try Workshop()
      let first = try Records.example("labour-immigrant-permit")
      let others = try rows.enumerated().map { index, row in
        try Self.permit("SECOND-\(index)", "2021-02-15", "2021-05-15", row.changes)
      }
      if !sameFile {
        try workshop.write("first.jsonl", [first])
        #expect(try workshop.issue("first.jsonl", output: "first").outcomes == ["issued"])
      }
      try workshop.write("all.jsonl", (sameFile ? [first] : []) + others)
      let batch = try workshop.issue("all.jsonl")
      let number = try #require(workshop.list().first?["number"]?.text)
      for (row, result) in zip(rows, batch.results.suffix(rows.count)) {
        let errors = Batch.errors(result)
        #expect(errors.contains("GEN-SAME-PERSON") == row.isRefused, "\(row.why): \(errors)")
        #expect(result["outcome"] == (row.isRefused ? "rejected" : "issued"), "\(row.why)")
        let finding = result["findings"]?.items.first { $0["rule"] == "GEN-SAME-PERSON" }
        for language in ["kk", "ru", "en"] where row.isRefused {
          let words = finding?["message"]?[language]?.text ?? ""
          #expect(words.contains(number) && !words.contains("SAMPLE"), "\(words)")
        }
      }
    }
  }

  @Test func aVoidPaperNoLongerStandsInTheWay() throws {
    let workshop = try Workshop()
    try workshop.write("first.jsonl", [try Records.example("labour-immigrant-permit")])
    let first = try workshop.issue("first.jsonl", output: "first")
    try workshop.write("second.jsonl", [try Self.permit("SECOND", "2021-02-15", "2021-05-15")])
    let refused = try workshop.issue("second.jsonl", output: "refused")
    #expect(refused.outcomes == ["rejected"])
    #expect(refused.run.status == 2 && refused.results[0]["number"] == nil)
    let void = try workshop.tamga(
      "void", first.numbers[0], "--office", "office", "--reason", "another person's data")
    #expect(void.status == 0, "\(void.errors)")
    let second = try workshop.issue("second.jsonl", output: "second")
    #expect(second.outcomes == ["issued"], "\(second.results[0].line)")
    #expect(second.numbers != first.numbers)
  }

  @Test func anotherServiceIsAnotherMatter() throws {
    let workshop = try Workshop()
    var residence = try Records.example("temporary-residence-permit")
    let permit = try Records.example("labour-immigrant-permit")
    for field in ["latinFullName", "passportSeriesNumber", "citizenship", "birthDate"] {
      residence["fields", field] = permit["fields"]?[field]
    }
    residence["fields", "iin"] = nil
    residence["fields", "citizenship"] = "RUS"
    var labour = permit
    labour["fields", "citizenship"] = "RUS"
    try workshop.write("both.jsonl", [labour, residence])
    let batch = try workshop.issue("both.jsonl")
    for result in batch.results {
      let rules = result["findings"]?.items.compactMap { $0["rule"]?.text } ?? []
      #expect(!rules.contains("GEN-SAME-PERSON"), "\(result.line)")
    }
  }

  @Test func thirtyDaysAfterThePermitThatTheRegisterFinds() throws {
    let rows: [(issued: String, until: String, level: String?, why: String)] = [
      ("2021-05-11", "2021-08-11", "error", "the day after the end"),
      ("2021-06-08", "2021-09-08", "error", "29 days"),
      ("2021-06-09", "2021-09-09", "warning", "30 days: the two texts of the order differ"),
      ("2021-06-10", "2021-09-10", nil, "31 days"),
    ]
    for row in rows {
      let workshop = try Workshop()
      let first = try Records.example("labour-immigrant-permit")
      let next = try Self.permit("NEXT", row.issued, row.until, ["passportSeriesNumber": "FA7"])
      #expect(next["previous"] == nil && first["fields"]?["validUntil"] == "2021-05-10")
      try workshop.write("both.jsonl", [first, next])
      let batch = try workshop.issue("both.jsonl")
      let found = batch.results[1]["findings"]?.items.first { $0["rule"] == "LIM-GAP-30" }
      #expect(found?["level"]?.text == row.level, "\(row.why): \(batch.results[1].line)")
      let outcome = row.level == "error" ? "rejected" : "issued"
      #expect(batch.outcomes == ["issued", outcome], "\(row.why)")
    }
  }
}
