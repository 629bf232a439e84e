public import TamgaRegister

/// Decisions that workers on several machines share: a table beside the register.
///
/// A worker claims a group of records for the time of its lease (`FOR UPDATE SKIP LOCKED`: no worker
/// waits for another), settles them as `tamga issue` does, and stores their results. The records of
/// a killed worker come back when its lease ends; settling them again is safe, since the register
/// knows every decision. Times are the server's, so that the clocks of the workers do not count.
public final class DecisionQueue: Sendable {
  let register: PostgresRegister

  /// The queue in the schema of a register.
  public init(_ register: PostgresRegister) {
    self.register = register
  }

  /// Begins a batch, or finds it.
  public func begin(_ batch: String, severalSources: Bool) throws(RegisterError) {
    _ = try register.transaction { session in
      try session.execute(
        """
        INSERT INTO queue_batch (batch, several_sources) VALUES (?, ? <> 0)
        ON CONFLICT (batch) DO NOTHING
        """, [batch, severalSources ? 1 : 0])
    }
  }

  /// Adds records to a batch that is not open yet; those that are there already stay as they are.
  ///
  /// - Returns: How many are new.
  public func add(_ records: [QueuedRecord], to batch: String) throws(RegisterError) -> Int {
    try register.transaction { session in
      let new = try session.rows(
        """
        INSERT INTO decision_queue (batch, place, chain, decision, record_hash, source, line,
          start_line, start_column, record, outcome, result)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (batch, place) DO NOTHING
        RETURNING 1
        """,
        each: records.map { record in
          [
            batch, record.place, record.place, record.decision, record.recordHash, record.source,
            record.line, record.startLine, record.startColumn, record.bytes,
            record.result?.outcome, record.result?.json,
          ]
        }
      ) { _ in true }
      try session.execute(
        "INSERT INTO queue_key (batch, key, place) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        each: zip(records, new).flatMap { record, new in
          new.isEmpty ? [] : record.keys.map { [batch, $0, record.place] }
        })
      return new.joined().count
    }
  }

  /// Opens a batch for workers: all of its records are there. Opened again, it gives the records that
  /// failed another chance.
  public func open(_ batch: String) throws(RegisterError) {
    try openRecords(of: batch)
    register.keepStatistics(of: ["decision_queue", "queue_chain"])
  }

  private func openRecords(of batch: String) throws(RegisterError) {
    try register.transaction { session in
      let isOpen = try session.first(
        "SELECT CASE WHEN is_open THEN 1 ELSE 0 END FROM queue_batch WHERE batch = ? FOR UPDATE",
        [batch]
      ) { $0.int(0) == 1 }
      if isOpen == true {
        try Self.retryFailed(batch, session)
        try Self.notify(session)
        return
      }
      // A million records take longer than a statement of a run may.
      _ = try session.exists("SELECT set_config('statement_timeout', '0', true)", [])
      try Self.join(batch, session)
      try session.execute(
        """
        INSERT INTO queue_chain (batch, chain, is_done)
        SELECT batch, chain, bool_and(result IS NOT NULL) FROM decision_queue WHERE batch = ?
        GROUP BY batch, chain
        """, [batch])
      try session.execute("DELETE FROM queue_key WHERE batch = ?", [batch])
      try session.execute("UPDATE queue_batch SET is_open = true WHERE batch = ?", [batch])
      try Self.notify(session)
    }
  }

  // Records that share a key form a chain, named by the first of them.
  //
  // One pass over one table, whatever the server believes of its size: a join of keys and records was
  // planned by statistics of an empty table, and took minutes for a night.
  private static func join(_ batch: String, _ session: any SQLSession) throws {
    var chains = ChainSet()
    _ = try session.rows(
      """
      SELECT before, place FROM (
        SELECT lag(place) OVER (PARTITION BY key ORDER BY place) AS before, place
        FROM queue_key WHERE batch = ?) neighbours
      WHERE before IS NOT NULL
      """, [batch]
    ) { chains.join($0.int(0), $0.int(1)) }
    try session.execute(
      "UPDATE decision_queue SET chain = ? WHERE batch = ? AND place = ?",
      each: chains.moved.map { [$0.chain, batch, $0.place] })
  }

  private static func retryFailed(_ batch: String, _ session: any SQLSession) throws {
    try session.execute(
      """
      UPDATE queue_chain SET is_done = false, attempts = 0
      WHERE batch = ? AND is_done AND chain IN (
        SELECT chain FROM decision_queue WHERE batch = ? AND outcome = 'failed')
      """, [batch, batch])
    try session.execute(
      """
      UPDATE decision_queue SET outcome = NULL, result = NULL
      WHERE batch = ? AND outcome = 'failed'
      """, [batch])
  }

  /// Removes a batch with its records: personal data that is no longer needed.
  ///
  /// - Returns: False when there is none.
  public func remove(_ batch: String) throws(RegisterError) -> Bool {
    try register.transaction { session in
      try session.execute("DELETE FROM queue_batch WHERE batch = ?", [batch]) > 0
    }
  }

  /// Whether every record of every open batch has its result.
  public func isSettled() throws(RegisterError) -> Bool {
    try register.snapshot { session in
      try !session.exists(
        """
        SELECT 1 FROM queue_chain c JOIN queue_batch b ON b.batch = c.batch
        WHERE b.is_open AND NOT c.is_done
        """, [])
    }
  }

  /// The batches in the queue, oldest first; one of them when it is named.
  public func progress(of batch: String? = nil) throws(RegisterError) -> [QueueProgress] {
    try register.snapshot { session in
      try session.rows(
        """
        SELECT b.batch, CASE WHEN b.several_sources THEN 1 ELSE 0 END,
          CASE WHEN b.is_open THEN 1 ELSE 0 END, count(q.place), count(q.result),
          count(q.place) FILTER (WHERE q.result IS NULL AND c.leased_until > now())
        FROM queue_batch b LEFT JOIN decision_queue q ON q.batch = b.batch
        LEFT JOIN queue_chain c ON c.batch = q.batch AND c.chain = q.chain
        \(batch == nil ? "" : "WHERE b.batch = ?")
        GROUP BY b.batch ORDER BY b.added_at, b.batch
        """, batch.map { [$0] } ?? []
      ) { row in
        QueueProgress(
          batch: row.text(0), severalSources: row.int(1) == 1, isOpen: row.int(2) == 1,
          records: Int(row.int(3)), settled: Int(row.int(4)), held: Int(row.int(5)))
      }
    }
  }
}
