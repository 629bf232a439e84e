import Foundation
import Testing

/// A night that is run again after its rejects were corrected and issued from another file.
@Suite struct SettledTests {
  /// An office whose night had one good and one bad record; the bad one was corrected under its id and issued.
  private static func corrected() throws -> (Workshop, first: Batch, number: String) {
    let workshop = try Workshop()
    let (first, number) = try night(workshop) { try workshop.issue("night.jsonl") }
    return (workshop, first, number)
  }

  private static func night(
    _ workshop: Workshop, _ run: () throws -> Batch
  ) throws -> (first: Batch, number: String) {
    var bad = try Records.contract("EX-LIP-1")
    let field = "passportSeriesNumber"
    let value = bad["fields", field]
    bad["fields", field] = ""
    try workshop.write("night.jsonl", [try Records.contract("EX-FPC-1"), bad])
    let first = try run()
    try #require(first.outcomes == ["issued", "rejected"], "\(first.results)")
    bad["fields", field] = value
    try workshop.write("corrected.jsonl", [bad])
    let second = try workshop.issue("corrected.jsonl", output: "corrected")
    try #require(second.outcomes == ["issued"], "\(second.results)")
    return (first, second.numbers[0])
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
      #expect(
        again.run.errors.contains("no longer needed in rejected.jsonl")
          && again.run.errors.contains("line 2 (EX-LIP-1)"), "\(again.run.errors)")
      #expect(again.run.errors.contains("nothing is left to correct"), "\(again.run.errors)")
      #expect(!again.run.errors.contains("report.html"), "\(again.run.errors)")
      #expect(try JSON.one(again.data("summary.json"))["issuedSince"] == 1)
      let rejected = try JSON.lines(again.data("rejected.jsonl"))
      #expect(rejected.map { $0["id"]?.text } == ["EX-LIP-1"])
    }
    let papers = try workshop.list()
    #expect(papers.count == 2 && papers.allSatisfy { $0["status"] == "valid" })
  }

  /// Where something is left, those that are not are named beside the way to correct the rest.
  @Test func oneOfTwoWasCorrected() throws {
    let workshop = try Workshop()
    var bad = ["B-1", "B-2"].map { id in
      var record = (try? Records.contract("EX-LIP-1")) ?? .null
      record["id"] = .text(id)
      record["fields", "passportSeriesNumber"] = ""
      return record
    }
    bad[1]["fields", "latinFullName"] = "PETROV PETR"
    try workshop.write("night.jsonl", bad)
    let first = try workshop.issue("night.jsonl")
    try #require(first.outcomes == ["rejected", "rejected"])
    #expect(!first.run.errors.contains("no longer needed"), "\(first.run.errors)")
    bad[1]["fields", "passportSeriesNumber"] = "FA7654321"
    try workshop.write("corrected.jsonl", [bad[1]])
    let corrected = try workshop.issue("corrected.jsonl", output: "corrected")
    try #require(corrected.outcomes == ["issued"], "\(corrected.results)")
    let words = ["kk": "түзетіп", "ru": "исправьте", "en": "correct out/"]
    for (language, word) in words {
      let again = try workshop.issue("night.jsonl", options: ["--locale", language])
      #expect(again.run.errors.contains("(B-2)"), "\(again.run.errors)")
      #expect(!again.run.errors.contains("(B-1)"), "\(again.run.errors)")
      #expect(again.run.errors.contains(word), "\(again.run.errors)")
    }
  }

  /// The same by the queue: its results written again, and the night taken out and added again.
  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent))
  func theSameNightInTheQueue() throws {
    let workshop = try QueueTests().office()
    let order = ["--office", "office", "--output", "out"]
    var batch = ""
    func queued() throws -> Batch {
      let added = try workshop.tamga("queue", "add", "night.jsonl", "--office", "office")
      batch = try #require(try JSON.one(added.output)["batch"]?.text)
      let run = try workshop.tamga(["queue", "work", "--until-empty", "--jobs", "1"] + order)
      return try Batch(run, below: workshop.path("out"))
    }
    let (first, number) = try Self.night(workshop, queued)
    let reasons = Self.rules(first.results[1])
    let expected = reasons + ["REC-ID-CONFLICT"]
    let written = try workshop.tamga(["queue", "results", batch] + order)
    let elsewhere = try workshop.tamga(
      "queue", "results", batch, "--office", "office", "--output", "elsewhere")
    try #require(try workshop.tamga("queue", "remove", batch, "--office", "office").status == 0)
    let again = try queued()
    for run in [written, elsewhere, again.run] {
      #expect(run.status == 2 && run.errors.contains("issued since, once corrected: 1"))
      #expect(!run.errors.contains("void"), "\(run.errors)")
    }
    #expect(again.outcomes == ["already-issued", "rejected"])
    for folder in ["out", "elsewhere"] {
      let results = try JSON.lines(workshop.data("\(folder)/\(batch)/results.jsonl"))
      #expect(Self.rules(results[1]) == expected, "\(folder)")
      let words = results[1]["findings"]?.items.last?["message", "en"]?.text
      #expect(words?.contains("paper \(number) was issued since") == true, "\(words ?? "")")
    }
    // A paper that was made in error is none that the clerk could rely on.
    let void = try workshop.tamga("void", number, "--reason", "error", "--office", "office")
    try #require(void.status == 0, "\(void.errors)")
    let after = try workshop.tamga(["queue", "results", batch] + order)
    #expect(!after.errors.contains("issued since"), "\(after.errors)")
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
