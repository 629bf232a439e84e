import Foundation
import Testing

/// The forms in which decisions come (contract `decisions.md`, head).
@Suite struct InputFormTests {
  struct Form: Sendable, CustomTestStringConvertible {
    let name: String
    /// Makes the file of two records.
    let text: @Sendable (_ one: String, _ two: String) -> String
    var lines = [1, 2]
    let why: String
    var testDescription: String { why }
  }

  static let forms: [Form] = [
    Form(name: "a.jsonl", text: { $0 + "\n" + $1 + "\n" }, why: "the nightly export"),
    Form(name: "a.ndjson", text: { $0 + "\n" + $1 + "\n" }, why: "the same by another name"),
    Form(name: "a.jsonl", text: { $0 + "\n" + $1 }, why: "no line feed at the end"),
    Form(name: "a.jsonl", text: { "\u{FEFF}" + $0 + "\n" + $1 + "\n" }, why: "a BOM at the start"),
    Form(name: "a.jsonl", text: { $0 + "\r\n" + $1 + "\r\n" }, why: "CRLF"),
    Form(
      name: "a.jsonl", text: { "\n\n" + $0 + "\n \t\n\n" + $1 + "\n\n" }, lines: [3, 6],
      why: "blank lines are no records, the physical line is counted"),
    Form(name: "a.json", text: { "[\($0),\($1)]" }, why: "an array"),
    Form(name: "a.json", text: { "\u{FEFF}\n[\n\($0),\n\n\($1)\n]\n" }, why: "an array on lines"),
    Form(name: "-", text: { $0 + "\n" + $1 + "\n" }, why: "standard input, lines"),
    Form(name: "-", text: { "[\n\($0),\n\($1)\n]\n" }, why: "standard input, an array"),
    Form(
      name: "-", text: { "\u{FEFF}" + $0 + "\r\n\r\n" + $1 }, lines: [1, 3], why: "all at once"),
    Form(name: "a.txt", text: { $0 + "\n" + $1 + "\n" }, why: "another name, lines inside"),
    Form(name: "a.export", text: { "[\($0),\n\($1)]" }, why: "another name, a value inside"),
  ]

  @Test(arguments: forms)
  func bothRecordsAreIssued(_ form: Form) throws {
    let workshop = try Workshop()
    let one = try Records.contract("EX-FPC-1")
    var two = one
    two["id"] = "EX-FPC-2"
    let text = Data(form.text(one.line, two.line).utf8)
    if form.name != "-" { try workshop.write(form.name, text) }
    let batch = try workshop.issue(form.name, input: form.name == "-" ? text : nil)
    #expect(batch.run.status == 0, "\(batch.run.errors) \(batch.results)")
    #expect(batch.outcomes == ["issued", "issued"])
    #expect(batch.results.map { $0["id"]?.text } == ["EX-FPC-1", "EX-FPC-2"])
    #expect(batch.results.map { $0["line"]?.count } == form.lines)
    #expect(batch.results.allSatisfy { $0["source"] == nil }, "there is one input")
  }

  @Test func oneObject() throws {
    let workshop = try Workshop()
    let record = try Records.contract("EX-FPC-1")
    try workshop.write("one.json", Data(record.line.utf8))
    #expect(try workshop.issue("one.json").outcomes == ["issued"])
    let pretty = Data(record.line.replacing(",\"", with: ",\n  \"").utf8)
    let again = try workshop.issue("-", output: "again", input: pretty)
    #expect(again.outcomes == ["already-issued"], "an object over several lines is one value")
  }

  @Test func severalInputs() throws {
    let workshop = try Workshop()
    let one = try Records.contract("EX-LIP-1")
    let two = try Records.contract("EX-LIE-1")
    try workshop.write("a.jsonl", [one])
    try workshop.write("b.json", Data("[\(two.line)]".utf8))
    let batch = try workshop.issue("a.jsonl", "b.json")
    #expect(batch.outcomes == ["issued", "issued"], "\(batch.results)")
    #expect(batch.results.map { $0["source"]?.text } == ["a.jsonl", "b.json"])
    #expect(batch.results.map { $0["line"]?.count } == [1, 1])
  }

