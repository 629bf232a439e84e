import Foundation
import Testing

/// The office's own copies: what papers share is kept once, and each is given back to the byte.
@Suite struct StoreTests {
  private static func sums(_ batch: Batch) -> [String] {
    batch.results.compactMap { $0["sha256"]?.text }
  }

  private static func bytes(_ workshop: Workshop, _ folder: String) throws -> Int {
    try workshop.files(folder).reduce(0) { try $0 + workshop.data(folder + "/" + $1).count }
  }

  /// By the page Store alone, in another language.
  @Test func anybodyCanPutThePapersTogether() throws {
    let office = try IssuedOffice.shared()
    let sums = Self.sums(office.batch)
    try #require(sums.count > 40)
    let store = office.workshop.path("office/store")
    let whole = try Tool.text(
      "/usr/bin/python3", [Place.judges + "/stored.py", store] + sums)
    #expect(whole.split(separator: "\n").map(String.init) == sums)
  }

  @Test func aPaperTakesAThirdOfItsFile() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "80", "--seed", "41")
    try workshop.write("in.jsonl", samples.output)
    let batch = try workshop.issue("in.jsonl")
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    let stored = try Self.bytes(workshop, "office/store")
    let printed = try Self.bytes(workshop, "out")
    #expect(stored * 5 < printed * 3, "\(stored) of \(printed) bytes, the first parts among them")
    let parts = try Self.bytes(workshop, "office/store/shared")
    #expect((stored - parts) * 3 < printed)
  }

  /// Papers that another system hands out: the batch has results and no files, and nothing else changes.
  @Test func papersInTheStoreAlone() throws {
    let workshop = try Workshop(office: false)
    let yaml = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    try workshop.write("office.yaml", Data((yaml + "\nbatchPapers: store\n").utf8))
    #expect(try workshop.tamga("init", "office", "--config", "office.yaml").status == 0)
    let samples = try workshop.tamga("sample", "--count", "12", "--seed", "42")
    try workshop.write("in.jsonl", samples.output)
    let batch = try workshop.issue("in.jsonl", options: ["--print-run", workshop.path("run.pdf")])
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(batch.results.count == 12)
    #expect(batch.results.allSatisfy { $0["file"] == nil && $0["sha256"] != nil })
    #expect(workshop.files("out").allSatisfy { !$0.hasSuffix(".pdf") })
    #expect(workshop.files(".").contains("run.pdf"))
    let audit = try workshop.tamga("register", "audit", "--office", "office", "--output", "out")
    #expect(audit.status == 0, "\(audit.text)\(audit.errors)")

    let number = try #require(batch.results[0]["number"]?.text)
    let sum = try #require(batch.results[0]["sha256"]?.text)
    let reprint = try workshop.tamga(
      "reprint", number, "--office", "office", "--reason", "asked for", "--output", "again")
    #expect(reprint.status == 0, "\(reprint.errors)")
    let printed = try #require(workshop.files("again").first { $0.hasSuffix(".pdf") })
    #expect(try Tool.sha256(workshop.path("again/" + printed)) == sum)

    let again = try workshop.issue("in.jsonl")
    #expect(again.run.status == 0 && again.results.allSatisfy { $0["outcome"] == "already-issued" })
    try FileManager.default.removeItem(
      atPath: workshop.path("office/store/\(sum.prefix(2))/\(sum).paper"))
    let lost = try workshop.issue("in.jsonl")
    #expect(lost.run.status == 1)
    #expect(lost.results.filter { $0["outcome"] == "failed" }.count == 1)
  }

  @Test func anotherWordIsRefused() throws {
    let workshop = try Workshop(office: false)
    let yaml = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    try workshop.write("office.yaml", Data((yaml + "\nbatchPapers: nowhere\n").utf8))
    let run = try workshop.tamga("init", "office", "--config", "office.yaml")
    #expect(run.status == 1 && run.errors.contains("batchPapers"), "\(run.status) \(run.errors)")
  }
}
