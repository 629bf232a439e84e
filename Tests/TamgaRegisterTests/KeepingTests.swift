import TamgaDomain
import TamgaLog
import Testing

@testable import TamgaRegister

/// What every register must do when papers end together, when retention ends, and for the audit.
@Suite struct KeepingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Backend.allCases) func papersOfOneDecisionEndTogether(
    _ backend: Backend
  ) throws {
    let register = try backend.open(folder)
    let first = try register.issued(request("D"))
    let second = try register.issued(request("D") { $0.part = 1 })
    let reserved = try register.reserved(request("D") { $0.part = 2 }).paper
    let ended = try register.void(
      [first.serial, second.serial, reserved.serial], by: clerk, reason: "typed twice", at: noon)
    #expect(ended.map(\.state) == [.void, .void, .void])
    let error = #expect(throws: RegisterError.self) {
      try register.void([first.serial, 99], by: clerk, reason: "typed twice", at: noon)
    }
    #expect(error?.code == .unknownPaper)
  }

  @Test(arguments: Backend.allCases) func allOrNoneEnd(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(request("D"))
    _ = try? register.void([paper.serial, 99], by: clerk, reason: "typed twice", at: noon)
    #expect(try register.now(paper).state == .issued)
  }

  @Test(arguments: Backend.allCases) func aPurgeLeavesNumberStatusAndProof(
    _ backend: Backend
  ) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(request("D") { $0.personKeys = ["P|UZB|FA1"] })
    try register.record(.spoil, of: paper.serial, by: clerk, reason: "for KARIMOV", at: noon)
    let before = try register.events(of: paper.serial, after: 0, limit: 10)
    let purged = try register.purge([paper.serial], by: clerk, reason: "retention", at: noon + 9)
    #expect(purged.map(\.purgedAt) == [noon + 9])
    #expect(try register.now(paper) == purged[0])
    #expect(try register.record(of: paper.serial) == nil)
    #expect(try register.personKeys(of: paper.serial).isEmpty)
    #expect(try register.seal(of: paper.serial)?.bytes == [])
    #expect(
      try register.papers(personKey: "P|UZB|FA1", document: nil, service: nil, limit: 9).isEmpty)
    let after = try register.events(of: paper.serial, after: 0, limit: 10)
    #expect(after.map(\.leaf).starts(with: before.map(\.leaf)), "the log stays")
    #expect(after.last?.what == "purged")
    #expect(before.contains { $0.reason != nil && $0.reasonSalt?.count == 16 })
    #expect(before.allSatisfy(\.hasItsReason) && after.allSatisfy(\.hasItsReason))
    #expect(after.dropLast().allSatisfy { $0.reason == nil && $0.reasonSalt == nil })
    #expect(after.map(\.reasonHash).starts(with: before.map(\.reasonHash)))
    #expect(try after.allSatisfy { try $0.entry().leaf == $0.leaf })
    #expect(try register.fingerprints(after: 0, limit: 9).first?.state == after.last?.state)
    // Twice is once; what is not finished stays.
    #expect(
      try register.purge([paper.serial], by: clerk, reason: "retention", at: noon + 99) == purged)
    let open = try register.reserved(request("E")).paper
    let error = #expect(throws: RegisterError.self) {
      try register.purge([open.serial], by: clerk, reason: "retention", at: noon)
    }
    #expect(error?.code == .illegalMove)
    // The same decision still has its paper.
    guard case .issued(let known) = try register.outcome(request("D")) else {
      Issue.record("a purged decision must not make a second paper")
      return
    }
    #expect(known.number == paper.number)
  }

  @Test(arguments: Backend.allCases) func followersOfAPaper(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let old = try register.issued(request("OLD"))
    let new = try register.issued(
      request("NEW") {
        $0.previous = old.serial
        $0.relation = .extends
      })
    let void = try register.issued(
      request("VOID") {
        $0.previous = old.serial
        $0.relation = .extends
      })
    _ = try register.void(void.serial, by: clerk, reason: "typed twice", at: noon)
    #expect(try register.followers(of: old.serial).map(\.serial) == [new.serial])
    #expect(try register.followers(of: new.serial).isEmpty)
  }

  @Test(arguments: Backend.allCases) func numbersHaveNoGaps(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let number = try #require(AllottedNumber(prefix: "ALA-21", ordinal: 2))
    _ = try register.reserved(request("GIVEN", given: number.description))
    for index in 0..<5 { _ = try register.reserved(request("D-\(index)")) }
    #expect(try register.gaps() == [], "a given number explains itself")
    #expect(try register.miscountedLists() == [])
  }
}
