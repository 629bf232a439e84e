import Foundation
import Testing

/// A series of numbers that begins where the office's former numbers end.
@Suite struct SeriesTests {
  private static func configure(_ workshop: Workshop, _ first: String) throws {
    let path = "office/tamga.yaml"
    let text = String(decoding: try workshop.data(path), as: UTF8.self)
      .replacing(/(?m)^series:\n  .*\n/, with: "")
    try workshop.write(path, Data((text + "\nseries:\n  ALA-21: {first: \(first)}\n").utf8))
  }

  private static func records(_ id: String, _ count: Int) throws -> [JSON] {
    try (1...count).map { index in
      var record = try Records.contract("EX-FPC-1")
      record["id"] = .text("\(id)-\(index)")
      return record
    }
  }

  @Test func aSeriesBeginsWhereItIsTold() throws {
    let workshop = try Workshop()
    try workshop.write("a.jsonl", Self.records("A", 1))
    #expect(try workshop.issue("a.jsonl", output: "a").numbers[0].hasPrefix("ALA-21-0000001-"))
    try Self.configure(workshop, "1200")
    try workshop.write("b.jsonl", Self.records("B", 3))
    let numbers = try workshop.issue("b.jsonl", output: "b").numbers
    #expect(
      numbers.map { $0.dropLast(2) } == ["ALA-21-0001200", "ALA-21-0001201", "ALA-21-0001202"])
    // It never goes back to numbers that were given or left out.
    try Self.configure(workshop, "5")
    try workshop.write("c.jsonl", Self.records("C", 1))
    #expect(try workshop.issue("c.jsonl", output: "c").numbers[0].hasPrefix("ALA-21-0001203-"))
    let audit = try workshop.tamga("register", "audit", "--office", "office")
    #expect(audit.status == 0, "\(audit.text) \(audit.errors)")
  }

  /// Several runs at once get numbers that follow each other, each once.
  @Test func runsAtOnce() throws {
    let workshop = try Workshop()
    try Self.configure(workshop, "1200")
    let runs = try (1...4).map { run in
      try workshop.write("\(run).jsonl", Self.records("R\(run)", 5))
      return try workshop.start([
        "issue", "\(run).jsonl", "--office", "office", "--output", "out\(run)",
      ])
    }
    for run in runs { #expect(try run.wait().status == 0) }
    let numbers = try workshop.list().compactMap { $0["number"]?.text?.dropLast(2) }.sorted()
    #expect(numbers == (1200..<1220).map { "ALA-21-000\($0)" }.map { $0[...] })
  }

  @Test(arguments: ["0", "-3", "99999999", "many"]) func whatIsNoBeginning(_ first: String) throws {
    let workshop = try Workshop()
    try Self.configure(workshop, first)
    let run = try workshop.tamga("doctor", "--office", "office")
    #expect(run.status != 0 && run.errors.contains("tamga.yaml:"), "\(run.errors)")
  }
}
