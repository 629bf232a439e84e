/// A table as it is copied from one database to another, read from SQLite: PostgreSQL's tables are made
/// from the same statements.
package struct TableShape: Sendable {
  struct Column: Sendable {
    let name: String
    let type: String

    var quoted: String { "\"\(name)\"" }
  }

  package let name: String
  let columns: [Column]
  /// Places of the columns of the primary key.
  let key: [Int]
  /// Places of columns that may name a row further on: they are filled in when every row is there.
  let late: [Int]
  /// The rows that say something; nil for all.
  let condition: String?

  /// The tables of a register, in an order in which every row finds those that it names.
  package static let ofRegister = [
    "series", "status_list", "batch", "bundle_sequence", "paper", "record", "person", "seal",
    "event",
    "log_tile", "checkpoint", "issuing_body", "skipped_numbers", "accepted_restore", "kind", "form",
    "search_key", "document_signature", "signing_certificate",
  ]

  /// Reads the shapes of tables.
  ///
  /// - Parameter session: Of SQLite.
  package static func read(_ names: [String], _ session: any SQLSession) throws -> [TableShape] {
    try names.map { name in
      let columns = try session.rows(
        "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", [name]
      ) { (column: Column(name: $0.text(0), type: $0.text(1)), key: $0.int(2)) }
      let isPaper = name == "paper"
      return TableShape(
        name: name, columns: columns.map(\.column),
        key: columns.indices.filter { columns[$0].key > 0 }.sorted {
          columns[$0].key < columns[$1].key
        },
        late: columns.indices.filter {
          isPaper && ["ended_by", "status_before"].contains(columns[$0].column.name)
        },
        // PostgreSQL locks a series by its row before the first number is given.
        condition: name == "series" ? "last >= 1" : nil)
    }
  }

  /// The names of the tables of a SQLite file, but for SQLite's own.
  package static func names(_ session: any SQLSession) throws -> [String] {
    try session.rows(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name
      """, []
    ) { $0.text(0) }
  }
}
