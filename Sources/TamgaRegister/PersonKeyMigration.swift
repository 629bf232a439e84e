internal import TamgaDomain

/// Folds the keys of the persons that a register of the second schema holds.
enum PersonKeyMigration {
  /// Keys of one exchange with the database.
  private static let page = 5_000

  /// Idempotent: a key that is folded already becomes itself.
  static func run(_ session: any SQLSession) throws {
    var last: (key: String, serial: Int64) = ("", 0)
    while true {
      let rows = try session.rows(
        "SELECT key, serial FROM person WHERE (key, serial) > (?, ?) ORDER BY key, serial LIMIT ?",
        [last.key, last.serial, page]
      ) { (key: $0.text(0), serial: $0.int(1)) }
      guard let end = rows.last else { return }
      last = end
      let changes = rows.map { ($0, PersonKeys.folded($0.key)) }.filter { $1 != [$0.key] }
      try session.execute(
        "INSERT INTO person (key, serial) VALUES (?, ?) ON CONFLICT DO NOTHING",
        each: changes.flatMap { row, keys in keys.map { [$0, row.serial] } })
      try session.execute(
        "DELETE FROM person WHERE key = ? AND serial = ?",
        each: changes.map { row, _ in [row.key, row.serial] })
    }
  }
}
