import Foundation
import Testing

/// Runs that are asked to end: after the records at hand, with nothing lost, and the same command goes on.
@Suite(.serialized) struct StopTests {
  static let records = 250

  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "\(Self.records)", "--seed", "41")
    try workshop.write("in.jsonl", samples.output)
    return workshop
  }

  /// The environment of a run that sends itself a signal at one of its papers: no busy machine comes too late.
  private func asked(
    _ signal: Int32, at paper: Int = 1, times: Int = 1, in workshop: Workshop
  ) throws -> [String: String] {
    let judge = workshop.path("asked.so")
    if !FileManager.default.fileExists(atPath: judge) {
      _ = try Tool.text(
        "cc", ["-O1", "-shared", "-fPIC", "-o", judge, Place.judges + "/asked.c", "-ldl"])
    }
    return [
      "LD_PRELOAD": judge, "ASKED_SIGNAL": "\(signal)", "ASKED_AT": "\(paper)",
      "ASKED_TIMES": "\(times)",
    ]
  }

  @Test(arguments: [(SIGTERM, "en"), (SIGINT, "ru"), (SIGINT, "kk")])
  func aBatchEndsAfterTheRecordsAtHand(_ signal: Int32, _ language: String) throws {
    let workshop = try workshop()
    let run = try workshop.tamga(
      [
        "issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1", "--locale",
        language,
      ], environment: asked(signal, in: workshop))
    // As by the signal itself: shells and systemd know it.
    #expect(run.status == 128 + signal, "\(run.errors)")
    let words = ["en": "the same command goes on", "ru": "та же команда продолжит"]
    #expect(run.errors.contains(words[language] ?? "сол пәрмен"), "\(run.errors)")
    let record = try JSON.one(workshop.data("office/last-run.json"))
    #expect(record["state"] == "stopped" && record["exit"]?.count == Int(128 + signal))
    let done = try #require(record["records"]?.count)
    #expect((1..<Self.records).contains(done))
    // What was at hand is whole: no paper is left between two steps.
    let list = try workshop.tamga("register", "list", "--office", "office").lines()
    #expect(Set(list.map { $0["decision"] }).count == done)
    #expect(list.allSatisfy { $0["state"] == "issued" })
    #expect(!workshop.files("out").contains { $0.hasSuffix("results.jsonl") })
    #expect(
      CrashTests.leftovers(workshop).filter { !$0.contains("jsonl") && !$0.contains("csv") } == [])

    let batch = try workshop.issue("in.jsonl")
    try CrashTests.expectWhole(batch, in: workshop, records: Self.records)
    #expect(batch.outcomes.filter { $0 == "already-issued" }.count == done)
  }

  @Test func theSecondSignalEndsAtOnce() throws {
    let workshop = try workshop()
    let run = try workshop.tamga(
      ["issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1"],
      environment: asked(SIGTERM, times: Self.records, in: workshop))
    #expect(
      run.status == 128 + SIGTERM && !run.errors.contains("the same command"), "\(run.errors)")
    // Killed: the record says so by what it does not say.
    #expect(try JSON.one(workshop.data("office/last-run.json"))["state"] == "running")
    try CrashTests.expectWhole(try workshop.issue("in.jsonl"), in: workshop, records: Self.records)
  }

  /// Killed again and again when a group has its seals and one of its papers more.
  @Test func everyRecordGoesOnFromItsSeal() throws {
    let workshop = try workshop()
    let issue = ["issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1"]
    var sealed: Set<String> = []
    for _ in 0..<Self.records {
      let run = try workshop.tamga(issue, environment: asked(SIGKILL, at: 40, in: workshop))
      guard run.status == 128 + SIGKILL else {
        #expect(run.status == 0, "\(run.errors)")
        break
      }
      for paper in try workshop.tamga("register", "list", "--office", "office").lines()
      where paper["state"] == "sealed" {
        sealed.insert(paper["decision"]?.text ?? "")
      }
    }
    #expect(sealed.count > 10)
    try CrashTests.expectWhole(try workshop.issue("in.jsonl"), in: workshop, records: Self.records)
  }

  @Test func aStopBehindTheLastRecordIsNone() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "3", "--seed", "42")
    try workshop.write("in.jsonl", samples.output)
    let run = try workshop.tamga(
      ["issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1"],
      environment: asked(SIGTERM, in: workshop))
    #expect(run.errors.contains("once more"), "\(run.errors)")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Batch(run, below: workshop.path("out")).results.count == 3)
  }

  @Test(
    .enabled(if: QueueTests.connection != nil, QueueTests.absent), arguments: [SIGTERM, SIGINT])
  func aWorkerEndsAfterTheRecordsAtHand(_ signal: Int32) throws {
    let workshop = try QueueTests().office()
    let samples = try workshop.tamga("sample", "--count", "\(Self.records)", "--seed", "43")
    try workshop.write("in.jsonl", samples.output)
    #expect(try workshop.tamga("queue", "add", "in.jsonl", "--office", "office").status == 0)
    let work = ["queue", "work", "--office", "office", "--output", "out", "--jobs", "1"]
    for options in [["--until-empty"], []] {
      let run = try workshop.tamga(work + options, environment: asked(signal, in: workshop))
      // A worker that waits for ever has no other end.
      #expect(run.status == (options.isEmpty ? 0 : 128 + signal), "\(run.errors)")
      let status = try JSON.one(workshop.tamga("queue", "status", "--office", "office").output)
      // Given back, not left to the end of a lease.
      #expect(status["held"]?.count == 0, "\(status.line)")
    }
    let end = try workshop.tamga(work + ["--until-empty"])
    #expect(end.status == 0, "\(end.errors)")
    let status = try JSON.one(workshop.tamga("queue", "status", "--office", "office").output)
    #expect(status["state"] == "settled" && status["settled"]?.count == Self.records)
    #expect(try Batch(end, below: workshop.path("out")).outcomes.count == Self.records)
    let list = try workshop.tamga("register", "list", "--office", "office").lines()
    #expect(list.allSatisfy { $0["state"] == "issued" })
    CrashTests.expectContiguous(list.compactMap { $0["number"]?.text })
  }
}
