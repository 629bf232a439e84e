import Foundation
import Testing

/// Several workers that share decisions in PostgreSQL: `tamga queue`.
@Suite(.serialized) struct QueueTests {
  static let connection = ProcessInfo.processInfo.environment["TAMGA_TEST_POSTGRES"]
  static let absent: Comment = "there is no PostgreSQL here: TAMGA_TEST_POSTGRES is not set"

  /// A workshop whose office keeps its register on the server.
  private func workshop(_ register: String? = nil) throws -> Workshop {
    let workshop = try Workshop(office: false)
    let schema = "office_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    let place =
      register ?? "{postgresql: \"\(Self.connection ?? "")\", schema: \(schema)}"
    var lines = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    lines.append("register: \(place)")
    try workshop.write("office.yaml", Data(lines.joined(separator: "\n").utf8))
    return workshop
  }

  func office() throws -> Workshop {
    let workshop = try workshop()
    let run = try workshop.tamga("init", "office", "--config", "office.yaml")
    try #require(run.status == 0, "\(run.errors)")
    return workshop
  }

  private func added(_ workshop: Workshop, _ inputs: String...) throws -> String {
    let run = try workshop.tamga(["queue", "add"] + inputs + ["--office", "office"])
    try #require(run.status == 0, "\(run.errors)")
    return try #require(try JSON.one(run.output)["batch"]?.text)
  }

  private static func work(_ output: String) -> [String] {
    [
      "queue", "work", "--office", "office", "--output", output, "--jobs", "1", "--until-empty",
      "--lease", "2",
    ]
  }

  @Test(.enabled(if: connection != nil, absent)) func killedWorkersLoseNothing() throws {
    let workshop = try office()
    let samples = try workshop.tamga("sample", "--count", "150", "--seed", "21", "--flaws", "5")
    let broken = Data("{\"id\": \"cut of\n".utf8)
    try workshop.write("in.jsonl", samples.output + broken)
    let batch = try added(workshop, "in.jsonl")
    #expect(try added(workshop, "in.jsonl") == batch)
    let early = try workshop.tamga("queue", "results", batch, "--office", "office")
    #expect(early.status == 1 && workshop.files("Output").isEmpty, "\(early.errors)")

    for _ in 0..<4 {
      let worker = try workshop.start(Self.work("killed"))
      usleep(UInt32.random(in: 50_000...1_500_000))
      worker.kill()
      _ = try worker.wait()
    }
    let workers = try ["a", "b"].map { try workshop.start(Self.work($0)) }
    for (name, worker) in zip(["a", "b"], workers) {
      let run = try worker.wait()
      // Of a batch on which it worked it writes the results, and some of these are rejected.
      let wrote = workshop.files(name).contains { $0.hasSuffix("/results.jsonl") }
      #expect(run.status == (wrote ? 2 : 0), "\(run.errors)")
    }
    let results = try workshop.tamga(
      "queue", "results", batch, "--office", "office", "--output", "out")
    let queued = try Batch(results, below: workshop.path("out"))
    let issued = try workshop.issue("in.jsonl", output: "again")
    #expect(results.status == issued.run.status, "\(results.errors)")
    #expect(queued.numbers == issued.numbers)
    #expect(
      queued.outcomes.map { $0 == "already-issued" ? "issued" : $0 }
        == issued.outcomes.map { $0 == "already-issued" ? "issued" : $0 })
    #expect(try queued.data("rejected.jsonl") == issued.data("rejected.jsonl"))
    #expect(queued.results.map { $0["line"]?.count } == Array(1...queued.results.count))
    for result in queued.results where result["file"] != nil {
      #expect(try Tool.sha256(queued.pdf(result)) == result["sha256"]?.text)
    }
    let list = try workshop.tamga("register", "list", "--office", "office").lines()
    let decisions = list.compactMap { $0["decision"]?.text }
    let papers = queued.results.filter { $0["number"] != nil }
    #expect(Set(decisions).count == papers.count && list.allSatisfy { $0["state"] == "issued" })
    CrashTests.expectContiguous(list.compactMap { $0["number"]?.text })

