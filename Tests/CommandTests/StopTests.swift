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

  /// Waits until a run has made a paper beside those that were there.
  private func nextPaper(_ workshop: Workshop, after count: Int = 0) {
    for _ in 0..<4_000 where papers(workshop) <= count { usleep(10_000) }
  }

  /// A run that was asked to end after its first paper. On a busy machine one may be through by then: begun anew.
  private func asked(
    _ signal: Int32, _ language: String, tries: Int = 5
  ) throws -> (Workshop, Run) {
    let workshop = try workshop()
    let program = try workshop.start([
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1", "--locale",
      language,
    ])
    nextPaper(workshop)
    program.kill(signal)
    let run = try program.wait()
    return run.status == 0 && tries > 1
      ? try asked(signal, language, tries: tries - 1) : (workshop, run)
  }

  private func papers(_ workshop: Workshop) -> Int {
    workshop.files("out").filter { $0.hasSuffix(".pdf") }.count
  }

  @Test(arguments: [(SIGTERM, "en"), (SIGINT, "ru"), (SIGINT, "kk")])
  func aBatchEndsAfterTheRecordsAtHand(_ signal: Int32, _ language: String) throws {
    let (workshop, run) = try asked(signal, language)
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
    let program = try workshop.start([
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1",
    ])
    nextPaper(workshop)
    program.kill(SIGTERM)
    for _ in 0..<1_000 where !program.errorsSoFar.contains("once more") { usleep(2_000) }
    program.kill(SIGTERM)
    let run = try program.wait()
    #expect(
      run.status == 128 + SIGTERM && !run.errors.contains("the same command"), "\(run.errors)")
    // Killed: the record says so by what it does not say.
    #expect(try JSON.one(workshop.data("office/last-run.json"))["state"] == "running")
    try CrashTests.expectWhole(try workshop.issue("in.jsonl"), in: workshop, records: Self.records)
  }

  @Test func aStopBehindTheLastRecordIsNone() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "3", "--seed", "42")
    try workshop.write("in.jsonl", samples.output)
    let program = try workshop.start([
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1",
    ])
    nextPaper(workshop)
    program.kill(SIGTERM)
    let run = try program.wait()
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
      let before = papers(workshop)
      let program = try workshop.start(work + options)
      nextPaper(workshop, after: before)
      program.kill(signal)
      let run = try program.wait()
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
