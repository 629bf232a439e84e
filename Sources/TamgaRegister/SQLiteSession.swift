internal import Foundation
internal import GRDB

/// A transaction of a SQLite file.
struct SQLiteSession: SQLSession {
  let db: Database

  var dialect: SQLDialect { .sqlite }

  func rows<Value>(
    _ sql: String, _ arguments: [any SQLArgument], _ read: (any SQLRow) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: bound(arguments))
    var values: [Value] = []
    while let row = try rows.next() { values.append(try read(SQLiteRow(row: row))) }
    return values
  }

  func rows<Value>(
    _ sql: String, each lists: [[any SQLArgument]], _ read: (any SQLRow) throws -> Value
  ) throws -> [[Value]] {
    try lists.map { try rows(sql, $0, read) }
  }

  func execute(_ sql: String, _ arguments: [any SQLArgument]) throws -> Int {
    try db.cachedStatement(sql: sql).execute(arguments: bound(arguments))
    return db.changesCount
  }

  func execute(_ sql: String, each lists: [[any SQLArgument]]) throws {
    for list in lists { _ = try execute(sql, list) }
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
