import TamgaDomain
import Testing

@testable import TamgaRegister

/// One permission has one end.
@Suite struct ChainEndTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func follows(
    _ decision: String, _ relation: Relation, _ previous: PaperEntry
  ) throws -> ReservationRequest {
    try request(decision) {
      $0.previous = previous.serial
      $0.relation = relation
    }
  }

  @Test(arguments: Backend.allCases, [0, 1, 2]) func aRevocationEndsEveryLink(
    _ backend: Backend, _ named: Int
  ) throws {
    let register = try backend.open(folder)
    let first = try register.issued(request("A1"))
    let second = try register.issued(follows("A2", .extends, first))
    let copy = try register.issued(follows("A2-COPY", .duplicates, second))
    let third = try register.issued(follows("A3", .extends, copy))
    let other = try register.issued(request("B1"))
    let links = [first, copy, third]
    let question = HistoryQuestion(
      previous: .decision("A1"), relation: .extends, givenNumber: nil,
      document: "labour-immigrant-permit", service: .labourImmigrant, decision: nil)
    #expect(
      try register.history(question).history.links.map(\.decision) == ["A1", "A2", "A2-COPY", "A3"])
    let end = try register.issued(follows("END", .revokes, links[named]))
    #expect(try links.map { try register.now($0).status } == [.revoked, .revoked, .revoked])
    #expect(try links.map { try register.now($0).endedBy } == [end.number, end.number, end.number])
    #expect(try register.now(second).status == .superseded, "what had ended stays as it was")
    #expect(try register.now(other) == other)
    guard
      case .refused(.previousEnded) = try register.reserve(
        [follows("A4", .extends, third)], by: clerk, at: noon)[0]
    else {
      Issue.record("a link of a revoked chain is not extended")
      return
    }
    _ = try register.void(end.serial, by: clerk, reason: "another person", at: noon)
    #expect(try links.map { try register.now($0).status } == [.valid, .valid, .valid])
    #expect(try register.now(second).status == .superseded)
  }

  @Test(arguments: Backend.allCases) func anExtensionThatCameTooLateIsNotIssued(
    _ backend: Backend
  ) throws {
    let register = try backend.open(folder)
    let first = try register.issued(request("A1"))
    let extended = try register.sealed(follows("A2", .extends, first))
    _ = try register.issued(follows("END", .revokes, first))
    let outcome = try register.confirm(
      [
        IssueConfirmation(
          serial: extended.serial,
          file: IssuedFile(sha256: hash(7), byteCount: 1, pages: 1, path: "a.pdf"))
      ], by: clerk, at: noon)[0]
    guard case .refused = outcome else {
      Issue.record("the permission ended meanwhile")
      return
    }
  }

  /// Each paper of a group is looked at as those before it in the group left it.
  @Test(arguments: Backend.allCases) func aGroupGoesOnWhereItsRevocationEnded(
    _ backend: Backend
  ) throws {
    let register = try backend.open(folder)
    let first = try register.issued(request("A1"))
    let extended = try register.sealed(follows("A2", .extends, first))
    let other = try register.sealed(request("B1"))
    let end = try register.sealed(follows("END", .revokes, first))
    let outcomes = try register.confirm(
      [other, end, extended, other].map { written($0.serial) }, by: clerk, at: noon)
    let isRefused = outcomes.map { outcome in
      if case .refused = outcome { true } else { false }
    }
    #expect(isRefused == [false, false, true, false])
    #expect(try register.now(extended).state == .sealed)
    #expect(try register.now(first).status == .revoked)
    let whats = try register.whats(other)
    #expect(whats.filter { $0 == PaperMove.confirm.rawValue }.count == 1, "\(whats)")
  }

  @Test(arguments: Backend.allCases) func aReadmittedSuspendedLinkIsSuspended(
    _ backend: Backend
  ) throws {
    let register = try backend.open(folder)
    let first = try register.issued(request("A1"))
    let second = try register.issued(follows("A2", .extends, first))
    _ = try register.setStatus(
      second.serial, to: .suspended, by: clerk, reason: "an inquiry", at: noon)
    let end = try register.issued(follows("END", .revokes, first))
    #expect(try register.now(second).status == .revoked)
    _ = try register.void(end.serial, by: clerk, reason: "another person", at: noon)
    #expect(try register.now(second).status == .suspended)
    #expect(try register.now(first).status == .valid)
  }
}
