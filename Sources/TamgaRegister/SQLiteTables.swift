internal import Foundation
internal import GRDB
internal import TamgaFiles

/// Tables in a SQLite file of their own, beside the register: written in the same statements and
/// answered by the same sessions.
///
/// The file is in WAL mode, every transaction is flushed before it counts, and its mode is 0600.
package final class SQLiteTables: Sendable {
  package let path: String
  let pool: DatabasePool
  private let lock: FileLock?
  /// Seconds that a transaction waits for another process.
  private static let busyTimeout = 10.0

  /// Opens the file, or makes it.
  ///
  /// - Parameters:
  ///   - application: Tells the file from another application's (SQLite file format, 1.3.14).
  ///   - migrations: The n-th list of statements leads from schema n to n + 1; a released one is never
  ///     edited.
  ///   - isAlone: Whether the caller holds the register beside it for itself (``SQLiteRegister/Opening/alone``).
  package init(
    path: String, application: Int, migrations: [[String]], isAlone: Bool = false
  ) throws(RegisterError) {
    self.path = path
    lock = isAlone ? nil : try SQLiteRegister.lock(beside: path, alone: false)
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.busyTimeout)
    do {
      // SQLite gives its journal files the mode of the database.
      let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
      if descriptor >= 0 { close(descriptor) }
      pool = try SQLiteRegister.pool(path, configuration)
      try pool.writeWithoutTransaction { db in
        // The pool sets NORMAL, which loses the last transactions when the power fails.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try db.inTransaction(.immediate) {
          try Self.migrate(db, path, application, migrations)
          return .commit
        }
      }
    } catch {
      throw RegisterError(error, at: path, seconds: Self.busyTimeout)
    }
  }

  private static func migrate(
    _ db: Database, _ path: String, _ application: Int, _ migrations: [[String]]
  ) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found == application || found == 0 && version == 0 else {
      throw RegisterError(
        .notARegister, at: path, kk: "файл басқа бағдарламаныкі", ru: "это файл другой программы",
        en: "the file is another application's")
    }
    guard version <= migrations.count else {
      throw RegisterError(
        .newerSchema, at: path,
        kk: "файлдың схемасы \(version), ал бұл нұсқа \(migrations.count) схемасын біледі",
        ru: "у файла схема \(version), а эта версия знает \(migrations.count)",
        en: "the file has schema \(version), and this version knows \(migrations.count)",
        hint: .newerProgram)
    }
    for statements in migrations[version...] {
      for statement in statements { try db.execute(sql: statement) }
    }
    try db.execute(sql: "PRAGMA application_id = \(application)")
    try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
  }

  /// Runs `body` in one snapshot.
  package func snapshot<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value {
    do {
      return try pool.read { try body(SQLiteSession(db: $0)) }
    } catch {
      throw RegisterError(error, at: path, seconds: Self.busyTimeout)
    }
  }

  /// Runs `body` in one `BEGIN IMMEDIATE` transaction: all of it is stored, or nothing.
  package func transaction<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value {
    do {
      return try pool.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(SQLiteSession(db: db))
          return .commit
        }
        return value!  // safe: the transaction ran its body or threw
      }
    } catch {
      throw RegisterError(error, at: path, seconds: Self.busyTimeout)
    }
  }
}
