import Foundation
import Testing

/// Papers that applicants hand in: listed by a command, named by id in records, printed in words.
@Suite struct HandedPapersTests {
  private static let receipt = "labour-immigrant-acceptance-receipt"

  @Test func theListIsForTheDesk() throws {
    let workshop = try Workshop(office: false)
    let all = try JSON.one(workshop.tamga("templates", "papers", "--json").output).items
    #expect(all.count == 52)
    let service = "labour-immigrant-permit"
    let run = try workshop.tamga("templates", "papers", "--service", service, "--json")
    let papers = try JSON.one(run.output).items
    #expect(papers.count == 10 && papers.allSatisfy { $0["service"]?.text == service })
    let passport = try #require(papers.first { $0["id"] == "lim-passport" })
    #expect(passport["returned"] == true && passport["oneOf"] == .null)
    #expect(passport["when"]?.items.first?["for"] == ["grant"])
    #expect(passport["text"]?["ru"] == "паспорт с отметкой о пересечении Государственной границы")
    let words = try workshop.tamga("templates", "papers", "--service", service, "--locale", "kk")
    #expect(words.text.contains("  lim-passport  Мемлекеттік шекараны кесіп өткені туралы"))
    let wrong = try workshop.tamga("templates", "papers", "--service", "labour-imigrant-permit")
    #expect(wrong.status == 64 && wrong.errors.contains("'\(service)'?\n") && wrong.text.isEmpty)
  }

  /// Ids and the words of the act print the same; a record in words goes on as it did.
  @Test func idsPrintTheWordsOfTheAct() throws {
    let workshop = try Workshop()
    let byID = try Records.example(Self.receipt)
    let list = try JSON.one(workshop.tamga("templates", "papers", "--json").output).items
    var inWords = byID
    inWords["id"] = "WORDS-1"
    inWords["fields", "passportSeriesNumber"] = "FA0000012"
    let ids = try #require(byID["fields"]?["acceptedDocuments"]).items
    #expect(ids.count == 6)
    inWords["fields", "acceptedDocuments"] = .array(
      try ids.map { id in try #require(list.first { $0["id"] == id }?["text"]) })
    var free = inWords
    free["id"] = "WORDS-2"
    free["fields", "passportSeriesNumber"] = "FA0000013"
    free["fields", "acceptedDocuments"] = [
      "passport", "a-4", ["kk": "сенімхат", "ru": "доверенность"],
    ]
    try workshop.write("receipts.jsonl", [byID, inWords, free])
    let batch = try workshop.issue("receipts.jsonl")
    #expect(batch.outcomes == ["issued", "issued", "issued"], "\(batch.results.map(\.line))")
    let texts = try batch.results.map { result in
      try Tool.text("pdftotext", ["-layout", batch.pdf(result), "-"])
    }
    for language in ["kk", "ru"] {
      for id in ids {
        let words = try #require(list.first { $0["id"] == id }?["text"]?[language]?.text)
        let first = words.split(separator: " ").prefix(3).joined(separator: " ")
        #expect(texts[0].contains(first) && texts[1].contains(first), "\(first)")
      }
    }
    #expect(texts.allSatisfy { !$0.contains("lim-") })
    for words in ["passport", "a-4", "сенімхат", "доверенность"] {
      #expect(texts[2].contains(words))
    }
    for result in batch.results {
      let warned = result["findings"]?.items.filter { $0["rule"] == "GEN-PAPERS" } ?? []
      #expect(warned.isEmpty, "\(result.line)")
    }
  }

  @Test func whatIsWrongIsSaid() throws {
    let workshop = try Workshop()
    let record = try Records.example(Self.receipt)
    let rows: [(papers: JSON, outcome: String, rule: String, word: String, why: String)] = [
      (["lim-pasport"], "rejected", "REC-UNKNOWN-PAPER", "lim-passport", "a slip"),
      (
        ["lim-passport:lost"], "rejected", "REC-UNKNOWN-PAPER", "list",
        "a state that is none"
      ),
      (["lim-application"], "issued", "GEN-PAPERS", "lim-tax-receipt", "papers are lacking"),
      (
        ["lim-application", "qc-application"], "issued", "GEN-PAPERS", "service", "another service"
      ),
      (
        ["lim-application", "lim-previous-permit"], "issued", "GEN-PAPERS", "applications",
        "of a grant and of an extension"
      ),
    ]
    let records = rows.enumerated().map { index, row in
      var copy = record
      copy["id"] = .text("ROW-\(index)")
      copy["fields", "passportSeriesNumber"] = .text("FA000010\(index)")
      copy["fields", "acceptedDocuments"] = row.papers
      return copy
    }
    try workshop.write("rows.jsonl", records)
    let batch = try workshop.issue("rows.jsonl")
    for (row, result) in zip(rows, batch.results) {
      #expect(result["outcome"]?.text == row.outcome, "\(row.why): \(result.line)")
      let findings = result["findings"]?.items.filter { $0["rule"]?.text == row.rule } ?? []
      let messages = findings.compactMap { $0["message"]?["en"]?.text }
      #expect(messages.contains { $0.contains(row.word) }, "\(row.why): \(messages)")
      #expect(
        findings.allSatisfy {
          $0["place"]?.text?.hasPrefix("/fields/acceptedDocuments") == true
            && $0["level"]?.text == (row.outcome == "issued" ? "warning" : "error")
        }, "\(row.why)")
    }
  }

  /// The mark of an extension stands on its duplicate without being asked for, and its day is the
  /// register's; of an outside permit the record must give the day.
  @Test func aDuplicateTakesTheMarkFromTheRegister() throws {
    let workshop = try Workshop()
    let extended = try Records.example("labour-immigrant-permit-extension")
    let day = try #require(extended["issueDate"]?.text)
    var duplicate = try Records.example("labour-immigrant-permit-duplicate")
    let names = ["latinFullName", "passportSeriesNumber", "citizenship", "birthDate"]
    for name in names + ["validFrom", "validUntil"] {
      duplicate["fields", name] = extended["fields"]?[name]
    }
    for name in ["originalIssueDate", "permitNumber"] { duplicate["fields", name] = nil }
    duplicate["issueDate"] = .text(day)
    for name in ["applicationDate", "decisionDate"] { duplicate["facts", name] = .text(day) }
    for name in ["previousValidFrom", "previousValidUntil"] { duplicate["facts", name] = nil }
    duplicate["previous"] = ["decision": try #require(extended["id"])]
    var wrong = duplicate
    wrong["id"] = "WRONG-DAY"
    wrong["fields", "originalIssueDate"] = "2021-01-31"
    var outside = duplicate
    outside["id"] = "OUTSIDE"
    outside["previous"] = "OUT-21-404"
    try workshop.write("marks.jsonl", [extended, duplicate, wrong, outside])
    let batch = try workshop.issue("marks.jsonl")
    #expect(
      batch.outcomes == ["issued", "issued", "rejected", "rejected"],
      "\(batch.results.map(\.line))")
    let words = try Tool.text("pdftotext", ["-layout", batch.pdf(batch.results[1]), "-"])
    #expect(words.contains("ұзартылған") && words.contains("продлено"))
    let printed = day.split(separator: "-").reversed().joined(separator: ".")
    #expect(words.contains("Дата оформления разрешения:") && words.contains(printed))
    #expect(Batch.errors(batch.results[2]).contains("LIM-DUPLICATE"))
    #expect(Batch.errors(batch.results[3]).contains("GEN-REQUIRED-FIELDS"))
  }
}
