import Foundation
import Testing

/// Every column of every table of the register: whoever changes one value behind its back is found.
struct WatchedColumnsTests {
  /// Columns that tell nothing of a paper, and why nobody need watch them.
  static let unwatched: [String: String] = [
    "batch.input_hash": "the same input gets another folder, and finds its papers by their ids",
    "batch.name": "the same",
    "checkpoint.signed_at": "the order of the entries is what counts",
    "form.hash": "the sum of its files, which are compared",
  ]

  private struct Column: Hashable {
    let table: String
    let name: String
    let type: String
    var description: String { table + "." + name }
  }

  @Test func whoeverChangesAValueIsFound() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "12", "--seed", "41")
    try workshop.write("in.jsonl", samples.output)
    let batch = try workshop.issue("in.jsonl")
    try #require(batch.run.status == 0, "\(batch.run.errors)")
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "bundle")
    try #require(export.status == 0, "\(export.errors)")
    let clean = try workshop.tamga("register", "audit", "--office", "office", "--output", "out")
    try #require(clean.status == 0, "\(clean.text)")

    let columns = try Self.columns(workshop)
    #expect(columns.count > 80)
    #expect(Set(Self.unwatched.keys).isSubset(of: columns.map(\.description)))
    let whole = try workshop.data("office/register.sqlite")
    for column in columns {
      guard try Self.change(column, workshop) else { continue }
      let audit = try workshop.tamga("register", "audit", "--office", "office", "--output", "out")
      let isWatched = Self.unwatched[column.description] == nil
      #expect((audit.status != 0) == isWatched, "\(column.description)")
      try workshop.write("office/register.sqlite", whole)
    }
  }

  private static func columns(_ workshop: Workshop) throws -> [Column] {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      # What waits in the log of the database goes into its file.
      db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"):
        for _, name, kind, *_ in db.execute(f"PRAGMA table_info({table})"):
          print(table, name, kind)
      """
    return try Tool.text("python3", ["-c", script, workshop.path("office/register.sqlite")])
      .split(separator: "\n").map { line in
        let words = line.split(separator: " ").map(String.init)
        return Column(table: words[0], name: words[1], type: words[2])
      }
  }

  /// Changes the value in one row.
  ///
  /// - Returns: False when the table is empty, or has no place for another value.
  private static func change(_ column: Column, _ workshop: Workshop) throws -> Bool {
    let script = """
      import sqlite3, sys
      path, table, name, kind = sys.argv[1:]
      db = sqlite3.connect(path)
      for pragma in ["foreign_keys = OFF", "ignore_check_constraints = ON"]: db.execute("PRAGMA " + pragma)
      row = db.execute(f"SELECT * FROM {table} ORDER BY {name} IS NULL LIMIT 1").fetchone()
      if row is None: sys.exit()
      names = [c[1] for c in db.execute(f"PRAGMA table_info({table})")]
      old = row[names.index(name)]
      if kind == "INTEGER": new = (old or 0) + (1 if name in ("last", "papers") else 1000003)
      elif kind == "TEXT": new = (old or "") + "X"
      else: new = bytes(len(old) if old else 32)
      where = " AND ".join(f"{c} IS ?" for c in names)
      db.execute(f"UPDATE {table} SET {name} = ? WHERE {where}", (new, *row))
      db.commit()
      db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      print("changed")
      """
    return try Tool.text(
      "python3",
      [
        "-c", script, workshop.path("office/register.sqlite"), column.table, column.name,
        column.type,
      ]
    ).contains("changed")
  }
}
