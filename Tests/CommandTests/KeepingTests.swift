import Foundation
import Testing

/// Prints, hand-overs, retention and what a person may ask for.
struct KeepingTests {
  private static func issued() throws -> (Workshop, Batch) {
    let workshop = try Workshop()
    let batch = try workshop.issue(Place.contract + "/decisions.jsonl")
    try #require(batch.run.status == 0 || batch.run.status == 2, "\(batch.run.errors)")
    return (workshop, batch)
  }

  private static func number(_ batch: Batch, _ document: String) throws -> String {
    let result = try #require(
      batch.results.first { $0["document"]?.text == document && $0["outcome"] == "issued" })
    return try #require(result["number"]?.text)
  }

  @Test func printsAndHandOversAreEvents() throws {
    let (workshop, batch) = try Self.issued()
    let number = try Self.number(batch, "temporary-residence-permit")
    for (command, reason) in [
      ("spoil", "paper jam"), ("reprint", "after the jam"), ("handover", "holder, passport shown"),
    ] {
      let run = try workshop.tamga(command, number, "--reason", reason, "--office", "office")
      #expect(run.status == 0, "\(run.errors)")
    }
    let events = try #require(workshop.shown(number)["events"]).items
    #expect(
      events.suffix(3).map { $0["what"]?.text } == ["spoilt", "reprinted", "handed-over"])
    #expect(events.last?["who"]?.text == "clerk")
    // A suspended paper is not handed over.
    _ = try workshop.tamga(
      "status", number, "--set", "suspended", "--reason", "order 5", "--office", "office")
    let refused = try workshop.tamga(
      "handover", number, "--reason", "holder", "--office", "office")
    #expect(refused.status == 1 && refused.errors.contains("suspended"), "\(refused.errors)")
    #expect(try workshop.tamga("spoil", number, "--reason", " ", "--office", "office").status == 64)
  }

  @Test func whatIsKeptOfAPersonIsPrinted() throws {
    let (workshop, batch) = try Self.issued()
    let record = try Records.contract("EX-LIP-1")
    let passport = try #require(record["fields", "passportSeriesNumber"]?.text)
    let country = try #require(record["fields", "citizenship"]?.text)
    let person = ["--citizenship", country, "--passport", passport, "--office", "office"]
    let found = try workshop.tamga(["register", "export"] + person).lines()
    #expect(found.contains { $0["record"]?["id"]?.text == "EX-LIP-1" })
    let number = try Self.number(batch, "labour-immigrant-permit")
    let one = try workshop.tamga("register", "export", "--number", number, "--office", "office")
    #expect(try one.lines().count == 1)
    let stranger = try workshop.tamga(
      "register", "export", "--citizenship", country, "--passport", "XX0", "--office", "office")
    #expect(stranger.status == 0 && stranger.output.isEmpty)
    #expect(try workshop.tamga("register", "export", "--office", "office").status == 64)
  }

  /// A permit of 2021 is past its year; number, status and proof stay, the person goes.
  @Test func retentionRemovesThePerson() throws {
    let (workshop, batch) = try Self.issued()
    let number = try Self.number(batch, "labour-immigrant-permit")
    let other = try Self.number(batch, "qualification-certificate")
    let record = try Records.contract("EX-LIP-1")
    let passport = try #require(record["fields", "passportSeriesNumber"]?.text)
    let trial = try workshop.tamga("register", "purge", "--dry-run", "--office", "office")
    #expect(trial.text.split(separator: "\n").map(String.init).contains(number))
    #expect(!trial.text.contains(other), "other services keep theirs for good")
    #expect(
      try workshop.tamga("register", "export", "--number", number, "--office", "office")
        .text.contains(passport))

    let run = try workshop.tamga("register", "purge", "--office", "office")
    #expect(run.status == 0 && run.text == trial.text, "\(run.errors)")
    let kept = try workshop.tamga("register", "export", "--number", number, "--office", "office")
    let line = try #require(kept.lines().first)
    #expect(line["record"] == .null && line["paper"]?["number"]?.text == number)
    for file in workshop.files("office") where !file.contains("store/") {
      // SQLite overwrites what it deletes only when it is told to.
      #expect(!(try workshop.data("office/" + file)).contains(passport), "\(file)")
    }
    let reprint = try workshop.tamga(
      "reprint", number, "--reason", "lost", "--office", "office")
    #expect(reprint.status == 1 && reprint.errors.contains("retention"), "\(reprint.errors)")
    let again = try workshop.issue(Place.contract + "/decisions.jsonl")
    let result = try #require(again.results.first { $0["id"]?.text == "EX-LIP-1" })
    #expect(result["outcome"] == "rejected" && Batch.errors(result) == ["REC-PURGED"])
    let audit = try workshop.tamga("register", "audit", "--office", "office")
    #expect(audit.status == 0, "\(audit.text)")
    #expect(try workshop.tamga("register", "purge", "--office", "office").text.isEmpty)
    // The paper in hand is still judged.
    let verdict = try workshop.verdict(batch.pdf(batch.results[0]), byBundle: false)
    #expect(verdict["genuine"] == .flag(true))
  }

  @Test func aShorterRetentionThanTheLawsIsRefused() throws {
    let workshop = try Workshop()
    try workshop.edit("office/tamga.yaml") {
      $0 + "\nretentionMonths:\n  labour-immigrant-permit: 6\n"
    }
    let run = try workshop.tamga("register", "list", "--office", "office")
    #expect(run.status != 0 && run.errors.contains("12 months"), "\(run.errors)")
  }
}

extension Data {
  fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
