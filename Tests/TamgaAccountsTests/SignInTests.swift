import Foundation
import TamgaDomain
import TamgaIssue
import Testing

@testable import TamgaAccounts

@Suite struct SignInTests {
  @Test(arguments: Store.allCases) func passwordThenCode(_ store: Store) throws {
    let desk = try Desk(store)
    let secret = try desk.add("sup", .supervisor, .totp)
    let first = try desk.begin("SUP")
    #expect(try desk.accounts.session(first) == nil, "the first step opens nothing")
    let wrong = try desk.accounts.second(token: first, code: "000000", address: "10.0.0.1")
    #expect(wrong == .refused(.code))
    let code = try desk.code(secret)
    guard
      case .done(let token) = try desk.accounts.second(
        token: first, code: code, address: "10.0.0.1")
    else { return #expect(Bool(false), "the code is right") }
    #expect(token != first)
    let session = try #require(try desk.accounts.session(token))
    #expect(session.account.login == "sup" && session.account.role == .supervisor)
    #expect(desk.accounts.isCSRF(session.csrf, of: token))
    #expect(!desk.accounts.isCSRF(session.csrf, of: first))
    // The same code in another sign-in, and the same first step again.
    let again = try desk.accounts.second(token: first, code: code, address: "10.0.0.1")
    #expect(again == .refused(.step))
    let next = try desk.begin("sup")
    #expect(
      try desk.accounts.second(token: next, code: code, address: "10.0.0.1") == .refused(.code))
    desk.wait(30)
    guard
      case .done = try desk.accounts.second(
        token: next, code: desk.code(secret), address: "10.0.0.1")
    else { return #expect(Bool(false), "the next code is right") }
  }

  @Test func whoIsRefused() throws {
    let desk = try Desk()
    try desk.add("plain")
    try desk.add("gone")
    try desk.accounts.lock("gone")
    #expect(try desk.signIn("plain", "wrong horse battery", "a") == .refused(.password))
    #expect(try desk.signIn("nobody", Desk.password, "b") == .refused(.login))
    #expect(try desk.signIn("", "", "c") == .refused(.login))
    #expect(
      try desk.signIn("../etc", String(repeating: "x", count: 100_000), "d") == .refused(.login))
    #expect(try desk.signIn("gone", Desk.password, "e") == .refused(.locked))
    try desk.accounts.unlock("gone")
    #expect(try desk.accounts.session(desk.enter("gone", "f")) != nil)
  }

  /// The office has changed its mind: accounts without a second factor do not get in any more.
  @Test func aFactorThatBecameRequired() throws {
    let desk = try Desk()
    try desk.add("plain")
    let strict = try OfficeConfiguration.read(OfficeConfiguration.template, file: "tamga.yaml")
    let accounts = try Accounts(office: desk.folder, configuration: strict) { desk.now }
    #expect(
      try accounts.signIn(login: "plain", password: Desk.password, address: "a")
        == .refused(.noSecondFactor))
  }

  @Test func theFirstStepIsShort() throws {
    let desk = try Desk()
    let secret = try desk.add("op", .operator, .totp)
    let token = try desk.begin("op")
    desk.wait(Accounts.secondFactorSeconds)
    #expect(
      try desk.accounts.second(token: token, code: desk.code(secret), address: "a")
        == .refused(.step))
  }

  /// A letter of the keyboard and the same letter with a mark after it.
  @Test func lettersOfEveryForm() throws {
    let desk = try Desk()
    _ = try desk.accounts.add(
      login: "x", role: .clerk, password: "\u{0439}ошқын-жүрек-тау", secondFactor: .none)
    guard case .done = try desk.signIn("x", "\u{0438}\u{0306}ошқын-жүрек-тау") else {
      return #expect(Bool(false), "the same password")
    }
  }

  @Test func onlyHashesAreKept() throws {
    let desk = try Desk()
    try desk.add("clerk")
    let token = try desk.enter("clerk")
    let client = try desk.accounts.addClient("burkit", scopes: [.feed])
    var bytes = Data()
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder) {
      let path = desk.folder + "/" + name
      bytes += try Data(contentsOf: URL(filePath: path))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
    #expect(bytes.range(of: Data("clerk".utf8)) != nil)
    #expect(bytes.range(of: Data("$argon2id$v=19$m=19456,t=2,p=1$".utf8)) != nil)
    for secret in [Desk.password, token, client, String(client.dropFirst(6)), "10.0.0.1"] {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)")
    }
  }

  /// More than can be hashed at once are told to come again, and nobody's try is counted for that.
  @Test func crowdsAreSentAway() async throws {
    let passwords = PasswordHash(atOnce: 1, waiting: 1)
    let answers = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<6 {
        group.addTask {
          await withCheckedContinuation { continuation in
            Thread.detachNewThread {
              let result = Result { try passwords.isRight("x", nil) }
              if case .failure(let error) = result {
                continuation.resume(returning: (error as? AccountsError)?.code == .busy)
              } else {
                continuation.resume(returning: false)
              }
            }
          }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(answers.contains(true) && answers.contains(false))
  }
}
