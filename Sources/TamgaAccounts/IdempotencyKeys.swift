internal import TamgaRegister

/// Requests of clients that may come twice (`Idempotency-Key`): the second gets the first one's
/// answer, for 24 hours.
public struct IdempotencyKeys: Sendable {
  let accounts: Accounts

  /// What a key is when a request comes with it.
  public enum Beginning: Hashable, Sendable {
    /// Nobody has had it: the request is to be done, and ``finish(client:key:status:body:)`` or
    /// ``drop(client:key:)`` called.
    case new
    /// The same request is being done.
    case running
    /// The answer that was given.
    case same(status: Int, body: [UInt8])
    /// The key came with another body before.
    case other
  }

  static let life: Int64 = 24 * 3600
  /// After so many seconds the process that had a key is taken for dead. The decision's own id keeps
  /// a slow one from issuing twice.
  static let longestRun: Int64 = 60

  /// - Parameters:
  ///   - client: Who asks: two clients may choose the same key.
  ///   - bodyHash: SHA-256 of route and body.
  /// - Throws: ``AccountsError`` of code `busy` or `storage`
  public func begin(
    client: String, key: String, bodyHash: [UInt8]
  ) throws(AccountsError) -> Beginning {
    let key = Drawn.digest(key)
    let moment = accounts.now()
    return try accounts.changing { session in
      try session.execute(
        "DELETE FROM idempotency_key WHERE begun_at <= ?", [moment - Self.life])
      let inserted = try session.execute(
        """
        INSERT INTO idempotency_key (client, key, body, begun_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (client, key) DO NOTHING
        """, [client, key, bodyHash, moment])
      if inserted == 1 { return .new }
      let row = try session.first(
        "SELECT body, begun_at, status, answer FROM idempotency_key WHERE client = ? AND key = ?"
          + session.dialect.rowLock, [client, key]
      ) { row in
        (
          body: row.bytes(0), begunAt: row.int(1), status: row.optionalInt(2),
          answer: row.isNull(3) ? [] : row.bytes(3)
        )
      }
      // Removed between the two statements: it was finished by nobody.
      guard let row else { return .running }
      guard row.body == bodyHash else { return .other }
      if let status = row.status { return .same(status: Int(status), body: row.answer) }
      guard moment - row.begunAt >= Self.longestRun else { return .running }
      try session.execute(
        "UPDATE idempotency_key SET begun_at = ? WHERE client = ? AND key = ?",
        [moment, client, key])
      return .new
    }
  }

  /// For a server that starts: what runs was begun by one that has died, and whoever repeats it need not
  /// wait. Where another server of the office runs still, the decision's own id keeps both from issuing.
  public func takeRunningForDead() throws(AccountsError) {
    let dead = accounts.now() - Self.longestRun
    try accounts.changing { session in
      _ = try session.execute(
        "UPDATE idempotency_key SET begun_at = ? WHERE status IS NULL AND begun_at > ?",
        [dead, dead])
    }
  }

  /// Keeps the answer of a request that was begun.
  public func finish(
    client: String, key: String, status: Int, body: [UInt8]
  ) throws(AccountsError) {
    let key = Drawn.digest(key)
    try accounts.changing { session in
      _ = try session.execute(
        """
        UPDATE idempotency_key SET status = ?, answer = ?
        WHERE client = ? AND key = ? AND status IS NULL
        """, [status, body, client, key])
    }
  }

  /// Frees the key of a request that came to nothing, such as one that found the register locked.
  public func drop(client: String, key: String) throws(AccountsError) {
    let key = Drawn.digest(key)
    try accounts.changing { session in
      _ = try session.execute(
        "DELETE FROM idempotency_key WHERE client = ? AND key = ? AND status IS NULL",
        [client, key])
    }
  }
}
