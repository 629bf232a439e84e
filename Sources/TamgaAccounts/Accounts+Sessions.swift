internal import TamgaDomain
internal import TamgaRegister

extension Accounts {
  /// A session ends after so many seconds without a request.
  static let idleSeconds: Int64 = 20 * 60
  /// And at the latest so many after it began.
  static let longestSeconds: Int64 = 12 * 3600
  /// The moment of a request is kept when it is so much later than the one that is: most requests of a page
  /// write nothing.
  static let usedSeconds: Int64 = 5

  /// The session of a token, for one request of it; nil when there is none or it is over.
  ///
  /// - Throws: ``AccountsError`` of code `busy` or `storage`
  public func session(_ token: String) throws(AccountsError) -> DeskSession? {
    let digest = Drawn.digest(token)
    let moment = now()
    let found: (id: String, usedAt: Int64, account: Account)? = try reading { session in
      let row = try session.first(
        """
        SELECT id, login, version, made_at, used_at FROM account_session
        WHERE token = ? AND is_whole = 1
        """, [digest]
      ) {
        (
          id: $0.text(0), login: $0.text(1), version: $0.int(2), madeAt: $0.int(3),
          usedAt: $0.int(4)
        )
      }
      guard let row, moment - row.usedAt < Self.idleSeconds,
        moment - row.madeAt < Self.longestSeconds,
        let stored = try StoredAccount.of(row.login, session), stored.version == row.version,
        !stored.account.isLocked
      else { return nil }
      return (row.id, row.usedAt, stored.account)
    }
    guard let found else { return nil }
    if moment - found.usedAt >= Self.usedSeconds {
      try changing { session in
        try session.execute(
          "UPDATE account_session SET used_at = ? WHERE token = ? AND used_at < ?",
          [moment, digest, moment])
      }
    }
    return DeskSession(id: found.id, account: found.account, csrf: csrf(of: token))
  }

  /// Ends a session, or a sign-in that waits for its second step.
  public func end(_ token: String) throws(AccountsError) {
    let digest = Drawn.digest(token)
    try changing { session in
      try session.execute("DELETE FROM account_session WHERE token = ?", [digest])
    }
  }

  /// Keeps a new session; those that are over are removed.
  static func open(
    _ token: String, _ stored: StoredAccount, isWhole: Bool, at moment: Int64,
    _ session: any SQLSession
  ) throws {
    try session.execute(
      "DELETE FROM account_session WHERE used_at <= ?", [moment - idleSeconds])
    try session.execute(
      """
      INSERT INTO account_session (token, id, login, version, is_whole, made_at, used_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        Drawn.digest(token), String(Drawn.token().prefix(12)), stored.account.login,
        stored.version, isWhole ? 1 : 0, moment, moment,
      ])
  }

  static func endSessions(of login: String, _ session: any SQLSession) throws {
    try session.execute("DELETE FROM account_session WHERE login = ?", [login])
  }
}
