import Foundation
import Testing

/// Decisions that make several papers: all of them or none, and always the same.
@Suite struct SeveralPapersTests {
  static let kinds: [(first: String, second: String)] = [
    ("exit-pr-decision", "exit-pr-notification"),
    ("exit-pr-refusal-decision", "exit-pr-refusal-notice"),
    (
      "labour-immigrant-permit-revocation-decision",
      "labour-immigrant-permit-revocation-notice"
    ),
  ]

  /// Every paper of a result, the first one first.
  private static func papers(_ result: JSON) -> [JSON] { [result] + (result["also"]?.items ?? []) }

  @Test func theOthersStandInAlso() throws {
    let workshop = try Workshop()
    try workshop.write("all.jsonl", try Self.kinds.map { try Records.example($0.first) })
    let batch = try workshop.issue("all.jsonl")
    try #require(batch.run.status == 0, "\(batch.results.map(\.line))")
    var bytes: [String: Data] = [:]
    for (kind, result) in zip(Self.kinds, batch.results) {
      let others = result["also"]?.items ?? []
      try #require(others.count == 1, "\(kind.first)")
      #expect(
        Set(others[0].members.keys) == ["document", "number", "file", "sha256", "pages"])
      #expect(result["document"]?.text == kind.first)
      #expect(others[0]["document"]?.text == kind.second)
      #expect(others[0]["number"] != result["number"], "numbers are unique over all kinds")
      for paper in Self.papers(result) {
        let document = try #require(paper["document"]?.text)
        let number = try #require(paper["number"]?.text)
        #expect(paper["file"]?.text == "documents/\(document)/\(number).pdf")
        let pdf = try batch.pdf(paper)
        bytes[pdf] = try Data(contentsOf: URL(filePath: pdf))
        #expect(try Tool.sha256(pdf) == paper["sha256"]?.text)
        #expect(try Tool.pages(pdf) == paper["pages"]?.count)
        let entry = try workshop.shown(number)
        #expect(entry["decision"] == result["id"] && entry["document"]?.text == document)
        #expect(entry["sha256"] == paper["sha256"] && entry["status"] == "valid")
        for byBundle in [false, true] {
          let verdict = try workshop.verdict(pdf, byBundle: byBundle)
          #expect(verdict["verdict"] == "valid", "\(verdict.line)")
          #expect(verdict["claims"]?["document"]?.text == document)
        }
      }
    }
    // The notice of a refusal names the decision by the number that was allotted to it.
    let notice = try batch.pdf(batch.results[1]["also"]?.items.first ?? .null)
    let text = try Tool.text("pdftotext", [notice, "-"])
    #expect(text.contains(batch.numbers[1]))

    // Again: the same numbers and bytes, and what was lost is there.
    for pdf in bytes.keys.sorted().prefix(3) { try FileManager.default.removeItem(atPath: pdf) }
    let again = try workshop.issue("all.jsonl")
    #expect(again.outcomes.allSatisfy { $0 == "already-issued" })
    for (new, old) in zip(again.results, batch.results) {
      #expect(new["also"] == old["also"] && new["number"] == old["number"])
    }
    for (pdf, old) in bytes { #expect(try Data(contentsOf: URL(filePath: pdf)) == old) }
    #expect(try workshop.list().count == 6)
  }

