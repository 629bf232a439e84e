import Foundation
import Testing

/// Decisions that rest on an earlier paper, and what is done with papers afterwards.
@Suite struct PreviousTests {
  @Test func anExtensionNamesItsPermit() throws {
    let workshop = try Workshop()
    let permit = try Records.contract("EX-LIP-1")
    let extended = try Records.contract("EX-LIE-1")
    try workshop.write("both.jsonl", [permit, extended])
    let batch = try workshop.issue("both.jsonl")
    #expect(batch.outcomes == ["issued", "issued"], "\(batch.results)")
    let shown = try workshop.tamga(
      "register", "show", "--json", batch.numbers[1], "--office", "office")
    let chain = try JSON.one(shown.output)["chain"]?.items.compactMap(\.text)
    #expect(Set(chain ?? []) == Set(batch.numbers))
    // An extension leaves its predecessor valid to its own end.
    let first = try workshop.tamga(
      "register", "show", "--json", batch.numbers[0], "--office", "office")
    #expect(try JSON.one(first.output)["status"] == "valid")
  }

  @Test func theNumberInPlaceOfTheDecision() throws {
    let workshop = try Workshop()
    try workshop.write("permit.jsonl", [try Records.contract("EX-LIP-1")])
    let permit = try workshop.issue("permit.jsonl", output: "permit")
    var extended = try Records.contract("EX-LIE-1")
    extended["previous"] = .text(permit.numbers[0])
    try workshop.write("extension.jsonl", [extended])
    let batch = try workshop.issue("extension.jsonl", output: "extension")
    #expect(batch.outcomes == ["issued"], "\(batch.results)")
    #expect(batch.numbers != permit.numbers, "an extension gets a new number")
  }

  @Test func aPredecessorThatIsNotThere() throws {
    let workshop = try Workshop()
    let permit = try Records.contract("EX-LIP-1")
    let extended = try Records.contract("EX-LIE-1")
    // Only an earlier line counts.
    try workshop.write("reversed.jsonl", [extended, permit])
    let batch = try workshop.issue("reversed.jsonl")
    #expect(batch.run.status == 2 && batch.outcomes == ["rejected", "issued"])
    let again = try workshop.issue("reversed.jsonl")
    #expect(again.run.status == 0 && again.outcomes == ["issued", "already-issued"])
  }

  @Test func aVoidPaperMakesRoomForACorrectedDecision() throws {
    let workshop = try Workshop()
    let wrong = try Records.inForce("W-1")
    try workshop.write("wrong.jsonl", [wrong])
    let first = try workshop.issue("wrong.jsonl", output: "wrong")
    #expect(first.outcomes == ["issued"], "\(first.results)")
    let pdf = try first.pdf(first.results[0])
    let noReason = try workshop.tamga("void", first.numbers[0], "--office", "office")
    #expect(noReason.status == 64, "no act without a reason")
    let void = try workshop.tamga(
      "void", first.numbers[0], "--office", "office", "--reason", "typing error")
    #expect(void.status == 0, "\(void.errors)")
    let verdict = try workshop.tamga("verify", pdf, "--office", "office", "--json")
    #expect(verdict.status == 3)
    #expect(try JSON.one(verdict.output)["verdict"] == "revoked")
    var corrected = wrong
    corrected["id"] = "W-2"
    corrected["fields", "passportSeriesNumber"] = "752345679"
    try workshop.write("corrected.jsonl", [corrected])
    let second = try workshop.issue("corrected.jsonl", output: "corrected")
    #expect(second.outcomes == ["issued"], "\(second.results)")
    #expect(second.numbers != first.numbers, "a number is never used twice")
  }

  @Test func aReprintIsTheSameBytes() throws {
    let workshop = try Workshop()
    try workshop.write("one.jsonl", [try Records.contract("EX-FPC-1")])
    let batch = try workshop.issue("one.jsonl")
    let number = batch.numbers[0]
    #expect(try workshop.tamga("reprint", number, "--office", "office").status == 64)
    let run = try workshop.tamga(
      "reprint", number, "--office", "office", "--reason", "wet", "--output", "again")
    #expect(run.status == 0, "\(run.errors)")
    let files = workshop.files("again")
    try #require(files.count == 1)
    let original = try Data(contentsOf: URL(filePath: batch.pdf(batch.results[0])))
    #expect(try workshop.data("again/" + files[0]) == original)
    let shown = try workshop.tamga("register", "show", "--json", number, "--office", "office")
    let events = try JSON.one(shown.output)["events"]?.items ?? []
    #expect(events.contains { $0["what"] == "reprinted" && $0["reason"] == "wet" })
    #expect(events.allSatisfy { $0["who"] == "clerk" }, "TAMGA_AGENT says who acts")
    for command in ["reprint", "void"] {
      let unknown = try workshop.tamga(
        command, "ALA-21-9999999-9", "--office", "office", "--reason", "none")
      #expect(unknown.status != 0 && unknown.errors.hasPrefix("tamga: error: "))
      #expect(unknown.errors.contains("tamga: hint: "))
    }
  }
}
