import Foundation
import GRDB
import TamgaDomain
import TamgaLog
import Testing

@testable import TamgaRegister
@testable import TamgaRegisterPostgres

/// Rows on their way from one database to another.
@Suite struct TableCopyTests {
  /// A register with a row in every table.
  private static func filled(_ folder: TemporaryFolder) throws -> SQLiteRegister {
    let register = try SQLiteRegister(path: folder.file, opening: .new)
    _ = try register.batch(inputHash: hash(3), today: day("2021-02-09"))
    _ = try register.add(
      [RegisteredBody(code: "ALA-MPS-01", name: Bilingual(kk: "а", ru: "б"))], by: clerk, at: noon)
    try register.issued(request("A"))
    let paper = try register.issued(request("B"))
    _ = try register.reserved(request("C", given: "KZ 17"))
    // It ends the one before, which so names a row further on.
    try register.issued(
      request("D") {
        $0.previous = paper.serial
        $0.relation = .reissues
        $0.personKeys = ["passport:KAZ:N1"]
        $0.searchKeys = ["name:sharma"]
      })
    _ = try register.nextSequence(by: clerk, at: noon)
    try register.keep(KeptCheckpoint(size: 1, note: "note", signedAt: noon))
    try register.acceptRestore(
      LostEntries(signed: 900, root: .empty, entries: 5), by: clerk, reason: "disk lost", at: noon)
    try OpeningTests.sql(
      folder.file,
      """
      INSERT OR IGNORE INTO log_tile VALUES (1, 0, zeroblob(32));
      INSERT OR IGNORE INTO kind VALUES ('k', 'C', 'grant', 'а', 'б', 'c');
      INSERT OR IGNORE INTO form (hash, edition, files) VALUES (zeroblob(32), 'e', 'f');
      INSERT OR IGNORE INTO person VALUES ('p', 1);
      INSERT OR IGNORE INTO search_key VALUES ('s', 1);
      INSERT INTO document_signature VALUES (1, 9, zeroblob(32), zeroblob(7), zeroblob(32));
      INSERT INTO signing_certificate VALUES (0, 'ALA-MPS-01', zeroblob(7), zeroblob(8));
      """)
    return register
  }

  private static func digests(_ register: some SQLRegister) throws -> [TableCopy.Digest] {
    try register.snapshot { try TableCopy.digests(Self.shapes(), $0) }
  }

  private static func shapes() throws -> [TableShape] {
    let folder = try TemporaryFolder()
    return try SQLiteRegister(path: folder.file, opening: .new).snapshot {
      try TableShape.read(TableShape.ofRegister, $0)
    }
  }

  /// A table that a later schema adds must be named here, or its rows would stay behind.
  @Test func everyTableIsCopied() throws {
    let folder = try TemporaryFolder()
    let names = try SQLiteRegister(path: folder.file, opening: .new).snapshot {
      try TableShape.names($0)
    }
    #expect(Set(names) == Set(TableShape.ofRegister) && names.count == TableShape.ofRegister.count)
  }

  @Test func everyTableOfTheExampleHasRows() throws {
    let folder = try TemporaryFolder()
    for digest in try Self.digests(Self.filled(folder)) {
      #expect(digest.rows > 0, "\(digest.table)")
    }
  }

  @Test func whatIsCopiedIsTheSame() throws {
    let (from, to) = (try TemporaryFolder(), try TemporaryFolder())
    let source = try Self.filled(from)
    let target = try SQLiteRegister(path: to.file, opening: .new)
    let shapes = try Self.shapes()
    let given = try source.snapshot { source in
      try target.transaction { target in
        #expect(try TableCopy.isEmpty(shapes, target))
        return try TableCopy.copy(shapes, from: source, to: target)
      }
    }
    #expect(try given == Self.digests(source) && given == Self.digests(target))
    #expect(try !target.snapshot { try TableCopy.isEmpty(shapes, $0) })
    #expect(try source.fingerprints(after: 0, limit: 9) == target.fingerprints(after: 0, limit: 9))
    // The next paper gets the next number of both.
    let (one, other) = (try source.issued(request("E")), try target.issued(request("E")))
    #expect(one.number == other.number && one.serial == other.serial)
  }

