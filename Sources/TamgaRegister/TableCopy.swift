internal import Crypto
internal import Foundation

/// Copies the rows of tables from one database to another, and tells whether they are the same.
package enum TableCopy {
  /// Rows of one exchange.
  private static let page = 500

  /// What the rows of a table are, the same in every database.
  package struct Digest: Hashable, Sendable {
    package let table: String
    package let rows: Int
    /// SHA-256 over every value in the order of the primary key.
    package let sha256: [UInt8]
  }

  /// True when none of the tables has a row.
  package static func isEmpty(_ shapes: [TableShape], _ session: any SQLSession) throws -> Bool {
    try !shapes.contains { try session.exists("SELECT 1 FROM \($0.name) LIMIT 1", []) }
  }

  /// Copies every row into empty tables; both sessions hold their transaction until the end.
  ///
  /// - Returns: The digests of what was read.
  package static func copy(
    _ shapes: [TableShape], from source: any SQLSession, to target: any SQLSession
  ) throws -> [Digest] {
    let digests = try shapes.map { shape in
      var summer = RowSum()
      let columns = shape.columns.map(\.quoted).joined(separator: ", ")
      let marks = shape.columns.map { _ in "?" }.joined(separator: ", ")
      let insert = "INSERT INTO \(shape.name) (\(columns)) VALUES (\(marks))"
      try pages(shape, source) { rows in
        for row in rows { summer.add(row) }
        try target.execute(insert, each: rows.map(shape.withoutLate))
      }
      try fill(shape, from: source, to: target)
      return summer.digest(shape)
    }
    if let statement = target.dialect.keysFollow { _ = try target.exists(statement, []) }
    return digests
  }

  /// Fills in the columns that name rows further on.
  private static func fill(
    _ shape: TableShape, from source: any SQLSession, to target: any SQLSession
  ) throws {
    guard let first = shape.late.first else { return }
    func list(_ places: [Int], _ separator: String) -> String {
      places.map { shape.columns[$0].quoted + " = ?" }.joined(separator: separator)
    }
    let update =
      "UPDATE \(shape.name) SET \(list(shape.late, ", ")) WHERE \(list(shape.key, " AND "))"
    try pages(shape, source, where: "\(shape.columns[first].quoted) IS NOT NULL") { rows in
      try target.execute(update, each: rows.map { row in (shape.late + shape.key).map { row[$0] } })
    }
  }

  /// The digests of tables as they are.
  package static func digests(
    _ shapes: [TableShape], _ session: any SQLSession
  ) throws -> [Digest] {
    try shapes.map { shape in
      var summer = RowSum()
      try pages(shape, session) { rows in for row in rows { summer.add(row) } }
      return summer.digest(shape)
    }
  }

  private static func pages(
    _ shape: TableShape, _ session: any SQLSession, where condition: String? = nil,
    _ take: ([[SQLValue]]) throws -> Void
  ) throws {
    let columns = shape.columns.map(\.quoted).joined(separator: ", ")
    let key = shape.key.map { shape.columns[$0].quoted }.joined(separator: ", ")
    let after = "(\(key)) > (\(shape.key.map { _ in "?" }.joined(separator: ", ")))"
    var last: [SQLValue]?
    while true {
      let conditions = [shape.condition, condition, last == nil ? nil : after].compactMap(\.self)
      let words = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
      let rows = try session.rows(
        "SELECT \(columns) FROM \(shape.name)\(words) ORDER BY \(key) LIMIT ?",
        (last ?? []) + [SQLValue.int(Int64(page))]
      ) { row in shape.columns.indices.map { shape.value(row, $0) } }
      if !rows.isEmpty { try take(rows) }
      guard let end = rows.last, rows.count == page else { return }
      last = shape.key.map { end[$0] }
    }
  }
}

extension TableShape {
  fileprivate func value(_ row: any SQLRow, _ place: Int) -> SQLValue {
    if row.isNull(place) { return .null }
    return switch columns[place].type {
    case "INTEGER": .int(row.int(place))
    case "BLOB": .bytes(row.bytes(place))
    default: .text(row.text(place))
    }
  }

  fileprivate func withoutLate(_ row: [SQLValue]) -> [SQLValue] {
    var row = row
    for place in late { row[place] = .null }
    return row
  }
}

/// SHA-256 over rows: of each value its type, its length where it has one, and its bytes.
private struct RowSum {
  private var hash = SHA256()
  private var rows = 0

  mutating func add(_ row: [SQLValue]) {
    rows += 1
    var bytes: [UInt8] = []
    for value in row {
      switch value {
      case .null: bytes.append(0)
      case .int(let number):
        bytes.append(1)
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
      case .text(let text): Self.append(2, Array(text.utf8), to: &bytes)
      case .bytes(let blob): Self.append(3, blob, to: &bytes)
      }
    }
    hash.update(data: bytes)
  }

  private static func append(_ type: UInt8, _ value: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(type)
    withUnsafeBytes(of: UInt64(value.count).bigEndian) { bytes += $0 }
    bytes += value
  }

  func digest(_ shape: TableShape) -> TableCopy.Digest {
    TableCopy.Digest(table: shape.name, rows: rows, sha256: Array(hash.finalize()))
  }
}