    #expect(try workshop.tamga("queue", "remove", batch, "--office", "office").status == 0)
    #expect(try workshop.tamga("queue", "status", "--office", "office").output.isEmpty)
  }

  @Test(.enabled(if: connection != nil, absent)) func whatDependsIsSettledInOrder() throws {
    let workshop = try office()
    // Twelve permits and, far below, an extension of each.
    let chain = try Chain(
      "temporary-residence-permit", number: "permitNumber", "temporary-residence-permit-extension")
    func records(_ ordinary: JSON, _ name: String) -> [JSON] {
      "ABCDEFGHIJKL".map { letter in
        var record = ordinary
        record["id"] = .text("\(name)-\(letter)")
        record["fields", "latinFullName"] = .text("KARIMOV ANVAR \(letter)")
        record["fields", "passportSeriesNumber"] = .text("F\(letter)1234567")
        record["fields", "iin"] = nil
        return record
      }
    }
    let firsts = records(chain.first, "FIRST").map { record in
      var record = record
      record["fields", "permitNumber"] = nil
      return record
    }
    let seconds = zip(firsts, records(chain.second, "NEXT")).map { first, second in
      var second = second
      second["previous"] = .object(["decision": first["id"] ?? .null])
      return second
    }
    try workshop.write("in.jsonl", firsts + seconds)
    let batch = try added(workshop, "in.jsonl")
    let workers = try (0..<3).map { try workshop.start(Self.work("w\($0)")) }
    for worker in workers {
      let run = try worker.wait()
      #expect(run.status == 0, "\(run.errors)")
    }
    let results = try workshop.tamga(
      "queue", "results", batch, "--office", "office", "--output", "out")
    let queued = try Batch(results, below: workshop.path("out"))
    #expect(queued.outcomes == Array(repeating: "issued", count: 24), "\(results.errors)")
  }

  @Test func aQueueNeedsAServer() throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", Data("{}\n".utf8))
    for order in [["add", "in.jsonl"], ["work", "--until-empty"], ["status"], ["results", "b"]] {
      let run = try workshop.tamga(["queue"] + order + ["--office", "office"])
      #expect(run.status == 1 && run.errors.contains("PostgreSQL"), "\(order): \(run.errors)")
    }
    let usage = try workshop.tamga("queue", "work", "--office", "office", "--lease", "0")
    #expect(usage.status == 64)
  }

  @Test(.enabled(if: connection != nil, absent)) func batchesThatAreNone() throws {
    let workshop = try office()
    for order in ["results", "remove"] {
      let run = try workshop.tamga("queue", order, "2021-02-09-none", "--office", "office")
      #expect([1, 66].contains(run.status), "\(order): \(run.errors)")
      #expect(run.errors.contains("2021-02-09-none"))
    }
  }

  @Test(arguments: [
    "{postgresql: \"host=db password=Kupiya7\"}", "{postgresql: \"host=db Kupiya7\"}",
    "{postgresql: \"postgresql://u:Kupiya7@db/x\"}", "{schema: Kupiya7}", "Kupiya7",
    "{postgresql: \"host=db\", schema: \"Kupiya7\"}", "{postgresql: \"host=db\", port: Kupiya7}",
  ]) func registersThatAreNone(_ register: String) throws {
    let workshop = try workshop(register)
    let run = try workshop.tamga("init", "office", "--config", "office.yaml")
    #expect(run.status != 0)
    #expect(run.errors.contains("tamga.yaml") || run.errors.contains("office.yaml"))
    #expect(!run.errors.contains("Kupiya7") && !run.text.contains("Kupiya7"), "\(run.errors)")
  }

  @Test func aServerThatIsNotThere() throws {
    let workshop = try workshop("{postgresql: \"host=/nowhere dbname=x user=tamga\"}")
    let run = try workshop.tamga("init", "office", "--config", "office.yaml")
    #expect(run.status == 1 && run.errors.contains("no connection"), "\(run.errors)")
  }
}