  @Test(.enabled(if: PostgresServer.isHere, PostgresServer.absent)) func throughPostgreSQL() throws
  {
    let (from, to) = (try TemporaryFolder(), try TemporaryFolder())
    let source = try Self.filled(from)
    let middle = try PostgresServer.open(from.schema)
    let target = try SQLiteRegister(path: to.file, opening: .new)
    let shapes = try Self.shapes()
    let given = try source.snapshot { source in
      try middle.transaction { try TableCopy.copy(shapes, from: source, to: $0) }
    }
    #expect(try Self.digests(middle) == given)
    _ = try middle.snapshot { middle in
      try target.transaction { try TableCopy.copy(shapes, from: middle, to: $0) }
    }
    #expect(try Self.digests(target) == given)
    let (one, other) = (try middle.issued(request("E")), try target.issued(request("E")))
    #expect(one.number == other.number && one.serial == other.serial)
  }

  /// Whatever value of whatever table changes, its digest does.
  @Test func aChangedValueIsSeen() throws {
    let folder = try TemporaryFolder()
    let register = try Self.filled(folder)
    let before = try Self.digests(register)
    for (place, shape) in try Self.shapes().enumerated() {
      for column in shape.columns {
        let value =
          switch column.type {
          case "INTEGER": "coalesce(\(column.quoted), 0) + 1000003"
          case "BLOB": "CAST(coalesce(\(column.quoted), x'') || x'01' AS BLOB)"
          default: "coalesce(\(column.quoted), '') || 'x'"
          }
        let queue = try DatabaseQueue(path: folder.file)
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
          try db.inTransaction {
            try db.execute(
              sql: """
                UPDATE \(shape.name) SET \(column.quoted) = \(value)
                WHERE rowid IN (SELECT rowid FROM \(shape.name) LIMIT 1)
                """.replacing(
                  "WHERE rowid IN (SELECT rowid FROM \(shape.name) LIMIT 1)",
                  with: ["person", "search_key", "log_tile"].contains(shape.name)
                    ? "" : "WHERE rowid IN (SELECT rowid FROM \(shape.name) LIMIT 1)"))
            let after = try TableCopy.digests([shape], SQLiteSession(db: db))
            #expect(after[0] != before[place], "\(shape.name).\(column.name)")
            return .rollback
          }
        }
      }
    }
    #expect(try Self.digests(register) == before)
  }

  @Test func aCopyOfTheFileIsTheSame() throws {
    let folder = try TemporaryFolder()
    let register = try Self.filled(folder)
    let path = folder.path + "/copy.sqlite"
    try register.copy(to: path)
    let copy = try SQLiteRegister(path: path, opening: .readOnly)
    #expect(try Self.digests(copy) == Self.digests(register))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(code { try register.copy(to: path) } != nil, "nothing is written over")
  }

  @Test func whoIsAloneShutsOthersOut() throws {
    let folder = try TemporaryFolder()
    do {
      let first = try SQLiteRegister(path: folder.file, opening: .new)
      _ = try SQLiteRegister(path: folder.file, opening: .existing)
      #expect(code { try SQLiteRegister(path: folder.file, opening: .alone) } == .busy)
      _ = try first.logSize()
    }
    do {
      let alone = try SQLiteRegister(path: folder.file, opening: .alone)
      #expect(code { try SQLiteRegister(path: folder.file, opening: .existing) } == .busy)
      _ = try SQLiteRegister(path: folder.file, opening: .readOnly)
      _ = try alone.logSize()
    }
    _ = try SQLiteRegister(path: folder.file, opening: .existing)
  }
}
