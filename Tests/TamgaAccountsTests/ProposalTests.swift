import TamgaDomain
import Testing

@testable import TamgaAccounts

@Suite struct ProposalTests {
  static let draft = Proposal.Draft(
    document: "labour-immigrant-permit", number: "ALA-26-0000017-4", copy: 0, move: .revoke,
    reason: "жұмыс беруші таратылды", form: #"{"id":"R-1"}"#, proposer: "clerk",
    bodies: ["ALA-AKIM-01"], event: 1047)

  @Test(arguments: Store.allCases) func fromDraftToEnd(_ store: Store) throws {
    let desk = try Desk(store)
    let accounts = desk.accounts
    let made = try accounts.propose(Self.draft)
    #expect(try desk.other().proposal(made.id) == made)
    #expect(made.draft == Self.draft && made.expires - made.at == 86_400 && made.state == .open)
    #expect(try accounts.settle(made.id, .confirmed, by: "clerk") == .fourEyes)
    #expect(try accounts.settle(made.id, .refused, by: "clerk") == .fourEyes)
    #expect(try accounts.settle("nowhere", .refused, by: "sup") == .unknown)
    #expect(try accounts.proposals(open: true).map(\.id) == [made.id])
    #expect(try accounts.settle(made.id, .confirmed, by: "sup") == .settled)
    let after = try #require(try accounts.proposal(made.id))
    #expect(after.state == .confirmed && after.settledBy == "sup" && after.settledAt == desk.now)
    #expect(try accounts.settle(made.id, .refused, by: "sup2") == .notOpen(after))
    #expect(try accounts.proposals(open: true).isEmpty)
    #expect(try accounts.proposals(open: false) == [after])
    // What was confirmed could not be done.
    try accounts.reopen(made.id)
    #expect(try accounts.settle(made.id, .refused, by: "sup") == .settled)
    try accounts.reopen(made.id)
    #expect(try accounts.proposal(made.id)?.state == .refused, "only what was confirmed")
  }

  @Test func aDayIsEnough() throws {
    let desk = try Desk()
    let made = try desk.accounts.propose(Self.draft)
    desk.wait(86_399)
    #expect(try desk.accounts.proposal(made.id)?.state == .open)
    desk.wait(1)
    #expect(try desk.accounts.proposal(made.id)?.state == .expired)
    #expect(try desk.accounts.proposals(open: true).isEmpty)
    #expect(try desk.accounts.proposals(open: false).map(\.state) == [.expired])
    guard case .notOpen = try desk.accounts.settle(made.id, .confirmed, by: "sup") else {
      return #expect(Bool(false), "it is over")
    }
  }

  @Test(arguments: Store.allCases) func oneOfTwoConfirms(_ store: Store) async throws {
    let desk = try Desk(store)
    let all = [desk.accounts, try desk.other()]
    let id = try desk.accounts.propose(Self.draft).id
    let answers = try await withThrowingTaskGroup(of: Settlement.self) { group in
      for index in 0..<8 {
        group.addTask { try all[index % 2].settle(id, .confirmed, by: "sup\(index)") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.filter { $0 == .settled }.count == 1)
  }
}
