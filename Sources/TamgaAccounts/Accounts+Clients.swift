public import TamgaDomain
internal import TamgaIssue
internal import TamgaRegister
internal import TamgaSeal

extension Accounts {
  /// What stands before every token of a client, so that one that was lost is found by scanners.
  static let clientPrefix = "tamga_"

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - bodies: Ids of issuing bodies that it is bound to; empty: all.
  ///   - until: The last day of its token, at the office; nil: no end.
  /// - Returns: Its token, which is told this once.
  /// - Throws: ``AccountsError``
  public func addClient(
    _ typed: String, scopes: Set<Scope>, bodies: [String] = [], until: CalendarDate? = nil
  ) throws(AccountsError) -> String {
    guard let name = Words.name(typed) else { throw .clientName }
    try check(bodies)
    let token = Self.clientPrefix + Drawn.token()
    let moment = now()
    let isNew = try changing { session in
      guard try !session.exists("SELECT 1 FROM account WHERE login = ?", [name]) else {
        return false
      }
      return try session.execute(
        """
        INSERT INTO account_client (name, token, scopes, bodies, until, made_at)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING
        """,
        [
          name, Drawn.digest(token), Words.text(scopes.map(\.rawValue)), Words.text(bodies),
          until?.iso, moment,
        ]) == 1
    }
    guard isNew else { throw .taken(name) }
    return token
  }

  /// Every client, by name.
  public func clients() throws(AccountsError) -> [Client] {
    try reading { session in
      try session.rows("SELECT \(Client.columns) FROM account_client ORDER BY name", []) {
        Client($0)
      }
    }
  }

  /// The client of a token; nil when there is none or its last day is over.
  public func client(token: String) throws(AccountsError) -> Client? {
    guard token.hasPrefix(Self.clientPrefix) else { return nil }
    let digest = Drawn.digest(token)
    let client = try reading { session in
      try session.first("SELECT \(Client.columns) FROM account_client WHERE token = ?", [digest]) {
        Client($0)
      }
    }
    guard let client, client.until.map({ today <= $0 }) ?? true else { return nil }
    return client
  }

  /// Removes a client: its token opens nothing any more.
  public func removeClient(_ typed: String) throws(AccountsError) {
    let name = Words.name(typed) ?? typed
    let isRemoved = try changing { session in
      try session.execute("DELETE FROM idempotency_key WHERE client = ?", [name])
      return try session.execute("DELETE FROM account_client WHERE name = ?", [name]) == 1
    }
    guard isRemoved else { throw .noClient(name) }
  }

  /// The day at the office.
  private var today: CalendarDate { configuration.zone.date(of: now()) }
}

extension Client {
  fileprivate static let columns = "name, scopes, bodies, until"

  /// Scopes of a newer version of Tamga open nothing here.
  fileprivate init(_ row: any SQLRow) {
    self.init(
      name: row.text(0), scopes: Set(Words.list(row.text(1)).compactMap(Scope.init(rawValue:))),
      bodies: Words.list(row.text(2)),
      until: row.optionalText(3).flatMap { CalendarDate(iso: $0) })
  }
}