  @Test func aRefusedDecisionReservesNothing() throws {
    let workshop = try Workshop()
    let chain = try Chain(
      "labour-immigrant-permit", number: "permitNumber",
      "labour-immigrant-permit-revocation-decision", isRecent: false)
    var second = chain.second
    second["id"] = "SECOND-1"
    var unlawful = try Records.example("exit-pr-refusal-decision")
    unlawful["id"] = "UNLAWFUL-1"
    unlawful["fields", "officerFullName"] = nil
    // The last alone needs it: the notice prints the day of the decision.
    var noDay = try Records.example("exit-pr-refusal-decision")
    noDay["id"] = "NO-DAY-1"
    noDay["fields", "decisionDate"] = nil
    try workshop.write(
      "refused.jsonl", [chain.first, chain.second, second, unlawful, noDay])
    let batch = try workshop.issue("refused.jsonl")
    #expect(
      batch.outcomes == ["issued", "issued", "rejected", "rejected", "rejected"],
      "\(batch.results.map(\.line))")
    #expect(Batch.errors(batch.results[2]).contains("GEN-SUCCESSOR-STATE"), "revoked before")
    for result in batch.results[3...] {
      #expect(Batch.errors(result).contains("GEN-REQUIRED-FIELDS"))
    }
    var taken = try Records.example("exit-pr-refusal-decision")
    taken["id"] = "TAKEN-1"
    taken["fields", "decisionNumber"] = .text(batch.numbers[1])
    try workshop.write("taken.jsonl", [taken])
    let other = try workshop.issue("taken.jsonl", output: "taken")
    #expect(other.outcomes == ["rejected"], "\(other.results[0].line)")
    #expect(Batch.errors(other.results[0]).contains("GEN-UNIQUE-NUMBER"))
    for result in batch.results[2...] + other.results[...] {
      #expect(result["number"] == nil && result["also"] == nil)
    }
    let list = try workshop.list()
    #expect(list.count == 3, "\(list.map(\.line))")
    #expect(list.allSatisfy { $0["state"] == "issued" })
    let papers = (workshop.files("out") + workshop.files("taken")).filter { $0.hasSuffix(".pdf") }
    #expect(papers.count == 3)
  }

  @Test func killedBetweenThePapers() throws {
    let workshop = try Workshop()
    let count = 80
    let example = try Records.example("exit-pr-refusal-decision")
    let records = (0..<count).map { index in
      var record = example
      record["id"] = .text("KILLED-\(index)")
      record["fields", "passportSeriesNumber"] = .text("N\(10_000_000 + index)")
      return record
    }
    try workshop.write("in.jsonl", records)
    let command = ["issue", "in.jsonl", "--office", "office", "--output", "out", "--jobs", "2"]
    var broken = 0
    for kill in 0..<6 {
      let program = try workshop.start(command)
      usleep(UInt32.random(in: 60_000...(150_000 + 150_000 * UInt32(kill))))
      program.kill()
      if try program.wait().status == 128 + SIGKILL { broken += 1 }
    }
    #expect(broken > 0, "at least one run was cut")
    let batch = try workshop.issue("in.jsonl")
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(batch.outcomes.allSatisfy { $0 == "issued" || $0 == "already-issued" })
    let papers = batch.results.flatMap(Self.papers)
    let numbers = papers.compactMap { $0["number"]?.text }
    #expect(numbers.count == 2 * count && Set(numbers).count == 2 * count)
    CrashTests.expectContiguous(numbers)
    let sums = try Tool.text("sha256sum", ["--"] + papers.map { try batch.pdf($0) })
    #expect(
      sums.split(separator: "\n").map { String($0.prefix(64)) }
        == papers.compactMap { $0["sha256"]?.text })
    let list = try workshop.list()
    #expect(list.count == 2 * count && list.allSatisfy { $0["state"] == "issued" })
    #expect(CrashTests.leftovers(workshop).isEmpty)
    let again = try workshop.issue("in.jsonl")
    #expect(again.outcomes.allSatisfy { $0 == "already-issued" })
    #expect(again.results.map { $0["also"] } == batch.results.map { $0["also"] })
  }

  @Test func aVoidDecisionTakesItsNoticeAlong() throws {
    let workshop = try Workshop()
    let record = try Records.example("exit-pr-refusal-decision")
    try workshop.write("one.jsonl", [record])
    let batch = try workshop.issue("one.jsonl", output: "one")
    let papers = try Self.papers(batch.results[0]).map { try batch.pdf($0) }
    let void = try workshop.tamga(
      "void", batch.numbers[0], "--office", "office", "--reason", "typing error")
    #expect(void.status == 0, "\(void.errors)")
    for byBundle in [false, true] {
      for pdf in papers {
        #expect(try workshop.verdict(pdf, byBundle: byBundle)["verdict"] == "revoked")
      }
    }
    #expect(try workshop.list().map { $0["state"] } == ["void", "void"])
    let again = try workshop.issue("one.jsonl", output: "again")
    #expect(again.outcomes == ["rejected"])
    #expect(Batch.errors(again.results[0]) == ["REC-ID-VOID"])
    var corrected = record
    corrected["id"] = "CORRECTED-1"
    try workshop.write("corrected.jsonl", [corrected])
    let second = try workshop.issue("corrected.jsonl", output: "corrected")
    #expect(second.outcomes == ["issued"], "\(second.results[0].line)")
    #expect(second.results[0]["also"]?.items.count == 1)
    #expect(try workshop.list().count == 4, "no number is used twice")
  }
}
