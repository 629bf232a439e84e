internal import GRDB
internal import GRDBSQLite

/// A transaction of a SQLite file.
///
/// Connections, transactions and the statements that are prepared once are GRDB's. A statement is bound, stepped and
/// read by SQLite's own functions, because GRDB makes a dictionary of the names of its columns for every answer and
/// a value of its own for every argument, which costs as much as all else that the register does.
struct SQLiteSession: SQLSession {
  let db: Database

  var dialect: SQLDialect { .sqlite }

  func rows<Value>(
    _ sql: String, _ arguments: [any SQLArgument], _ read: (any SQLRow) throws -> Value
  ) throws -> [Value] {
    try rows(db.cachedStatement(sql: sql), arguments, read)
  }

  func rows<Value>(
    _ sql: String, each lists: [[any SQLArgument]], _ read: (any SQLRow) throws -> Value
  ) throws -> [[Value]] {
    let statement = try db.cachedStatement(sql: sql)
    return try lists.map { try rows(statement, $0, read) }
  }

  private func rows<Value>(
    _ statement: Statement, _ arguments: [any SQLArgument],
    _ read: (any SQLRow) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try run(statement, arguments) { values.append(try read($0)) }
    return values
  }

  func execute(_ sql: String, _ arguments: [any SQLArgument]) throws -> Int {
    try run(db.cachedStatement(sql: sql), arguments)
    return db.changesCount
  }

  func execute(_ sql: String, each lists: [[any SQLArgument]]) throws {
    let statement = try db.cachedStatement(sql: sql)
    for list in lists { try run(statement, list) }
  }

  // `RETURNING` makes SQLite build a table for the answer of each row.
  func insert(
    _ sql: String, each lists: [[any SQLArgument]], key: String
  ) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: sql)
    return try lists.map { list in
      try run(statement, list)
      return db.lastInsertedRowID
    }
  }

  // MARK: a statement

  /// Runs a statement to its end.
  ///
  /// - Throws: `DatabaseError`, and what `row` throws.
  private func run(
    _ statement: Statement, _ arguments: [any SQLArgument],
    _ row: (SQLiteRow) throws -> Void = { _ in }
  ) throws {
    // Where SQLite ended the transaction itself, what follows would be stored without what came before.
    guard db.isInsideTransaction else {
      throw DatabaseError(resultCode: .SQLITE_ABORT, message: "Transaction was aborted")
    }
    let prepared = statement.sqliteStatement
    defer {
      sqlite3_reset(prepared)
      sqlite3_clear_bindings(prepared)
    }
    guard arguments.count == Int(sqlite3_bind_parameter_count(prepared)) else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "wrong number of arguments")
    }
    for (index, argument) in arguments.enumerated() {
      try check(Self.bind(argument.sqlValue, to: prepared, Int32(index + 1)), SQLITE_OK)
    }
    while true {
      let code = sqlite3_step(prepared)
      guard code == SQLITE_ROW else { return try check(code, SQLITE_DONE) }
      try row(SQLiteRow(statement: prepared))
    }
  }

  private func check(_ code: Int32, _ expected: Int32) throws {
    guard code == expected else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
  }

  /// SQLite takes a copy.
  private static func bind(
    _ value: SQLValue, to statement: SQLiteStatement, _ place: Int32
  ) -> Int32 {
    // safe: the value that `sqlite3.h` defines as SQLITE_TRANSIENT
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return sqlite3_bind_null(statement, place)
    case .int(let number): return sqlite3_bind_int64(statement, place, number)
    // Of an empty text there may be no address, which would be NULL.
    case .text(let text) where text.isEmpty:
      return sqlite3_bind_text(statement, place, "", 0, copied)
    case .text(var text):
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copied)
        }
      }
    case .bytes(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, place, 0) }
      return sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copied)
    }
  }
}

/// The row at which a statement stands.
private struct SQLiteRow: SQLRow {
  let statement: SQLiteStatement

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }

  func int(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

  func text(_ column: Int) -> String {
    // The bytes are counted after the text was asked for, which may convert it.
    guard let text = sqlite3_column_text(statement, Int32(column)) else { return "" }
    return String(
      decoding: UnsafeBufferPointer(start: text, count: count(column)), as: UTF8.self)
  }

  func bytes(_ column: Int) -> [UInt8] {
    Array(
      UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement, Int32(column)), count: count(column)))
  }

  private func count(_ column: Int) -> Int { Int(sqlite3_column_bytes(statement, Int32(column))) }
}
