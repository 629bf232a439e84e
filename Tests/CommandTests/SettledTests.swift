import Foundation
import Testing

/// A night that is run again after its rejects were corrected and issued from another file.
@Suite struct SettledTests {
  /// An office whose night had one good and one bad record; the bad one was corrected under its id and issued.
  private static func corrected() throws -> (Workshop, first: Batch, number: String) {
    let workshop = try Workshop()
    var bad = try Records.contract("EX-LIP-1")
    let field = "passportSeriesNumber"
    let value = bad["fields", field]
    bad["fields", field] = ""
    try workshop.write("night.jsonl", [try Records.contract("EX-FPC-1"), bad])
    let first = try workshop.issue("night.jsonl")
    try #require(first.outcomes == ["issued", "rejected"], "\(first.results)")
    bad["fields", field] = value
    try workshop.write("corrected.jsonl", [bad])
    let second = try workshop.issue("corrected.jsonl", output: "corrected")
    try #require(second.outcomes == ["issued"], "\(second.results)")
    return (workshop, first, second.numbers[0])
  }

  private static func rules(_ result: JSON) -> [String] {
    (result["findings"]?.items ?? []).compactMap { $0["rule"]?.text }
  }

  @Test func theSameNightAgain() throws {
    let (workshop, first, number) = try Self.corrected()
    let reasons = Self.rules(first.results[1])
    try #require(reasons.contains("GEN-REQUIRED-FIELDS"))
    for output in ["out", "out", "elsewhere"] {
      let again = try workshop.issue("night.jsonl", output: output)
      #expect(again.run.status == 2 && again.outcomes == ["already-issued", "rejected"])
      #expect(Self.rules(again.results[1]) == reasons + ["REC-ID-CONFLICT"], "\(output)")
      let conflict = again.results[1]["findings"]?.items.last
      for (language, words) in [("kk", "жою"), ("ru", "погас"), ("en", "void")] {
        let message = try #require(conflict?["message", language]?.text)
        #expect(message.contains(number) && !message.contains(words), "\(message)")
      }
      // A person who reads the terminal or the report is told that nothing is left.
      #expect(again.run.errors.contains("issued since, once corrected: 1"), "\(again.run.errors)")
      #expect(!again.run.errors.contains("void"), "\(again.run.errors)")
      #expect(try JSON.one(again.data("summary.json"))["issuedSince"] == 1)
      let rejected = try JSON.lines(again.data("rejected.jsonl"))
      #expect(rejected.map { $0["id"]?.text } == ["EX-LIP-1"])
    }
    let papers = try workshop.list()
    #expect(papers.count == 2 && papers.allSatisfy { $0["status"] == "valid" })
  }

  /// Where nobody knows which of two records is right, nobody is told to void a paper that may be.
  @Test func aConflictOfUnknownSides() throws {
    let (workshop, _, number) = try Self.corrected()
    var other = try Records.contract("EX-LIP-1")
    other["fields", "passportSeriesNumber"] = "FA7654321"
    try workshop.write("other.jsonl", [other])
    let batch = try workshop.issue("other.jsonl", output: "other")
    let words = batch.results[0]["findings"]?.items.first?["message", "en"]?.text ?? ""
    #expect(
      words.contains(number) && words.contains("where the paper is right, there is nothing to do"))
  }

  /// Batches are named by their input: two offices must not write into one folder.
  @Test func twoOfficesAndOneFolder() throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [try Records.inForce("A-1")])
    let first = try workshop.issue("in.jsonl")
    let results = try first.data("results.jsonl")
    let made = try workshop.tamga(
      "init", "second", "--config", Place.contract + "/office.yaml")
    try #require(made.status == 0)
    let run = try workshop.tamga("issue", "in.jsonl", "--office", "second", "--output", "out")
    #expect(run.status == 1 && run.errors.contains("--output"), "\(run.errors)")
    #expect(try first.data("results.jsonl") == results)
    let list = try workshop.tamga("register", "list", "--office", "second").lines()
    #expect(list.isEmpty, "nothing was reserved")
    #expect(try workshop.issue("in.jsonl").outcomes == ["already-issued"])
    let apart = try workshop.tamga("issue", "in.jsonl", "--office", "second", "--output", "apart")
    #expect(apart.status == 0, "\(apart.errors)")
  }
}
