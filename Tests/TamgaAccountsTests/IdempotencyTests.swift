import TamgaDomain
import Testing

@testable import TamgaAccounts

@Suite struct IdempotencyTests {
  static let one = [UInt8](repeating: 1, count: 32)
  static let two = [UInt8](repeating: 2, count: 32)

  @Test(arguments: Store.allCases) func aKeyThroughItsLife(_ store: Store) throws {
    let desk = try Desk(store)
    let keys = desk.accounts.idempotency
    func begin(_ body: [UInt8] = Self.one, client: String = "a") throws -> IdempotencyKeys.Beginning
    {
      try keys.begin(client: client, key: "k", bodyHash: body)
    }
    #expect(try begin() == .new)
    #expect(try begin() == .running)
    #expect(try begin(Self.two) == .other)
    #expect(try begin(Self.two, client: "b") == .new)
    // The process that had it has died.
    desk.wait(59)
    #expect(try begin() == .running)
    desk.wait(1)
    #expect(try begin() == .new)
    #expect(try begin() == .running)
    try keys.finish(client: "a", key: "k", status: 201, body: [7, 8])
    try keys.finish(client: "a", key: "k", status: 500, body: [])
    try keys.drop(client: "a", key: "k")
    #expect(try begin() == .same(status: 201, body: [7, 8]))
    #expect(try begin(Self.two) == .other)
    desk.wait(86_399 - 60)
    #expect(try begin() == .same(status: 201, body: [7, 8]))
    desk.wait(86_400)
    #expect(try begin(Self.two) == .new)
    try keys.drop(client: "a", key: "k")
    #expect(try begin(Self.one) == .new)
  }

  @Test(arguments: Store.allCases) func aServerThatStartsTakesUpWhatOneLeft(_ store: Store) throws {
    let desk = try Desk(store)
    let keys = desk.accounts.idempotency
    for key in ["done", "left"] {
      #expect(try keys.begin(client: "a", key: key, bodyHash: Self.one) == .new)
    }
    try keys.finish(client: "a", key: "done", status: 201, body: [7])
    let next = try desk.other().idempotency
    #expect(try next.begin(client: "a", key: "left", bodyHash: Self.one) == .running)
    try next.takeRunningForDead()
    #expect(
      try next.begin(client: "a", key: "done", bodyHash: Self.one) == .same(status: 201, body: [7]))
    #expect(try next.begin(client: "a", key: "left", bodyHash: Self.two) == .other)
    #expect(try next.begin(client: "a", key: "left", bodyHash: Self.one) == .new)
    #expect(try next.begin(client: "a", key: "left", bodyHash: Self.one) == .running)
  }

  @Test(arguments: Store.allCases) func oneOfManyIsNew(_ store: Store) async throws {
    let desk = try Desk(store)
    let all = [desk.accounts, try desk.other()]
    for round in 0..<5 {
      let answers = try await withThrowingTaskGroup(of: IdempotencyKeys.Beginning.self) { group in
        for index in 0..<8 {
          group.addTask {
            try all[index % 2].idempotency.begin(
              client: "a", key: "\(round)", bodyHash: Self.one)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.filter { $0 == .new }.count == 1)
      #expect(answers.filter { $0 == .running }.count == 7)
    }
  }
}