  @Test func anEmptyFile() throws {
    let workshop = try Workshop()
    for (name, text) in [("empty.jsonl", ""), ("blank.jsonl", "\n\n \n"), ("none.json", "[]")] {
      try workshop.write(name, Data(text.utf8))
      let batch = try workshop.issue(name, output: name + ".out")
      #expect(batch.run.status == 0 && batch.results.isEmpty, "\(name): \(batch.run.errors)")
      let check = try workshop.tamga("check", name, "--office", "office")
      for errors in [batch.run.errors, check.errors] {
        #expect(errors.contains("warning: there is no record in the input"), "\(errors)")
      }
      #expect(workshop.files(name + ".out").filter { $0.hasSuffix(".json") }.count == 1)
    }
    let batch = try workshop.issue("-", output: "stdin.out", input: Data())
    #expect(batch.run.status == 0 && batch.results.isEmpty)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let why: String
    var testDescription: String { why }
  }

  static let refusals: [Refusal] = [
    Refusal(arguments: ["issue", "gone.jsonl", "--office", "office"], status: 66, why: "no file"),
    Refusal(
      arguments: ["issue", "good.jsonl", "gone.jsonl", "--office", "office"], status: 66,
      why: "the second is missing: nothing begins"),
    Refusal(arguments: ["issue", "office", "--office", "office"], status: 66, why: "a folder"),
    Refusal(arguments: ["check", "gone.jsonl"], status: 66, why: "no file to check"),
    Refusal(arguments: ["issue", "--office", "office"], status: 64, why: "no decisions"),
    Refusal(arguments: ["check"], status: 64, why: "nothing to check"),
    Refusal(arguments: ["issue", "good.jsonl"], status: 64, why: "no office"),
    Refusal(
      arguments: ["issue", "good.jsonl", "--office", "office", "--colour"], status: 64,
      why: "no such option"),
    Refusal(
      arguments: ["issue", "good.jsonl", "--office", "office", "--jobs", "0"], status: 64,
      why: "no worker"),
    Refusal(
      arguments: ["issue", "good.jsonl", "--office", "office", "--jobs", "many"], status: 64,
      why: "no number"),
    Refusal(
      arguments: ["issue", "good.jsonl", "--office", "office", "--progress", "loud"], status: 64,
      why: "no such progress"),
    Refusal(arguments: ["frobnicate"], status: 64, why: "no such command"),
    Refusal(arguments: ["verify"], status: 64, why: "nothing to verify"),
    Refusal(
      arguments: ["verify", "good.jsonl", "--office", "office", "--on", "tomorrow"], status: 64,
      why: "no date"),
    Refusal(
      arguments: ["verify", "gone.pdf", "--office", "office"], status: 66, why: "no such paper"),
    Refusal(
      arguments: [
        "status", "ALA-21-0000001-3", "--set", "revoked", "--office", "office",
        "--reason", "x",
      ], status: 64, why: "revocation is a decision"),
    Refusal(arguments: ["sample", "--flaws", "101"], status: 64, why: "more than all"),
    Refusal(arguments: ["sample", "--document", "passport"], status: 64, why: "no such kind"),
  ]

  @Test(arguments: refusals)
  func whatCannotBegin(_ refusal: Refusal) throws {
    let workshop = try Workshop()
    try workshop.write("good.jsonl", [try Records.contract("EX-FPC-1")])
    let run = try workshop.tamga(refusal.arguments)
    #expect(run.status == refusal.status, "\(run.errors)")
    #expect(run.output.isEmpty, "standard output carries data only")
    #expect(run.errors.hasPrefix("tamga: error: "), "\(run.errors)")
    let starts = run.errors.split(separator: "\n").map { String($0) }
    #expect(!starts.contains { $0.hasPrefix("hint:") || $0.hasPrefix("Error:") }, "\(run.errors)")
    #expect(workshop.files("office/store").isEmpty && workshop.files("Output").isEmpty)
  }
}
