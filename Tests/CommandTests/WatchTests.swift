import Foundation
import Testing

/// What runs leave for those who watch them: the record, the metrics, the log.
@Suite struct WatchTests {
  private static let names = ["issued", "already-issued", "rejected", "failed"]

  /// Values by name and labels.
  private func metrics(_ workshop: Workshop, _ name: String) throws -> [String: Double] {
    let text = String(decoding: try workshop.data(name), as: UTF8.self)
    var values: [String: Double] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      values[words.dropLast().joined(separator: " ")] = Double(words.last ?? "")
    }
    return values
  }

  /// Prometheus' own judge, where it is installed.
  private func judge(_ workshop: Workshop, _ name: String) throws {
    guard Self.hasPromtool else { return }
    let run = try Program(
      "promtool", ["check", "metrics"], in: "/",
      environment: ProcessInfo.processInfo.environment, input: workshop.data(name)
    ).wait()
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.text) \(run.errors)")
  }

  @Test func aRunLeavesItsRecord() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "40", "--seed", "51", "--flaws", "20")
    try workshop.write("in.jsonl", samples.output)
    let run = try workshop.tamga(
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--metrics-file", "night.prom")
    #expect(run.status == 2, "\(run.errors)")
    let batch = try Batch(run, below: workshop.path("out"))
    let record = try JSON.one(workshop.data("office/last-run.json"))
    #expect(record["command"] == "issue" && record["state"] == "finished")
    #expect(record["exit"]?.count == 2 && record["records"]?.count == 40)
    #expect(record["problem"] == .null && record["bundle"] == .null)
    #expect(record["batches"]?.items.count == 1)
    #expect(record["keys"]?.items.first?["daysLeft"]?.count ?? 0 > 300)
    #expect(record["lastFinished"] == record["ended"])
    let values = try metrics(workshop, "night.prom")
    for name in Self.names {
      let count = batch.outcomes.filter { $0 == name }.count
      #expect(record["outcomes", name]?.count == count)
      #expect(values["tamga_run_records{outcome=\"\(name)\"}"] == Double(count))
    }
    #expect(values["tamga_run_exit_status"] == 2)
    #expect(values["tamga_run_state{state=\"finished\"}"] == 1)
    #expect(
      values.keys.contains { $0.hasPrefix("tamga_signing_key_expiry_timestamp_seconds{kid=") })
    try judge(workshop, "night.prom")
    // node-exporter is another user.
    let mode =
      try FileManager.default.attributesOfItem(atPath: workshop.path("night.prom"))[
        .posixPermissions] as? Int
    #expect(mode == 0o644)
    // Nothing in it names a decision.
    let text = String(decoding: try workshop.data("night.prom"), as: UTF8.self)
    let ids = batch.results.compactMap { $0["id"]?.text }
    #expect(!ids.contains { text.contains($0) })

    let bundle = try workshop.tamga(
      "trust", "export", "--office", "office", "--output", "b.bundle")
    #expect(bundle.status == 0)
    let dry = try workshop.tamga("issue", "in.jsonl", "--office", "office", "--dry-run")
    #expect(dry.status == 2)
    #expect(try JSON.one(workshop.data("office/last-run.json")) == record, "a dry run is none")
    _ = try workshop.tamga(
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--metrics-file", "night.prom",
      "--run-report", "night.json")
    let second = try JSON.one(workshop.data("night.json"))
    #expect(second["bundle", "isStale"] == .flag(false))
    #expect(second["outcomes", "already-issued"]?.count ?? 0 > 20)
    #expect(
      try metrics(workshop, "night.prom")["tamga_trust_bundle_stale_timestamp_seconds"] != nil)
    try judge(workshop, "night.prom")
  }

  /// The rules of the page about monitoring are rules.
  @Test(.enabled(if: hasPromtool, "there is no promtool here"))
  func theExampleRulesAreRules() throws {
    let page = try String(
      contentsOfFile: Place.root + "/Sources/tamga/Documentation.docc/Monitoring.md",
      encoding: .utf8)
    let block = try #require(page.firstMatch(of: /(?s)```yaml\n(.*?)```/))
    let workshop = try Workshop(office: false)
    let file = try workshop.write("tamga.yml", Data(block.output.1.utf8))
    let run = try Tool.run("promtool", ["check", "rules", file])
    #expect(run.status == 0 && run.text.contains("7 rules found"), "\(run.text) \(run.errors)")
    // They speak of metrics that there are.
    let named = Set(block.output.1.matches(of: /tamga_[a-z_]+/).map { String($0.output) })
    let source = try String(
      contentsOfFile: Place.root + "/Sources/TamgaIssue/Run/RunRecord+Metrics.swift",
      encoding: .utf8)
    for name in named {
      #expect(source.contains("\"\(name.dropFirst("tamga_".count))\""), "\(name)")
    }
  }

  static let hasPromtool = FileManager.default.isExecutableFile(atPath: "/usr/bin/promtool")

  @Test func aRunThatBreaksOffLeavesItToo() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "5", "--seed", "52")
    try workshop.write("in.jsonl", samples.output)
    let issue = [
      "issue", "in.jsonl", "--office", "office", "--output", "out", "--metrics-file", "n.prom",
    ]
    #expect(try workshop.tamga(issue).status == 0)
    let first = try JSON.one(workshop.data("office/last-run.json"))
    // The register is gone: not even the office can be opened.
    try FileManager.default.moveItem(
      atPath: workshop.path("office/register.sqlite"), toPath: workshop.path("away"))
    let run = try workshop.tamga(issue)
    #expect(run.status != 0)
    let record = try JSON.one(workshop.data("office/last-run.json"))
    #expect(record["state"] == "broke-off" && record["exit"]?.count == Int(run.status))
    #expect(record["problem"]?.text?.isEmpty == false)
    #expect(record["lastFinished"] == first["ended"], "of the run before")
    let values = try metrics(workshop, "n.prom")
    #expect(values["tamga_run_state{state=\"broke-off\"}"] == 1)
    #expect(values["tamga_run_finish_timestamp_seconds"] != nil)
    try judge(workshop, "n.prom")
  }

  @Test func filesThatCannotBeWrittenAreToldBeforeTheRun() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "2", "--seed", "53")
    try workshop.write("in.jsonl", samples.output)
    let issue = ["issue", "in.jsonl", "--office", "office", "--output", "out"]
    let absent = try workshop.tamga(issue + ["--metrics-file", "none/n.prom"])
    #expect(absent.status == 1 && absent.errors.contains("n.prom"), "\(absent.errors)")
    #expect(workshop.files("out").isEmpty)
    let wrong = try workshop.tamga(issue + ["--metrics-file", "n.txt"])
    #expect(wrong.status == 64 && wrong.errors.contains(".prom"), "\(wrong.errors)")
  }

  @Test func theLogIsLinesOfOneRun() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "30", "--seed", "54", "--flaws", "20")
    try workshop.write("in.jsonl", samples.output)
    let issue = ["issue", "in.jsonl", "--office", "office", "--output", "out", "--log"]
    let run = try workshop.tamga(issue + ["json"])
    let lines = try JSON.lines(Data(run.errors.utf8))
    let record = try JSON.one(workshop.data("office/last-run.json"))
    #expect(Set(lines.compactMap { $0["run"]?.text }) == [try #require(record["run"]?.text)])
    #expect(lines.allSatisfy { $0["run"] != nil && $0["level"] != nil && $0["at"] != nil })
    let events = lines.compactMap { $0["event"]?.text }
    #expect(events.first == "begin" && events.last == "end" && events.contains("settled"))
    #expect(lines.last?["state"] == "finished" && lines.last?["seconds"]?.count != nil)
    // Counts are numbers, also in the settled groups.
    #expect(lines.last?["exit"] == 2 && lines.last?["rejected"] == record["outcomes", "rejected"])
    let settled = lines.filter { $0["event"] == "settled" }
    #expect(!settled.isEmpty && settled.allSatisfy { $0["issued"]?.count != nil })
    // Decisions are in the results, which stay in the office.
    let batch = try Batch(run, below: workshop.path("out"))
    #expect(!batch.results.compactMap { $0["id"]?.text }.contains { run.errors.contains($0) })

    let text = try workshop.tamga(issue + ["text", "--jobs", "1"])
    let first = try #require(text.errors.split(separator: "\n").first)
    #expect(first.contains(" info begin command=issue"), "\(first)")
    // Errors as well.
    try FileManager.default.removeItem(atPath: workshop.path("office/register.sqlite"))
    let broken = try JSON.lines(Data(workshop.tamga(issue + ["json"]).errors.utf8))
    #expect(broken.contains { $0["level"] == "error" && $0["code"] != nil })
    #expect(broken.contains { $0["event"] == "end" && $0["state"] == "broke-off" })
  }

  @Test(.enabled(if: QueueTests.connection != nil, QueueTests.absent))
  func everySettledBatchHasItsResults() throws {
    let workshop = try QueueTests().office()
    let samples = try workshop.tamga("sample", "--count", "20", "--seed", "55", "--flaws", "30")
    try workshop.write("in.jsonl", samples.output)
    // Of this one no worker claims anything: what it is was known when it was added.
    try workshop.write("broken.json", Data("[{\"id\": \"cut of".utf8))
    for input in ["broken.json", "in.jsonl"] {
      #expect(try workshop.tamga("queue", "add", input, "--office", "office").status == 0)
    }
    let work = [
      "queue", "work", "--office", "office", "--output", "out", "--until-empty", "--log", "json",
    ]
    let run = try workshop.tamga(work)
    #expect(run.status == 2, "\(run.errors)")
    let results = workshop.files("out").filter { $0.hasSuffix("/results.jsonl") }
    #expect(results.count == 2)
    let lines = try JSON.lines(Data(run.errors.utf8))
    #expect(lines.filter { $0["event"] == "results" }.count == 2)
    let record = try JSON.one(workshop.data("office/last-run.json"))
    #expect(record["command"] == "queue-work" && record["exit"]?.count == 2)
    #expect(record["records"]?.count == samples.output.split(separator: 0x0A).count)
    // Killed before it wrote them: the next one does, and says what they are.
    try FileManager.default.removeItem(atPath: workshop.path("out/" + results[0]))
    let again = try workshop.tamga(work)
    #expect(again.status == 2, "\(again.errors)")
    #expect(workshop.files("out").filter { $0.hasSuffix("/results.jsonl") }.count == 2)
    let idle = try workshop.tamga(work)
    #expect(idle.status == 0, "\(idle.errors)")
  }
}
