import Foundation
import Testing

/// A decision whose earlier paper another run has begun and not finished.
@Suite struct UnfinishedPreviousTests {
  /// An office whose permit has its seal and, for all that others can see, no file yet.
  private func office() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write("permit.jsonl", [try Records.contract("EX-LIP-1")])
    try #require(workshop.issue("permit.jsonl", output: "permit").outcomes == ["issued"])
    try workshop.write("extension.jsonl", [try Records.contract("EX-LIE-1")])
    try set("sealed", workshop)
    return workshop
  }

  private func set(_ state: String, _ workshop: Workshop) throws {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1], timeout=60)
      db.execute("UPDATE paper SET state = ? WHERE serial = 1", (sys.argv[2],))
      db.commit()
      """
    _ = try Tool.text("python3", ["-c", script, workshop.path("office/register.sqlite"), state])
  }

  @Test func isWaitedFor() throws {
    let workshop = try office()
    let run = try workshop.start([
      "issue", "extension.jsonl", "--office", "office", "--output", "out", "--progress", "never",
    ])
    usleep(2_000_000)
    try set("issued", workshop)
    let batch = try Batch(run.wait(), below: workshop.path("out"))
    #expect(batch.outcomes == ["issued"], "\(batch.results)")
  }

  @Test func isNamedWhenItNeverComes() throws {
    let workshop = try office()
    let batch = try workshop.issue("extension.jsonl")
    #expect(batch.run.status == 1 && batch.outcomes == ["failed"])
    #expect(Batch.errors(batch.results[0]) == ["ISSUE-PREVIOUS-UNFINISHED"])
    let list = try workshop.tamga("register", "list", "--office", "office").lines()
    #expect(list.count == 1, "nothing is reserved for what must wait")
    // The run that stood still goes on, and both papers come.
    try set("issued", workshop)
    #expect(try workshop.issue("extension.jsonl").outcomes == ["issued"])
  }
}
