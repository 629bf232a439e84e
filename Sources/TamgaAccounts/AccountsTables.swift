internal import TamgaIssue
internal import TamgaRegister
internal import TamgaRegisterPostgres

/// Where accounts lie: transactions over the tables of ``AccountsSchema``.
protocol AccountsTables: Sendable {
  /// Runs `body` in one snapshot, which it may not change.
  func snapshot<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value

  /// Runs `body` in one transaction. It may be run again from its beginning, and what it throws is
  /// an error of the store: it returns what it has to say.
  func transaction<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value
}

extension SQLiteTables: AccountsTables {}
extension PostgresRegister: AccountsTables {}

/// The tables, in words that both databases have.
enum AccountsSchema {
  /// "TAMA": tells the file from a register's.
  static let application = 0x5441_4D41
  static let fileName = "accounts.sqlite"

  /// Opens the tables of an office: a file of its folder, or tables beside a register that several
  /// servers share.
  static func open(_ folder: String, _ place: RegisterPlace) throws(RegisterError)
    -> any AccountsTables
  {
    switch place {
    case .sqlite:
      return try SQLiteTables(
        path: folder + "/" + fileName, application: application, migrations: migrations)
    case .postgresql(let target):
      let register = try PostgresRegister(target, opening: .existing)
      try register.transaction { session in
        // Two servers may begin at once.
        _ = try session.exists("SELECT pg_advisory_xact_lock(\(application)) IS NULL", [])
        try session.execute(
          "CREATE TABLE IF NOT EXISTS accounts_schema (version BIGINT NOT NULL)", [])
        let version =
          try session.first("SELECT version FROM accounts_schema", []) { $0.int(0) } ?? 0
        for statement in migrations.dropFirst(Int(version)).joined() {
          try session.execute(translated(statement), [])
        }
        guard version < migrations.count else { return }
        try session.execute("DELETE FROM accounts_schema", [])
        try session.execute(
          "INSERT INTO accounts_schema (version) VALUES (?)", [migrations.count])
      }
      return register
    }
  }

  private static func translated(_ sql: String) -> String {
    sql.replacing(") STRICT", with: ")").replacing(/\bINTEGER\b/, with: "BIGINT")
      .replacing(/\bBLOB\b/, with: "BYTEA").replacing(/\bTEXT\b/, with: "TEXT COLLATE \"C\"")
  }

  /// The n-th list leads from schema n to n + 1.
  static let migrations: [[String]] = [
    [
      // bodies: ids with commas between; empty for all. password: argon2id in PHC's form.
      // totp_step: the step of the last code that was taken. version: sessions of another are over.
      """
      CREATE TABLE account (
        login TEXT NOT NULL PRIMARY KEY,
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        bodies TEXT NOT NULL,
        password TEXT NOT NULL,
        must_change INTEGER NOT NULL,
        totp BLOB,
        totp_step INTEGER NOT NULL,
        is_locked INTEGER NOT NULL,
        language TEXT,
        version INTEGER NOT NULL,
        made_at INTEGER NOT NULL
      ) STRICT
      """,
      // token: SHA-256 of what the browser holds. is_whole: 0 until the second factor was shown.
      """
      CREATE TABLE account_session (
        token BLOB NOT NULL PRIMARY KEY,
        id TEXT NOT NULL,
        login TEXT NOT NULL,
        version INTEGER NOT NULL,
        is_whole INTEGER NOT NULL,
        made_at INTEGER NOT NULL,
        used_at INTEGER NOT NULL
      ) STRICT
      """,
      "CREATE INDEX account_session_used ON account_session (used_at)",
      """
      CREATE TABLE account_client (
        name TEXT NOT NULL PRIMARY KEY,
        token BLOB NOT NULL UNIQUE,
        scopes TEXT NOT NULL,
        bodies TEXT NOT NULL,
        until TEXT,
        made_at INTEGER NOT NULL
      ) STRICT
      """,
      // subject: keyed hash of a login or an address. tries: moments with commas between.
      """
      CREATE TABLE account_attempt (
        subject BLOB NOT NULL PRIMARY KEY,
        tries TEXT NOT NULL,
        locks INTEGER NOT NULL,
        locked_until INTEGER NOT NULL,
        touched_at INTEGER NOT NULL
      ) STRICT
      """,
      "CREATE TABLE account_secret (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT",
      // key: SHA-256 of what the client sent. status: null while the answer is being made.
      """
      CREATE TABLE idempotency_key (
        client TEXT NOT NULL,
        key BLOB NOT NULL,
        body BLOB NOT NULL,
        begun_at INTEGER NOT NULL,
        status INTEGER,
        answer BLOB,
        PRIMARY KEY (client, key)
      ) STRICT
      """,
      "CREATE INDEX idempotency_key_begun ON idempotency_key (begun_at)",
      """
      CREATE TABLE proposal (
        id TEXT NOT NULL PRIMARY KEY,
        document TEXT NOT NULL,
        number TEXT NOT NULL,
        copy INTEGER NOT NULL,
        move TEXT NOT NULL,
        reason TEXT NOT NULL,
        form TEXT,
        proposer TEXT NOT NULL,
        bodies TEXT NOT NULL,
        proposed_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        event INTEGER NOT NULL,
        state TEXT NOT NULL,
        settled_by TEXT,
        settled_at INTEGER
      ) STRICT
      """,
      "CREATE INDEX proposal_state ON proposal (state, proposed_at)",
    ]
  ]
}
