import TamgaDomain
import Testing

@testable import TamgaAccounts

/// When a session is over.
@Suite struct SessionTests {
  @Test(arguments: Store.allCases) func idleAndOld(_ store: Store) throws {
    let desk = try Desk(store)
    try desk.add("a")
    let token = try desk.enter("a")
    desk.wait(1199)
    #expect(try desk.accounts.session(token) != nil)
    desk.wait(1199)
    #expect(try desk.accounts.session(token) != nil, "the request before counted")
    desk.wait(1200)
    #expect(try desk.accounts.session(token) == nil)
    let long = try desk.enter("a")
    for _ in 0..<71 {
      desk.wait(600)
      #expect(try desk.accounts.session(long) != nil)
    }
    desk.wait(600)
    #expect(try desk.accounts.session(long) == nil, "twelve hours")
  }

  enum End: CaseIterable {
    case logout, lock, reset, remove, role, removedAndMade
  }

  @Test(arguments: End.allCases) func atOnceInEveryProcess(_ end: End) throws {
    let desk = try Desk()
    try desk.add("a")
    try desk.add("b")
    let (token, second, stranger) = try (desk.enter("a"), desk.enter("a"), desk.enter("b"))
    let other = try desk.other()
    #expect(try other.session(token)?.account.login == "a")
    switch end {
    case .logout: try desk.accounts.end(token)
    case .lock: try desk.accounts.lock("a")
    case .reset: _ = try desk.accounts.reset("a")
    case .remove: try desk.accounts.remove("a")
    case .role: try desk.accounts.change("a", role: .operator, bodies: ["ALA-MPS-01"])
    case .removedAndMade:
      try desk.accounts.remove("a")
      try desk.add("a")
    }
    #expect(try other.session(token) == nil)
    #expect(try (other.session(second) != nil) == (end == .logout))
    #expect(try other.session(stranger) != nil)
  }

  @Test func aNewPasswordIsANewSession() throws {
    let desk = try Desk()
    let made = try desk.accounts.add(login: "a", role: .clerk, secondFactor: .none)
    let drawn = try #require(made.password)
    guard case .done(let token) = try desk.signIn("a", drawn) else {
      return #expect(Bool(false), "the drawn password is right")
    }
    #expect(try desk.accounts.session(token)?.account.mustChangePassword == true)
    let new = "a much better one"
    func change(_ old: String, _ new: String) throws -> SignIn {
      try desk.accounts.changePassword(of: "a", old: old, new: new, address: "x")
    }
    #expect(try change("wrong horse battery", new) == .refused(.password))
    #expect(throws: AccountsError.samePassword) { try change(drawn, drawn) }
    #expect(throws: AccountsError.password) { try change(drawn, "short") }
    guard case .done(let fresh) = try change(drawn, new) else {
      return #expect(Bool(false), "the password is changed")
    }
    #expect(try desk.accounts.session(token) == nil)
    #expect(try desk.accounts.session(fresh)?.account.mustChangePassword == false)
    #expect(try desk.signIn("a", drawn) == .refused(.password))
    guard case .done = try desk.signIn("a", new) else {
      return #expect(Bool(false), "the new password is right")
    }
  }

  @Test func whatIsNoToken() throws {
    let desk = try Desk()
    for token in ["", "x", desk.accounts.anonymousToken(), "' OR 1=1 --"] {
      #expect(try desk.accounts.session(token) == nil)
    }
  }

  @Test func aCodeIsAskedForAgain() throws {
    let desk = try Desk()
    let secret = try desk.add("sup", .supervisor, .totp)
    let code = try desk.code(secret)
    func confirm(_ code: String) throws -> Bool {
      try desk.accounts.confirmSecond(login: "sup", code: code, address: "a")
    }
    #expect(try confirm(code))
    #expect(try !confirm(code), "a code works once")
    for _ in 0..<4 { #expect(try !confirm("000000")) }
    #expect(throws: AccountsError.tooMany(seconds: 900)) { try confirm(desk.code(secret, 1)) }
  }
}
