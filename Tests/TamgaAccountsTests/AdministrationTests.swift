import TamgaDomain
import TamgaIssue
import TamgaSeal
import Testing

@testable import TamgaAccounts

@Suite struct AdministrationTests {
  @Test(arguments: Role.allCases) func secondFactorByRole(_ role: Role) throws {
    let lax = try Desk()
    let strict = try Desk(serve: "proxies: [10.1.2.3]")
    #expect(throws: AccountsError.secondFactor(role)) { try strict.add("x", role) }
    if [.operator, .clerk].contains(role) {
      #expect(try lax.add("x", role) == nil)
    } else {
      #expect(throws: AccountsError.secondFactor(role)) { try lax.add("x", role) }
    }
    #expect(try strict.add("y", role, .totp)?.count == 32)
  }

  @Test(arguments: ["", "-x", "a b", "жанар", "a/b", "a\n", String(repeating: "a", count: 65)])
  func whatIsNoName(_ name: String) throws {
    let desk = try Desk()
    #expect(throws: AccountsError.login) { try desk.add(name) }
    #expect(throws: AccountsError.clientName) {
      try desk.accounts.addClient(name, scopes: [.verify])
    }
  }

  @Test(arguments: [11, 12, 256, 257]) func lengthOfAPassword(_ count: Int) throws {
    let desk = try Desk()
    let isRight = (12...256).contains(count)
    let made = Result {
      try desk.accounts.add(
        login: "x", role: .clerk, password: String(repeating: "қ", count: count),
        secondFactor: .none)
    }
    #expect(((try? made.get()) != nil) == isRight)
    #expect(try desk.accounts.accounts().count == (isRight ? 1 : 0))
  }

  @Test func namesAndBodies() throws {
    let desk = try Desk()
    _ = try desk.accounts.add(
      login: "Aigul", role: .clerk, name: "Айгүл С.", bodies: ["ALA-MPS-01"],
      secondFactor: .none)
    #expect(throws: AccountsError.taken("aigul")) { try desk.add("AIGUL") }
    #expect(throws: AccountsError.self) {
      try desk.accounts.add(login: "b", role: .clerk, bodies: ["NOWHERE"])
    }
    #expect(throws: AccountsError.text) {
      try desk.accounts.add(login: "b", role: .clerk, name: "a\nb")
    }
    _ = try desk.accounts.addClient("burkit", scopes: [.feed])
    #expect(throws: AccountsError.taken("burkit"), "the log must tell a person from a client") {
      try desk.add("burkit")
    }
    #expect(throws: AccountsError.taken("aigul")) {
      try desk.accounts.addClient("aigul", scopes: [.feed])
    }
    for work in [desk.accounts.lock, desk.accounts.unlock, desk.accounts.remove] {
      #expect(throws: AccountsError.noAccount("nobody")) { try work("nobody") }
    }
    #expect(throws: AccountsError.noAccount("nobody")) { try desk.accounts.reset("nobody") }
    let account = try #require(try desk.accounts.accounts().first)
    #expect(account.login == "aigul" && account.name == "Айгүл С.")
    #expect(account.covers("ALA-MPS-01") && !account.covers("ALA-AKIM-01"))
    #expect(account.mustChangePassword && !account.hasSecondFactor && !account.isLocked)
  }

  @Test(arguments: Store.allCases) func clients(_ store: Store) throws {
    let desk = try Desk(store)
    let today = desk.configuration.zone.date(of: desk.now)
    let accounts = desk.accounts
    let burkit = try accounts.addClient("burkit", scopes: [.feed, .metrics])
    let until = try accounts.addClient(
      "sc", scopes: [.papers], bodies: ["ALA-SC-01"], until: today)
    let ended = try accounts.addClient(
      "old", scopes: [.issue], until: today.adding(days: -1))
    #expect(burkit.hasPrefix("tamga_") && burkit.count == 49)
    #expect(try accounts.client(token: burkit)?.scopes == [.feed, .metrics])
    #expect(try accounts.client(token: until)?.covers("ALA-MPS-01") == false)
    #expect(try accounts.client(token: ended) == nil)
    #expect(try accounts.client(token: burkit + "x") == nil)
    #expect(try accounts.client(token: "") == nil)
    desk.wait(86_400)
    #expect(try accounts.client(token: until) == nil)
    #expect(throws: AccountsError.taken("burkit")) {
      try accounts.addClient("Burkit", scopes: [.feed])
    }
    try accounts.removeClient("burkit")
    #expect(try desk.other().client(token: burkit) == nil)
    #expect(throws: AccountsError.noClient("burkit")) { try accounts.removeClient("burkit") }
    #expect(try accounts.clients().map(\.name) == ["old", "sc"])
  }

  @Test func proxiesAreAddresses() throws {
    let desk = try Desk(serve: "proxies: [10.1.2.3, \"2001:DB8:0::1\"]")
    #expect(desk.configuration.serve.proxies == ["10.1.2.3", "2001:db8::1"])
    #expect(desk.configuration.serve.secondFactor == .required)
    for wrong in ["proxies: [proxy.kz]", "proxies: [10.1.2.0/24]", "secondFactor: never", "x: 1"] {
      #expect(throws: (any Error).self, "\(wrong)") { try Desk(serve: wrong) }
    }
  }
}
