import GRDB
import Testing

@testable import TamgaRegister

/// What a statement is given is what the next one reads, and an error leaves nothing behind.
@Suite struct SQLiteSessionTests {
  private static func inTransaction(_ body: (SQLiteSession) throws -> Void) throws {
    try DatabaseQueue().writeWithoutTransaction { db in
      try db.execute(
        sql: "CREATE TABLE thing (id INTEGER PRIMARY KEY, n INTEGER, t TEXT UNIQUE, b BLOB) STRICT")
      try db.inTransaction(.immediate) {
        try body(SQLiteSession(db: db))
        return .commit
      }
    }
  }

  private static let insert = "INSERT INTO thing (n, t, b) VALUES (?, ?, ?)"
  private static let select = "SELECT n, t, b FROM thing WHERE id = ?"

  @Test(
    arguments: [
      (Int64.min, "", []), (Int64.max, "a\u{0}b", [0]), (0, "Ұлжан ʻ 🙂", [UInt8](0...255)),
      (-1, String(repeating: "ә", count: 40_000), [UInt8](repeating: 7, count: 100_000)),
    ] as [(Int64, String, [UInt8])])
  func valuesComeBack(number: Int64, text: String, bytes: [UInt8]) throws {
    try Self.inTransaction { session in
      let keys = try session.insert(Self.insert, each: [[number, text, bytes]], key: "id")
      let found = try session.rows(Self.select, [keys[0]]) {
        ($0.int(0), $0.text(1), $0.bytes(2), [$0.isNull(0), $0.isNull(1), $0.isNull(2)])
      }
      #expect(found.count == 1)
      #expect(found[0].0 == number && found[0].1 == text && found[0].2 == bytes)
      #expect(found[0].3 == [false, false, false], "an empty value is none that is missing")
    }
  }

  @Test func whatIsMissingIsMissing() throws {
    try Self.inTransaction { session in
      let none: [any SQLArgument] = [Int64?.none, String?.none, [UInt8]?.none]
      let keys = try session.insert(Self.insert, each: [none], key: "id")
      let found = try session.rows(Self.select, each: [[keys[0]], [keys[0] + 1]]) { row in
        (0..<3).map(row.isNull)
      }
      #expect(found == [[[true, true, true]], []])
    }
  }

  @Test func anErrorNamesItselfAndTheStatementGoesOn() throws {
    try Self.inTransaction { session in
      try session.execute(Self.insert, each: [[1, "a", [1]]])
      let error = #expect(throws: DatabaseError.self) {
        try session.execute(Self.insert, each: [[2, "b", [2]], [3, "a", [3]], [4, "c", [4]]])
      }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE)
      #expect(try session.execute(Self.insert, [5, "d", [5]]) == 1)
      let stored = try session.rows("SELECT n FROM thing ORDER BY n", []) { $0.int(0) }
      #expect(stored == [1, 2, 5])
    }
  }

  @Test func aWrongNumberOfArgumentsIsRefused() throws {
    try Self.inTransaction { session in
      #expect(throws: DatabaseError.self) { try session.execute(Self.insert, [1, "a"]) }
      #expect(throws: DatabaseError.self) {
        try session.execute(Self.insert, [1, "a", [UInt8(1)], 2])
      }
      let stored = try session.rows("SELECT n FROM thing", []) { $0.int(0) }
      #expect(stored.isEmpty)
    }
  }

  /// SQLite ends a transaction itself on some errors; what follows must not be stored alone.
  @Test func afterAnEndedTransactionNothingIsStored() throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "CREATE TABLE thing (n INTEGER) STRICT; BEGIN IMMEDIATE")
      let session = SQLiteSession(db: db)
      #expect(try session.execute("INSERT INTO thing VALUES (?)", [1]) == 1)
      try db.execute(sql: "ROLLBACK")
      let error = #expect(throws: DatabaseError.self) {
        try session.execute("INSERT INTO thing VALUES (?)", [2])
      }
      #expect(error?.resultCode == .SQLITE_ABORT)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM thing") == 0)
    }
  }
}
