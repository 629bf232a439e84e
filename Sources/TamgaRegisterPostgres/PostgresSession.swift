internal import TamgaRegister

/// A transaction of a PostgreSQL register.
struct PostgresSession: SQLSession {
  let connection: PostgresConnection

  /// Rows are locked so that references to them may still be made (PostgreSQL, section 13.3.2).
  var dialect: SQLDialect { .postgres }

  func rows<Value>(
    _ sql: String, _ arguments: [any SQLArgument], _ read: (any SQLRow) throws -> Value
  ) throws -> [Value] {
    try rows(sql, each: [arguments], read)[0]
  }

  func rows<Value>(
    _ sql: String, each lists: [[any SQLArgument]], _ read: (any SQLRow) throws -> Value
  ) throws -> [[Value]] {
    var all: [[Value]] = []
    all.reserveCapacity(lists.count)
    try connection.run(sql, each: lists) { answer in
      var values: [Value] = []
      for row in answer.rows { values.append(try read(row)) }
      all.append(values)
    }
    return all
  }

  func execute(_ sql: String, _ arguments: [any SQLArgument]) throws -> Int {
    var changed = 0
    try connection.run(sql, each: [arguments]) { changed = $0.changed }
    return changed
  }

  func execute(_ sql: String, each lists: [[any SQLArgument]]) throws {
    try connection.run(sql, each: lists) { _ in }
  }

  func insert(
    _ sql: String, each lists: [[any SQLArgument]], key: String
  ) throws -> [Int64] {
    try rows("\(sql) RETURNING \(key)", each: lists) { $0.int(0) }.flatMap { $0 }
  }
}

extension SQLDialect {
  static let postgres = SQLDialect(
    rowLock: " FOR NO KEY UPDATE",
    seriesBegin: "INSERT INTO series (prefix, last) VALUES (?, 0) ON CONFLICT DO NOTHING",
    personLock: "SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL",
    logLock: "SELECT 1 FROM log_head WHERE one = 1 FOR NO KEY UPDATE",
    keysFollow: "SELECT setval(pg_get_serial_sequence('paper', 'serial'), max(serial)) FROM paper")
}
