import Foundation
import Testing

/// Runs that break off at any moment, and runs beside one another: every record becomes one paper.
@Suite(.serialized) struct CrashTests {
  static let count = 300
  static let kills = 12

  private static func samples(_ workshop: Workshop, _ name: String, seed: Int) throws -> Data {
    let run = try workshop.tamga("sample", "--count", String(count), "--seed", String(seed))
    try #require(run.status == 0)
    try workshop.write(name, run.output)
    return run.output
  }

  /// What must be true after the last run of a batch, however many were killed before.
  static func expectWhole(_ batch: Batch, in workshop: Workshop, records: Int) throws {
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(batch.outcomes.allSatisfy { $0 == "issued" || $0 == "already-issued" })
    try #require(batch.results.count == records)
    #expect(Set(batch.numbers).count == records, "every record issued once")
    #expect(batch.results.map { $0["line"]?.count } == Array(1...records))

    let list = try workshop.tamga("register", "list", "--office", "office").lines()
    #expect(list.allSatisfy { $0["state"] == "issued" })
    let papers = try batch.results.map { try batch.pdf($0) }
    let sums = try Tool.text("sha256sum", ["--"] + papers).split(separator: "\n")
    for (result, sum) in zip(batch.results, sums) {
      let entry = list.first { $0["number"] == result["number"] }
      #expect(entry?["sha256"] == result["sha256"] && entry?["decision"] == result["id"])
      let pdf = try batch.pdf(result)
      #expect(String(sum.prefix(64)) == result["sha256"]?.text)
      #expect(try Tool.pages(pdf) == result["pages"]?.count)
    }
    expectContiguous(list.compactMap { $0["number"]?.text })
    #expect(leftovers(workshop).isEmpty)
    let files = workshop.files("out").filter { $0.hasSuffix(".pdf") }
    #expect(files.count == list.count)
  }

  /// Numbers of a series run from 1 without a gap: a lost one would have to be explained.
  static func expectContiguous(_ numbers: [String]) {
    var series: [Substring: [Int]] = [:]
    for number in numbers {
      // A duplicate has the number of its original.
      guard let match = number.wholeMatch(of: /([A-Z]+-\d\d)-(\d{7})-\d/) else { continue }
      series[match.1, default: []].append(Int(match.2) ?? 0)
    }
    #expect(!series.isEmpty)
    for (name, counts) in series {
      #expect(counts.sorted() == Array(1...counts.count), "series \(name)")
    }
  }

  /// Files under a temporary name.
  static func leftovers(_ workshop: Workshop) -> [String] {
    (workshop.files("out") + workshop.files("office")).filter { file in
      let name = file.split(separator: "/").last ?? ""
      return name.hasPrefix(".") && name != ".checkpoint" || name.hasSuffix(".tmp")
        || name.hasSuffix("~")
    }
  }

  @Test func killedAtRandomMoments() throws {
    let workshop = try Workshop()
    _ = try Self.samples(workshop, "in.jsonl", seed: 11)
    let command = ["issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "2"]
    var moments: [UInt32] = []
    for kill in 0..<Self.kills {
      let program = try workshop.start(command)
      // Early moments and late ones: opening, reserving, drawing, writing, confirming.
      let moment = UInt32.random(in: 20_000...(kill % 3 == 0 ? 200_000 : 1_500_000))
      moments.append(moment)
      usleep(moment)
      program.kill()
      let run = try program.wait()
      #expect(run.status == 128 + SIGKILL || run.status == 0, "\(run.errors)")
      // Whatever stands under its name is whole.
      for file in workshop.files("out") where file.hasSuffix(".pdf") && !file.contains("/.") {
        let tail = try workshop.data("out/" + file).suffix(8)
        #expect(String(decoding: tail, as: UTF8.self).contains("%%EOF"), "\(file)")
      }
    }
    let batch = try workshop.issue("in.jsonl")
    try Self.expectWhole(batch, in: workshop, records: Self.count)
    let again = try workshop.issue("in.jsonl")
    #expect(again.numbers == batch.numbers, "killed after \(moments) µs")
    #expect(again.outcomes.allSatisfy { $0 == "already-issued" })
  }

  @Test func twoRunsOfTheSameInput() throws {
    let workshop = try Workshop()
    _ = try Self.samples(workshop, "in.jsonl", seed: 12)
    let command = ["issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "1"]
    let programs = [try workshop.start(command), try workshop.start(command)]
    for program in programs {
      let run = try program.wait()
      #expect(run.status == 0, "\(run.errors)")
    }
    let batch = try workshop.issue("in.jsonl")
    try Self.expectWhole(batch, in: workshop, records: Self.count)
  }

  @Test func twoRunsOfDifferentInputs() throws {
    let workshop = try Workshop()
    let all = try Self.samples(workshop, "all.jsonl", seed: 13)
    // Line about, so that both draw from the same series at once.
    let lines = all.split(separator: 0x0A)
    for part in 0..<2 {
      let mine = lines.indices.filter { $0 % 2 == part }.map { lines[$0] }
      try workshop.write("in\(part).jsonl", Data(mine.joined(separator: [0x0A])))
    }
    let programs = try (0..<2).map { part in
      try workshop.start([
        "issue", "in\(part).jsonl", "--office", "office", "--output", "out\(part)", "--jobs", "1",
        "--progress", "never",
      ])
    }
    let batches = try programs.enumerated().map { part, program in
      try Batch(program.wait(), below: workshop.path("out\(part)"))
    }
    var numbers: [String] = []
    for batch in batches {
      let broken = batch.results.filter { $0["outcome"] != "issued" }
      // A chain whose earlier paper is in the other file is rejected, and nothing else.
      for result in broken {
        #expect(Batch.errors(result) == ["REC-PREVIOUS"], "\(result.line)")
      }
      #expect(broken.count < batch.results.count / 4)
      for result in batch.results where result["outcome"] == "issued" {
        let papers = [result] + (result["also"]?.items ?? [])
        numbers += papers.compactMap { $0["number"]?.text }
      }
    }
    #expect(Set(numbers).count == numbers.count)
    Self.expectContiguous(numbers)
  }
}
