internal import Foundation
internal import GRDB

/// A transaction of a SQLite file.
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
    let rows = try Row.fetchCursor(statement, arguments: bound(arguments))
    var values: [Value] = []
    while let row = try rows.next() { values.append(try read(SQLiteRow(row: row))) }
    return values
  }

  func execute(_ sql: String, _ arguments: [any SQLArgument]) throws -> Int {
    try db.cachedStatement(sql: sql).execute(arguments: bound(arguments))
    return db.changesCount
  }

  func execute(_ sql: String, each lists: [[any SQLArgument]]) throws {
    let statement = try db.cachedStatement(sql: sql)
    for list in lists { try statement.execute(arguments: bound(list)) }
  }

  // `RETURNING` makes SQLite build a table for the answer of each row.
  func insert(
    _ sql: String, each lists: [[any SQLArgument]], key: String
  ) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: sql)
    return try lists.map { list in
      try statement.execute(arguments: bound(list))
      return db.lastInsertedRowID
    }
  }

  // Of optionals: GRDB takes them twice as fast as values of one type.
  private func bound(_ arguments: [any SQLArgument]) -> StatementArguments {
    StatementArguments(
      arguments.map { argument -> (any DatabaseValueConvertible)? in
        switch argument.sqlValue {
        case .null: nil
        case .int(let value): value
        case .text(let value): value
        case .bytes(let value): Data(value)
        }
      })
  }
}

/// GRDB finds a column by its place much faster than by its name.
private struct SQLiteRow: SQLRow {
  let row: Row

  func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }
  func int(_ column: Int) -> Int64 { row[column] }
  func text(_ column: Int) -> String { row[column] }
  func bytes(_ column: Int) -> [UInt8] { Array(row[column] as Data) }
}
