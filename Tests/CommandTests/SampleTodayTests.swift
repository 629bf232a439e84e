import Foundation
import Testing

/// `tamga sample --office` gives what the office would issue today.
@Suite struct SampleTodayTests {
  /// An office as `tamga init` makes it, which issues nothing of long ago.
  private static func office() throws -> Workshop {
    let workshop = try Workshop(office: false)
    let made = try workshop.tamga("init", "office")
    try #require(made.status == 0, "\(made.errors)")
    return workshop
  }

  @Test(arguments: [1, 7]) func allAreIssued(_ seed: Int) throws {
    let workshop = try Self.office()
    let sample = try workshop.tamga(
      "sample", "--count", "60", "--seed", "\(seed)", "--office", "office")
    try #require(sample.status == 0, "\(sample.errors)")
    let records = try sample.lines()
    #expect(records.count == 60)
    #expect(Set(records.compactMap { $0["document"]?.text }).count >= 5)
    try workshop.write("in.jsonl", sample.output)
    let batch = try workshop.issue("in.jsonl")
    let refused = batch.results.filter { $0["outcome"] != "issued" }
    #expect(batch.run.status == 0 && refused.isEmpty, "\(refused.prefix(3).map(\.line))")
  }

  @Test func flawsAreRefused() throws {
    let workshop = try Self.office()
    let sample = try workshop.tamga(
      "sample", "--count", "40", "--flaws", "50", "--office", "office")
    try workshop.write("in.jsonl", sample.output)
    let batch = try workshop.issue("in.jsonl")
    let flawed = batch.outcomes.count { $0 == "rejected" }
    #expect((8...32).contains(flawed) && batch.outcomes.count == 40, "\(flawed)")
  }

  /// A kind that ended is told, in place of records that nobody can issue.
  @Test func aKindThatEnded() throws {
    let workshop = try Self.office()
    let run = try workshop.tamga(
      "sample", "--document", "labour-immigrant-permit", "--office", "office")
    #expect(run.status == 64 && run.output.isEmpty && run.errors.contains("--archive"))
  }

  /// A value is offered that leads on. The passport's day is the slip here: its day, before the first one of the term,
  /// is no last day of the term.
  @Test func noSuggestionLeadsIntoACircle() throws {
    let workshop = try Self.office()
    let sample = try workshop.tamga(
      "sample", "--count", "1", "--document", "temporary-residence-permit", "--office", "office")
    var record = try JSON.one(sample.output)
    func offered() throws -> [String] {
      try workshop.write("in.jsonl", [record])
      let run = try workshop.tamga("check", "in.jsonl", "--office", "office")
      let findings = try JSON.one(run.output)["findings"]?.items ?? []
      return findings.flatMap { $0["suggestions"]?.items ?? [] }
        .filter { $0["place"] == "/fields/validUntil" }.compactMap { $0["value"]?.text }
    }
    record["fields", "passportExpiryDate"] = record["fields", "validFrom"]
    let first = try #require(record["fields", "validFrom"]?.text)
    #expect(try offered() == [first], "a term of one day is a term")
    record["fields", "passportExpiryDate"] = "2020-01-01"
    #expect(try offered().isEmpty)
  }
}
