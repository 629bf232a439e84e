internal import TamgaDomain
package import TamgaLog

extension SQLRegister {
  public func events(
    of serial: Int64?, after sequence: Int64, limit: Int
  ) throws(RegisterError) -> [RegisterEvent] {
    try log(LogFilter(serial: serial), .after(sequence), limit: limit)
  }

  public func log(
    _ filter: LogFilter, _ cursor: LogCursor, limit: Int
  ) throws(RegisterError) -> [RegisterEvent] {
    try RegisterLimits.check(page: limit)
    var terms: [String] = []
    var arguments: [any SQLArgument] = []
    func add(_ term: String, _ value: (any SQLArgument)?) {
      guard let value else { return }
      terms.append(term)
      arguments.append(value)
    }
    var order = "sequence"
    switch cursor {
    case .after(let sequence): add("sequence > ?", sequence)
    case .before(let sequence):
      add("sequence < ?", sequence)
      order = "sequence DESC"
    }
    add("serial = ?", filter.serial)
    add("who = ?", filter.who)
    add("what = ?", filter.what)
    if let bodies = filter.bodies {
      let marks = bodies.map { _ in "?" }.joined(separator: ", ")
      let own =
        bodies.isEmpty
        ? "1 = 0"
        : "EXISTS (SELECT 1 FROM paper p WHERE p.serial = event.serial AND p.body IN (\(marks)))"
      terms.append("(serial IS NULL OR \(own))")
      arguments += bodies.map { $0 as any SQLArgument }
    }
    arguments.append(limit)
    let query = """
      SELECT sequence, at, who, what, serial, reason, reason_salt, reason_hash, detail, state, leaf
      FROM event WHERE \(terms.joined(separator: " AND ")) ORDER BY \(order) LIMIT ?
      """
    return try reading { session in
      try session.rows(query, arguments) { row in
        guard let leaf = TreeHash(row.bytes(10)) else { throw Self.damagedLog }
        return RegisterEvent(
          sequence: row.int(0), at: row.int(1), who: row.text(2), what: row.text(3),
          serial: row.optionalInt(4), reason: row.optionalText(5),
          reasonSalt: row.isNull(6) ? nil : row.bytes(6),
          reasonHash: row.isNull(7) ? nil : row.bytes(7), detail: row.text(8),
          state: row.isNull(9) ? nil : row.bytes(9), leaf: leaf)
      }
    }
  }

  public func logSize() throws(RegisterError) -> Int {
    try reading { session in
      Int(try session.first("SELECT coalesce(max(sequence), 0) FROM event", []) { $0.int(0) } ?? 0)
    }
  }

  public func lastChange() throws(RegisterError) -> Int64 {
    try reading { session in
      try session.first(
        "SELECT sequence FROM event WHERE what <> 'bundle' ORDER BY sequence DESC LIMIT 1", []
      ) { $0.int(0) } ?? 0
    }
  }

  public func leafHashes(_ range: Range<Int>) throws(RegisterError) -> [TreeHash] {
    try reading { try StoredNodes(session: $0).leafHashes(range) }
  }

  public func tileRoots(
    level: Int, _ range: Range<Int>
  ) throws(RegisterError) -> [TreeHash] {
    try reading { try StoredNodes(session: $0).tileRoots(level: level, range) }
  }

  public func keep(_ checkpoint: KeptCheckpoint) throws(RegisterError) {
    try transaction { session in
      _ = try session.execute(
        """
        INSERT INTO checkpoint (size, note, signed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
        """, [checkpoint.size, checkpoint.note, checkpoint.signedAt])
    }
  }

  public func checkpoints(
    after size: Int, limit: Int
  ) throws(RegisterError) -> [KeptCheckpoint] {
    try RegisterLimits.check(page: limit)
    return try reading { session in
      try session.rows(
        """
        SELECT size, note, signed_at FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?
        """, [size, limit]
      ) { KeptCheckpoint(size: Int($0.int(0)), note: $0.text(1), signedAt: $0.int(2)) }
    }
  }

  public func newestCheckpoint() throws(RegisterError) -> KeptCheckpoint? {
    try reading { session in
      try session.first(
        "SELECT size, note, signed_at FROM checkpoint ORDER BY size DESC LIMIT 1", []
      ) { KeptCheckpoint(size: Int($0.int(0)), note: $0.text(1), signedAt: $0.int(2)) }
    }
  }

  private static var damagedLog: RegisterError {
    RegisterError(
      .corrupt, at: "log", kk: "сақталған хэштің ұзындығы 32 байт емес",
      ru: "длина сохранённого хэша не 32 байта",
      en: "a stored hash has another length than 32 bytes", hint: .restoreBackup)
  }
}

/// The hashes of the log as they stand in the tables.
struct StoredNodes: TreeNodes {
  let session: any SQLSession

  func leafHashes(_ range: Range<Int>) throws -> [TreeHash] {
    try hashes(
      "SELECT leaf FROM event WHERE sequence > ? AND sequence <= ? ORDER BY sequence",
      [range.lowerBound, range.upperBound])
  }

  func tileRoots(level: Int, _ range: Range<Int>) throws -> [TreeHash] {
    try hashes(
      "SELECT hash FROM log_tile WHERE level = ? AND place >= ? AND place < ? ORDER BY place",
      [level, range.lowerBound, range.upperBound])
  }

  // A hash of another length counts as missing.
  private func hashes(_ sql: String, _ arguments: [any SQLArgument]) throws -> [TreeHash] {
    try session.rows(sql, arguments) { TreeHash($0.bytes(0)) }.compactMap(\.self)
  }
}
