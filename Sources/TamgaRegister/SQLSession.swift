/// One connection inside one transaction: all that the statements of the register ask of a database.
///
/// A statement is written once, in the words that SQLite and PostgreSQL share, with `?` for each
/// argument and never a value in its text; it is prepared once and kept under its text.
package protocol SQLSession {
  /// The few words that differ.
  var dialect: SQLDialect { get }

  /// Every row of the answer in order, read while it is there.
  func rows<Value>(
    _ sql: String, _ arguments: [any SQLArgument], _ read: (any SQLRow) throws -> Value
  ) throws -> [Value]

  /// The same statement once for each list of arguments, in order and in one exchange where the
  /// database is far away; the answers in the same order.
  func rows<Value>(
    _ sql: String, each lists: [[any SQLArgument]], _ read: (any SQLRow) throws -> Value
  ) throws -> [[Value]]

  /// Rows that were inserted, changed or deleted.
  @discardableResult
  func execute(_ sql: String, _ arguments: [any SQLArgument]) throws -> Int

  /// The same statement once for each list of arguments, in order and in one exchange where the
  /// database is far away.
  func execute(_ sql: String, each lists: [[any SQLArgument]]) throws

  /// Inserts a row for each list of arguments.
  ///
  /// - Parameter key: The column that the database numbers.
  /// - Returns: The keys of the rows, in the order of the lists.
  func insert(
    _ sql: String, each lists: [[any SQLArgument]], key: String
  ) throws -> [Int64]
}

extension SQLSession {
  /// The first row of the answer.
  package func first<Value>(
    _ sql: String, _ arguments: [any SQLArgument], _ read: (any SQLRow) throws -> Value
  ) throws -> Value? {
    try rows(sql, arguments, read).first
  }

  /// True when the answer has a row.
  package func exists(_ sql: String, _ arguments: [any SQLArgument]) throws -> Bool {
    try first(sql, arguments) { _ in true } ?? false
  }
}

/// A row of an answer; columns count from 0. The tables fix the types of their columns, so that
/// reading another type than the declared one is a fault of Tamga.
package protocol SQLRow {
  func isNull(_ column: Int) -> Bool
  func int(_ column: Int) -> Int64
  func text(_ column: Int) -> String
  func bytes(_ column: Int) -> [UInt8]
}

extension SQLRow {
  package func optionalInt(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
  package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
}

/// The four types that the tables have.
package enum SQLValue: Hashable, Sendable {
  case null
  case int(Int64)
  case text(String)
  case bytes([UInt8])
}

/// What can stand for a `?`.
package protocol SQLArgument {
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLArgument { package var sqlValue: SQLValue { self } }
extension Int: SQLArgument { package var sqlValue: SQLValue { .int(Int64(self)) } }
extension Int64: SQLArgument { package var sqlValue: SQLValue { .int(self) } }
extension String: SQLArgument { package var sqlValue: SQLValue { .text(self) } }
extension [UInt8]: SQLArgument { package var sqlValue: SQLValue { .bytes(self) } }
extension Optional: SQLArgument where Wrapped: SQLArgument {
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
