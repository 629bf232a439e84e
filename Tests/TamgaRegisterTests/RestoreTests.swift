import TamgaDomain
import TamgaLog
import Testing

@testable import TamgaRegister

/// Going on with a register that lost entries: what they may have used is never given again.
@Suite struct RestoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let loss = LostEntries(signed: 12, root: .empty, entries: 5)

  @Test(arguments: Backend.allCases) func numbersAreLeftOut(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let first = try register.reserved(request("A")).paper
    try register.acceptRestore(Self.loss, by: clerk, reason: "disk lost", at: noon)
    let next = try register.reserved(request("B")).paper
    // A series that the backup does not know may have begun after it.
    let other = try register.reserved(request("C") { $0.series = "AST-21" }).paper
    func ordinal(_ paper: PaperEntry) throws -> Int64 {
      try #require(AllottedNumber(reading: paper.number.number)).ordinal
    }
    #expect(try [first, next, other].map(ordinal) == [1, 9, 8])
    #expect(try register.gaps().isEmpty, "they belong to no paper, and the register says why")
    let again = try register.reserved(request("D") { $0.series = "AST-21" }).paper
    #expect(try ordinal(again) == 9)
    // A number that went by hand is still missed.
    try register.acceptRestore(Self.loss, by: clerk, reason: "again", at: noon)
    let last = try register.reserved(request("E")).paper
    let later = try register.reserved(request("F") { $0.series = "ORL-21" }).paper
    #expect(try [last, later].map(ordinal) == [17, 15])
    #expect(try register.gaps().isEmpty)
  }

  @Test(arguments: Backend.allCases) func theLogSaysWhoAndWhy(_ backend: Backend) throws {
    let register = try backend.open(folder)
    try register.issued(request("A"))
    #expect(try register.nextSequence(by: clerk, at: noon) == 1)
    try register.acceptRestore(Self.loss, by: "chief", reason: "disk lost", at: noon)
    let events = try register.events(of: nil, after: 0, limit: 100)
    let event = try #require(events.first { $0.what == "restore-accepted" })
    #expect(event.who == "chief" && event.reason == "disk lost" && event.hasItsReason)
    #expect(event.detail.contains("\"signed\":\"12\"") && event.detail.contains("\"lost\":\"7\""))
    // Bundles of the lost entries are newer than the last one that is known.
    #expect(try register.nextSequence(by: clerk, at: noon) == 10)
    for reason in ["", "  "] {
      #expect(
        code { try register.acceptRestore(Self.loss, by: clerk, reason: reason, at: noon) }
          == .limit)
    }
    let none = LostEntries(signed: 0, root: .empty, entries: 0)
    #expect(code { try register.acceptRestore(none, by: clerk, reason: "x", at: noon) } == .limit)
  }

  /// A log that has grown past the checkpoint may have lost all of it.
  @Test(arguments: [(12, 5, 7), (5, 12, 5), (5, 5, 5)])
  func howManyMayBeLost(_ signed: Int, _ entries: Int, _ lost: Int) {
    #expect(LostEntries(signed: signed, root: .empty, entries: entries).count == lost)
  }
}
