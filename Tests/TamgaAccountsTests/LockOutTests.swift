import TamgaDomain
import Testing

@testable import TamgaAccounts

/// Five wrong tries lock the account and the address.
@Suite struct LockOutTests {
  /// The table of one subject: what is done, when, and for how long it is locked then.
  @Test func locksGrowToADay() {
    var tries = WrongTries()
    var moment: Int64 = 1000
    for minutes in [15, 30, 60, 120, 240, 480, 960, 1440, 1440] as [Int64] {
      for _ in 0..<4 { tries.count(at: moment) }
      #expect(tries.wait(at: moment) == nil)
      tries.count(at: moment)
      #expect(tries.wait(at: moment) == Int(minutes * 60))
      #expect(tries.wait(at: moment + minutes * 60 - 1) == 1)
      moment += minutes * 60
      #expect(tries.wait(at: moment) == nil)
    }
    // A day without a lock: as at the beginning.
    moment += WrongTries.longestLock
    for _ in 0..<5 { tries.count(at: moment) }
    #expect(tries.wait(at: moment) == 900)
  }

  @Test func slowTriesLockNothing() {
    var tries = WrongTries()
    for index in 0..<100 as Range<Int64> {
      tries.count(at: 1000 + index * 225)
      #expect(tries.wait(at: 1000 + index * 225) == nil, "\(index)")
    }
  }

  @Test func theFifthTryMayBeRight() {
    var tries = WrongTries()
    for moment in 1...5 as ClosedRange<Int64> { tries.count(at: moment) }
    #expect(tries.wait(at: 5) != nil)
    tries.takeBack(5)
    #expect(tries.wait(at: 5) == nil && tries.tries == [1, 2, 3, 4] && tries.locks == 0)
    tries.takeBack(99)
    #expect(tries.tries.count == 4)
  }

  @Test(arguments: Store.allCases) func accountAndAddress(_ store: Store) throws {
    let desk = try Desk(store)
    try desk.add("a")
    try desk.add("b")
    for _ in 0..<5 {
      #expect(try desk.signIn("a", "wrong horse battery", "evil") == .refused(.password))
    }
    // The account from everywhere, also with the right password, and everything from the address.
    #expect(try desk.signIn("a", Desk.password, "evil") == .tooMany(seconds: 900))
    #expect(try desk.signIn("a", Desk.password, "home") == .tooMany(seconds: 900))
    #expect(try desk.signIn("b", Desk.password, "evil") == .tooMany(seconds: 900))
    #expect(try desk.accounts.session(desk.enter("b", "home")) != nil)
    desk.wait(900)
    // Five more from the same address: twice as long for both.
    for _ in 0..<5 {
      #expect(try desk.signIn("a", "wrong horse battery", "evil") == .refused(.password))
    }
    #expect(try desk.signIn("a", Desk.password, "home") == .tooMany(seconds: 1800))
    desk.wait(1800)
    #expect(try desk.accounts.session(desk.enter("a", "home")) != nil)
    // The address may try again as well, and is known; the account has begun anew.
    for _ in 0..<5 {
      #expect(try desk.signIn("a", "wrong horse battery", "evil") == .refused(.password))
    }
    #expect(try desk.signIn("b", Desk.password, "evil") == .tooMany(seconds: 3600))
    #expect(try desk.signIn("a", Desk.password, "home") == .tooMany(seconds: 900))
    try desk.accounts.unlock("a")
    #expect(try desk.accounts.session(desk.enter("a", "home")) != nil)
  }

  /// Nobody learns from a lock which logins there are.
  @Test func unknownLoginsAreLockedToo() throws {
    let desk = try Desk()
    for index in 0..<5 {
      #expect(try desk.signIn("nobody", Desk.password, "\(index)") == .refused(.login))
    }
    #expect(try desk.signIn("NOBODY", Desk.password, "x") == .tooMany(seconds: 900))
  }

  /// Signing in with an account of one's own does not wipe what the address did.
  @Test func theAddressRemembersThroughSuccess() throws {
    let desk = try Desk()
    try desk.add("mine")
    for index in 0..<4 { _ = try desk.signIn("other\(index)", "wrong horse battery", "evil") }
    _ = try desk.enter("mine", "evil")
    #expect(try desk.signIn("other", "wrong horse battery", "evil") == .refused(.login))
    #expect(try desk.signIn("mine", Desk.password, "evil") == .tooMany(seconds: 900))
  }

  @Test func wrongCodesCount() throws {
    let desk = try Desk()
    let secret = try desk.add("sup", .supervisor, .totp)
    let first = try desk.begin("sup")
    for _ in 0..<5 {
      #expect(
        try desk.accounts.second(token: first, code: "000000", address: "a") == .refused(.code))
    }
    let code = try desk.code(secret)
    #expect(
      try desk.accounts.second(token: first, code: code, address: "b") == .tooMany(seconds: 900))
    #expect(try desk.signIn("sup", Desk.password, "b") == .tooMany(seconds: 900))
  }

  /// The right password alone does not forget wrong codes: who has it could try codes for ever.
  @Test func thePasswordDoesNotForgiveCodes() throws {
    let desk = try Desk()
    try desk.add("sup", .supervisor, .totp)
    for index in 0..<5 {
      let token = try desk.begin("sup", "home")
      let answer = try desk.accounts.second(token: token, code: "000000", address: "\(index)")
      #expect(answer == .refused(.code))
    }
    #expect(try desk.signIn("sup", Desk.password, "home") == .tooMany(seconds: 900))
  }

  @Test(arguments: Store.allCases) func aHundredAtOnceAreFive(_ store: Store) async throws {
    let desk = try Desk(store)
    try desk.add("a")
    let others = [desk.accounts, try desk.other()]
    let answers = try await withThrowingTaskGroup(of: SignIn.self) { group in
      for index in 0..<16 {
        group.addTask {
          try others[index % 2].signIn(
            login: "a", password: "wrong horse battery", address: "10.0.0.\(index)")
        }
      }
      return try await group.reduce(into: [SignIn]()) { $0.append($1) }
    }
    #expect(answers.filter { $0 == .refused(.password) }.count == 5)
    #expect(answers.filter { $0 == .tooMany(seconds: 900) }.count == 11)
  }
}
