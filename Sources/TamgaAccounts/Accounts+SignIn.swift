internal import TamgaDomain
internal import TamgaIssue
internal import TamgaRegister

extension Accounts {
  /// Seconds in which the second factor must follow the password.
  static let secondFactorSeconds: Int64 = 300

  /// The first step: login and password. Costs the same for logins that there are and that there are
  /// not.
  ///
  /// - Parameter address: Where the request comes from, as text.
  /// - Throws: ``AccountsError`` of code `busy` or `storage`
  public func signIn(
    login: String, password: String, address: String
  ) throws(AccountsError) -> SignIn {
    let name = Words.name(login) ?? ""
    let subjects = [secrets.login(name.isEmpty ? login : name), secrets.address(address)]
    switch try begin(subjects) {
    case .wait(let seconds): return .tooMany(seconds: seconds)
    case .go(let moment):
      let stored = try reading { try StoredAccount.of(name, $0) }
      let isRight: Bool
      do {
        isRight = try passwords.isRight(password, stored?.password)
      } catch {
        // Nothing was looked at: no try.
        try takeBack(subjects, moment)
        throw error
      }
      guard let stored else { return .refused(.login) }
      guard isRight else { return .refused(.password) }
      guard !stored.account.isLocked else { return .refused(.locked) }
      let needsSecond =
        stored.account.role.needsSecondFactor || configuration.serve.secondFactor == .required
      guard stored.account.hasSecondFactor || !needsSecond else {
        return .refused(.noSecondFactor)
      }
      let isWhole = !stored.account.hasSecondFactor
      let token = Drawn.token()
      try changing { session in
        try self.takeBack(subjects, moment, session)
        if isWhole { try WrongTries.forget(subjects[0], session) }
        try Self.open(token, stored, isWhole: isWhole, at: moment, session)
        try WrongTries.sweep(at: moment, session)
      }
      return isWhole ? .done(token: token) : .second(token: token)
    }
  }

  /// The second step: the code of the second factor, once, to the token of the first.
  ///
  /// - Throws: ``AccountsError`` of code `busy` or `storage`
  public func second(
    token: String, code: String, address: String
  ) throws(AccountsError) -> SignIn {
    let first = Drawn.digest(token)
    let moment = now()
    let login = try reading { session in
      try session.first(
        """
        SELECT s.login FROM account_session s JOIN account a ON a.login = s.login
        WHERE s.token = ? AND s.is_whole = 0 AND s.made_at > ? AND s.version = a.version
          AND a.is_locked = 0
        """, [first, moment - Self.secondFactorSeconds]
      ) { $0.text(0) }
    }
    guard let login else { return .refused(.step) }
    let new = Drawn.token()
    switch try take(
      code, of: login, address,
      whenRight: { session, stored in
        // Whoever comes second with the same first step finds none.
        guard
          try session.execute(
            "DELETE FROM account_session WHERE token = ? AND is_whole = 0", [first]) == 1
        else { return false }
        try Self.open(new, stored, isWhole: true, at: moment, session)
        return true
      })
    {
    case .right: return .done(token: new)
    case .wrong: return .refused(.code)
    case .wait(let seconds): return .tooMany(seconds: seconds)
    }
  }

  /// Whether a signed-in person shows the second factor again, as a supervisor does for a proposal.
  /// A wrong code is a wrong try.
  ///
  /// - Throws: ``AccountsError`` of code `tooMany` while the account or the address is locked.
  public func confirmSecond(
    login: String, code: String, address: String
  ) throws(AccountsError) -> Bool {
    switch try take(code, of: login, address, whenRight: { _, _ in true }) {
    case .right: return true
    case .wrong: return false
    case .wait(let seconds): throw .tooMany(seconds: seconds)
    }
  }

  /// Changes the password of a signed-in person: every session of the account ends, and a new one begins.
  ///
  /// - Returns: `done` with the token of the new session, `refused` when the old one is wrong, or `tooMany`.
  /// - Throws: ``AccountsError`` of code `password`, `samePassword`, `busy` or `storage`
  public func changePassword(
    of login: String, old: String, new: String, address: String
  ) throws(AccountsError) -> SignIn {
    guard PasswordHash.length.contains(new.count) else { throw .password }
    guard old != new else { throw .samePassword }
    let subjects = [secrets.login(login), secrets.address(address)]
    switch try begin(subjects) {
    case .wait(let seconds): return .tooMany(seconds: seconds)
    case .go(let moment):
      let stored = try reading { try StoredAccount.of(login, $0) }
      let hash: String
      do {
        guard try passwords.isRight(old, stored?.password) else { return .refused(.password) }
        hash = try passwords.hash(new)
      } catch {
        try takeBack(subjects, moment)
        throw error
      }
      let token = Drawn.token()
      let isChanged = try changing { session in
        try self.takeBack(subjects, moment, session)
        let changed = try session.execute(
          """
          UPDATE account SET password = ?, must_change = 0, version = version + 1
          WHERE login = ? AND version = ? AND is_locked = 0
          """, [hash, login, stored?.version])
        guard changed == 1, let after = try StoredAccount.of(login, session) else { return false }
        try Self.endSessions(of: login, session)
        try Self.open(token, after, isWhole: true, at: moment, session)
        return true
      }
      return isChanged ? .done(token: token) : .refused(.locked)
    }
  }

  // MARK: tries

  private enum Beginning {
    /// Counted at this moment.
    case go(Int64)
    case wait(seconds: Int)
  }

  /// Counts a try before it is looked at.
  private func begin(_ subjects: [[UInt8]]) throws(AccountsError) -> Beginning {
    let moment = now()
    return try changing { session in
      var all = try subjects.map { try WrongTries.of($0, session) }
      if let wait = all.compactMap({ $0.wait(at: moment) }).max() { return .wait(seconds: wait) }
      for index in all.indices {
        all[index].count(at: moment)
        try all[index].store(subjects[index], at: moment, session)
      }
      return .go(moment)
    }
  }

  private func takeBack(_ subjects: [[UInt8]], _ moment: Int64) throws(AccountsError) {
    try changing { try self.takeBack(subjects, moment, $0) }
  }

  private func takeBack(
    _ subjects: [[UInt8]], _ moment: Int64, _ session: any SQLSession
  ) throws {
    for subject in subjects {
      var tries = try WrongTries.of(subject, session)
      tries.takeBack(moment)
      try tries.store(subject, at: moment, session)
    }
  }

  private enum Code {
    case right, wrong
    case wait(seconds: Int)
  }

  /// Takes a code, in one transaction with what follows from it.
  private func take(
    _ code: String, of login: String, _ address: String,
    whenRight: (any SQLSession, StoredAccount) throws -> Bool
  ) throws(AccountsError) -> Code {
    let subjects = [secrets.login(login), secrets.address(address)]
    let moment = now()
    return try changing { session in
      var all = try subjects.map { try WrongTries.of($0, session) }
      if let wait = all.compactMap({ $0.wait(at: moment) }).max() { return .wait(seconds: wait) }
      if let stored = try StoredAccount.of(login, session, isLocked: true),
        !stored.account.isLocked, let secret = stored.secret,
        let step = OneTimeCode.step(of: code, secret, at: moment, after: stored.step),
        try whenRight(session, stored)
      {
        try session.execute(
          "UPDATE account SET totp_step = ? WHERE login = ?", [step, login])
        try WrongTries.forget(subjects[0], session)
        return .right
      }
      for index in all.indices {
        all[index].count(at: moment)
        try all[index].store(subjects[index], at: moment, session)
      }
      return .wrong
    }
  }
}
