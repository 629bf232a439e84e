public import TamgaDomain
internal import TamgaIssue
internal import TamgaRegister

/// What is told once when an account is made or reset.
public struct NewAccount: Hashable, Sendable {
  public let login: String
  public let role: Role
  /// Nil when it was given.
  public let password: String?
  /// Base32; nil without a second factor.
  public let totpSecret: String?
  /// What an authenticator reads as a picture.
  public let totpURI: String?
}

extension Accounts {
  /// How an account proves itself besides its password.
  public enum SecondFactor: String, CaseIterable, Sendable {
    case totp, none
  }

  /// Makes an account.
  ///
  /// - Parameters:
  ///   - bodies: Ids of issuing bodies that it is bound to; empty: all.
  ///   - password: Nil to draw one, which must be changed at the first sign-in.
  /// - Throws: ``AccountsError``
  public func add(
    login typed: String, role: Role, name: String = "", bodies: [String] = [],
    password: String? = nil, secondFactor: SecondFactor = .totp
  ) throws(AccountsError) -> NewAccount {
    guard let login = Words.name(typed) else { throw .login }
    guard name.count <= 128, PlainText.line(name) == name else { throw .text }
    try check(bodies)
    let isOptional = configuration.serve.secondFactor == .optional && !role.needsSecondFactor
    guard secondFactor == .totp || isOptional else { throw .secondFactor(role) }
    let drawn = password == nil ? Drawn.password() : nil
    let hash = try passwords.hash(password ?? drawn ?? "")
    let secret = secondFactor == .totp ? Drawn.bytes(OneTimeCode.secretBytes) : nil
    let moment = now()
    // What the log says of a client must never be read as said of a person.
    let isNew = try changing { session in
      guard try !session.exists("SELECT 1 FROM account_client WHERE name = ?", [login]) else {
        return false
      }
      return try session.execute(
        """
        INSERT INTO account (login, role, name, bodies, password, must_change, totp, totp_step,
          is_locked, language, version, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, NULL, ?, ?) ON CONFLICT (login) DO NOTHING
        """,
        [
          login, role.rawValue, name, Words.text(bodies), hash, drawn == nil ? 0 : 1, secret,
          Self.firstVersion(), moment,
        ]) == 1
    }
    guard isNew else { throw .taken(login) }
    return new(login, role, drawn, secret)
  }

  /// A removed account that is made anew must not find the sessions of the old one.
  private static func firstVersion() -> Int64 { Int64.random(in: 1...(1 << 52)) }

  private func new(
    _ login: String, _ role: Role, _ drawn: String?, _ secret: [UInt8]?
  ) -> NewAccount {
    NewAccount(
      login: login, role: role, password: drawn, totpSecret: secret.map(OneTimeCode.base32),
      totpURI: secret.map {
        OneTimeCode.address($0, login: login, office: configuration.office)
      })
  }

  /// Every account, by login.
  public func accounts() throws(AccountsError) -> [Account] {
    try reading { session in
      try session.rows("SELECT \(StoredAccount.columns) FROM account ORDER BY login", []) {
        StoredAccount($0)?.account
      }.compactMap(\.self)
    }
  }

  /// Nil when there is none.
  public func account(_ login: String) throws(AccountsError) -> Account? {
    try reading { try StoredAccount.of(login, $0)?.account }
  }

  /// Locks an account until it is unlocked; its sessions end at once.
  public func lock(_ login: String) throws(AccountsError) {
    try change(login, "is_locked = 1")
  }

  /// Unlocks an account, also where wrong tries had locked it.
  public func unlock(_ login: String) throws(AccountsError) {
    try change(login, "is_locked = 0")
  }

  /// Gives an account another role and other bodies; its sessions end at once.
  public func change(
    _ login: String, role: Role, bodies: [String]
  ) throws(AccountsError) {
    try check(bodies)
    if role.needsSecondFactor, try account(login)?.hasSecondFactor == false {
      throw .secondFactor(role)
    }
    try change(login, "role = ?, bodies = ?", [role.rawValue, Words.text(bodies)])
  }

  /// The language of the desk for an account; nil: the browser's. Sessions go on.
  public func setLanguage(
    of login: String, _ language: MessageLanguage?
  ) throws(AccountsError) {
    try changing { session in
      _ = try session.execute(
        "UPDATE account SET language = ? WHERE login = ?", [language?.rawValue, login])
    }
  }

  /// Gives an account a new password, and a new secret where it has a second factor; its sessions
  /// end, and wrong tries are forgotten.
  ///
  /// - Parameter password: Nil to draw one, which must be changed at the first sign-in.
  public func reset(
    _ login: String, password: String? = nil
  ) throws(AccountsError) -> NewAccount {
    let login = Words.name(login) ?? login
    guard let account = try account(login) else { throw .noAccount(login) }
    let drawn = password == nil ? Drawn.password() : nil
    let hash = try passwords.hash(password ?? drawn ?? "")
    let secret = account.hasSecondFactor ? Drawn.bytes(OneTimeCode.secretBytes) : nil
    try change(
      login, "password = ?, must_change = ?, totp = ?, totp_step = 0",
      [hash, drawn == nil ? 0 : 1, secret])
    return new(login, account.role, drawn, secret)
  }

  /// Removes an account; its name stays in the events of the log.
  public func remove(_ login: String) throws(AccountsError) {
    let login = Words.name(login) ?? login
    let subject = secrets.login(login)
    let isRemoved = try changing { session in
      try Self.endSessions(of: login, session)
      try WrongTries.forget(subject, session)
      return try session.execute("DELETE FROM account WHERE login = ?", [login]) == 1
    }
    guard isRemoved else { throw .noAccount(login) }
  }

  /// Changes a row; sessions of the account are over.
  private func change(
    _ login: String, _ columns: String, _ values: [any SQLArgument] = []
  ) throws(AccountsError) {
    let login = Words.name(login) ?? login
    let subject = secrets.login(login)
    let isThere = try changing { session in
      let changed = try session.execute(
        "UPDATE account SET \(columns), version = version + 1 WHERE login = ?", values + [login])
      guard changed == 1 else { return false }
      try Self.endSessions(of: login, session)
      try WrongTries.forget(subject, session)
      return true
    }
    guard isThere else { throw .noAccount(login) }
  }

  /// Bodies are those of `tamga.yaml`.
  func check(_ bodies: [String]) throws(AccountsError) {
    for body in bodies where configuration.bodies[body] == nil {
      throw .body(body, among: Array(configuration.bodies.keys))
    }
  }
}
