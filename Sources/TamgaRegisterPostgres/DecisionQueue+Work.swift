public import TamgaRegister

extension DecisionQueue {
  /// Claims that failed before a chain is claimed alone: one record that brings a worker down takes
  /// no other with it.
  static let groupAttempts = 2

  /// Claims records of the oldest batch that has any, for `seconds`.
  ///
  /// - Parameters:
  ///   - limit: About how many; a chain is never divided.
  ///   - worker: Who asks, for those who look into the queue.
  /// - Returns: Nil when nothing waits now; others may still hold records.
  public func claim(
    _ limit: Int, by worker: String, for seconds: Int
  ) throws(RegisterError) -> QueueClaim? {
    try register.transaction { session in
      guard
        let (batch, several) = try session.first(
          """
          SELECT b.batch, CASE WHEN b.several_sources THEN 1 ELSE 0 END FROM queue_batch b
          WHERE b.is_open AND EXISTS (
            SELECT 1 FROM queue_chain c WHERE c.batch = b.batch AND NOT c.is_done
              AND (c.leased_until IS NULL OR c.leased_until < now()))
          ORDER BY b.added_at, b.batch LIMIT 1
          """, [], { ($0.text(0), $0.int(1) == 1) })
      else { return nil }
      let chains = try Self.chains(of: batch, limit, session)
      guard !chains.isEmpty else { return nil }
      try session.execute(
        """
        UPDATE queue_chain SET leased_by = ?, leased_until = now() + ? * interval '1 second',
          attempts = attempts + 1
        WHERE batch = ? AND chain = ?
        """, each: chains.map { [worker, seconds, batch, $0.chain] })
      let records = try session.rows(
        """
        SELECT place, decision, record_hash, source, line, start_line, start_column, record
        FROM decision_queue WHERE batch = ? AND chain = ? AND result IS NULL ORDER BY place
        """, each: chains.map { [batch, $0.chain] }, Self.record)
      let claimed = zip(chains, records).flatMap { chain, records in
        records.map { record in
          var record = record
          record.attempts = chain.attempts + 1
          return record
        }
      }
      return QueueClaim(
        batch: batch, severalSources: several, records: claimed.sorted { $0.place < $1.place },
        chains: chains.map(\.chain), worker: worker)
    }
  }

  // Rows that another worker is claiming at this moment are passed over, not waited for.
  private static func chains(
    of batch: String, _ limit: Int, _ session: any SQLSession
  ) throws -> [(chain: Int64, attempts: Int)] {
    let waiting = """
      SELECT chain, attempts FROM queue_chain
      WHERE batch = ? AND NOT is_done AND (leased_until IS NULL OR leased_until < now())
      """
    let order = "ORDER BY chain LIMIT ? FOR UPDATE SKIP LOCKED"
    let fresh = try session.rows(
      "\(waiting) AND attempts < ? \(order)", [batch, groupAttempts, limit]
    ) { (chain: $0.int(0), attempts: Int($0.int(1))) }
    if !fresh.isEmpty { return fresh }
    return try session.rows("\(waiting) \(order)", [batch, 1]) {
      (chain: $0.int(0), attempts: Int($0.int(1)))
    }
  }

  private static func record(_ row: any SQLRow) -> QueuedRecord {
    QueuedRecord(
      place: row.int(0), decision: row.optionalText(1), recordHash: row.bytes(2),
      source: row.text(3), line: Int(row.int(4)), startLine: Int(row.int(5)),
      startColumn: Int(row.int(6)), bytes: row.bytes(7), keys: [])
  }

  /// Lengthens the lease of a claim; a worker that is slow but alive keeps its records.
  public func extend(_ claim: QueueClaim, by seconds: Int) throws(RegisterError) {
    try register.transaction { session in
      try session.execute(
        """
        UPDATE queue_chain SET leased_until = now() + ? * interval '1 second'
        WHERE batch = ? AND chain = ? AND leased_by = ? AND NOT is_done
        """, each: claim.chains.sorted().map { [seconds, claim.batch, $0, claim.worker] })
    }
  }

  /// Stores results and gives the claim up: chains that have all of theirs are done, the others wait
  /// for the next claim. The first result of a record stays.
  ///
  /// - Parameters:
  ///   - results: By place; records of the claim that are left out wait on.
  ///   - pause: Seconds before the rest is claimed again.
  public func complete(
    _ claim: QueueClaim, _ results: [Int64: QueuedResult], pause: Int = 0
  ) throws(RegisterError) {
    try register.transaction { session in
      // The chains first: two workers with the same records never wait for each other in turn.
      _ = try session.rows(
        "SELECT 1 FROM queue_chain WHERE batch = ? AND chain = ? FOR UPDATE",
        each: claim.chains.sorted().map { [claim.batch, $0] }
      ) { _ in true }
      try session.execute(
        """
        UPDATE decision_queue SET outcome = ?, result = ?
        WHERE batch = ? AND place = ? AND result IS NULL
        """,
        each: results.sorted { $0.key < $1.key }.map { place, result in
          [result.outcome, result.json, claim.batch, place]
        })
      try session.execute(
        """
        UPDATE queue_chain c SET is_done = NOT EXISTS (
          SELECT 1 FROM decision_queue q
          WHERE q.batch = c.batch AND q.chain = c.chain AND q.result IS NULL)
        WHERE c.batch = ? AND c.chain = ?
        """, each: claim.chains.sorted().map { [claim.batch, $0] })
      try session.execute(
        """
        UPDATE queue_chain SET leased_by = NULL, leased_until = now() + ? * interval '1 second'
        WHERE batch = ? AND chain = ? AND leased_by = ?
        """, each: claim.chains.sorted().map { [pause, claim.batch, $0, claim.worker] })
    }
  }

  /// A page of settled records in the order of the batch.
  ///
  /// - Parameter body: Gets the record as it stood, and its result.
  public func results(
    of batch: String, after place: Int64, limit: Int
  ) throws(RegisterError) -> [(record: QueuedRecord, result: QueuedResult)] {
    try register.snapshot { session in
      try session.rows(
        """
        SELECT place, decision, record_hash, source, line, start_line, start_column, record,
          outcome, result
        FROM decision_queue WHERE batch = ? AND place > ? AND result IS NOT NULL
        ORDER BY place LIMIT ?
        """, [batch, place, limit]
      ) { row in
        (Self.record(row), QueuedResult(outcome: row.text(8), json: row.bytes(9)))
      }
    }
  }
}
