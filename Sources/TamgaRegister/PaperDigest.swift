internal import Crypto

/// SHA-256 over all that the register says of a paper: each column of its row and the digest of its
/// seal, in a fixed order, each with its type and length. An event of the log carries it, so that a
/// changed row is found.
///
/// What names the person is covered through `record_hash` and the seal's digest, which stay when
/// retention removes the rest.
enum PaperDigest {
  /// Columns of `paper`, then `digest` of `seal`, `form` of `paper` and `digest` of `document_signature`.
  private static let columns: [Column] = [
    .int("serial"), .text("decision"), .int("part"), .bytes("record_hash"), .text("document"),
    .text("service"), .text("edition"), .text("languages"), .text("body"), .text("family"),
    .text("number"), .int("copy"), .text("series"), .int("series_serial"), .text("issue_date"),
    .text("valid_from"), .text("valid_until"), .int("previous"), .text("relation"), .int("list"),
    .int("position"), .text("state"), .int("status"), .int("status_before"), .int("ended_by"),
    .text("batch"), .int("reserved_at"), .int("issued_at"), .bytes("sha256"), .int("byte_count"),
    .int("pages"), .text("path"), .int("purged_at"),
  ]

  private struct Column {
    enum ValueType { case int, text, bytes }

    let name: String
    let type: ValueType

    static func int(_ name: String) -> Column { Column(name: name, type: .int) }
    static func text(_ name: String) -> Column { Column(name: name, type: .text) }
    static func bytes(_ name: String) -> Column { Column(name: name, type: .bytes) }
  }

  private static let select =
    "SELECT " + columns.map { "p." + $0.name }.joined(separator: ", ")
    + ", s.digest, p.form, d.digest FROM paper p LEFT JOIN seal s ON s.serial = p.serial"
    + " LEFT JOIN document_signature d ON d.serial = p.serial"

  /// The states of papers as this transaction sees them, by entry.
  static func states(
    _ session: any SQLSession, of serials: Set<Int64>
  ) throws -> [Int64: [UInt8]] {
    // A register of a former schema has not all of the tables, and logs things of no paper.
    guard !serials.isEmpty else { return [:] }
    let rows = try session.rows(
      select + " WHERE p.serial = ?", each: serials.sorted().map { [$0] }, state)
    return Dictionary(rows.joined().map { ($0.serial, $0.state) }) { first, _ in first }
  }

  /// A page of states by entry, those after `serial`.
  static func states(
    _ session: any SQLSession, after serial: Int64, limit: Int
  ) throws -> [(serial: Int64, state: [UInt8])] {
    try session.rows(
      select + " WHERE p.serial > ? ORDER BY p.serial LIMIT ?", [serial, limit], state)
  }

  private static func state(_ row: any SQLRow) -> (serial: Int64, state: [UInt8]) {
    var bytes = Bytes(capacity: 1_024)
    for index in columns.indices {
      if row.isNull(index) {
        bytes.add(nil)
      } else {
        switch columns[index].type {
        case .int: bytes.add(row.int(index))
        case .text: bytes.add(text: row.text(index))
        case .bytes: bytes.add(row.bytes(index))
        }
      }
    }
    let seal = columns.count
    bytes.add(row.isNull(seal) ? nil : row.bytes(seal))
    // Papers from before the form was kept have the digest that they had.
    if !row.isNull(seal + 1) { bytes.add(row.bytes(seal + 1)) }
    // As papers that nobody signs.
    if !row.isNull(seal + 2) { bytes.add(row.bytes(seal + 2)) }
    return (row.int(0), bytes.digest)
  }

  /// The digest of a seal as it is stored.
  static func seal(_ record: SealRecord, loggedAt moment: Int64) -> [UInt8] {
    var bytes = Bytes(capacity: 512)
    bytes.add(record.serial)
    bytes.add(record.cti)
    bytes.add(record.issuedAt)
    bytes.add(record.kid)
    bytes.add(text: record.checkCode)
    bytes.add(record.bytes)
    bytes.add(moment)
    return bytes.digest
  }

  /// The digest of a signature as it is stored.
  static func signature(_ record: SignatureRecord) -> [UInt8] {
    var bytes = Bytes(capacity: 16 << 10)
    bytes.add(record.serial)
    bytes.add(Int64(record.room))
    bytes.add(record.certificate)
    bytes.add(record.bytes)
    return bytes.digest
  }

  /// Values one after another so that no two lists of values give the same bytes.
  private struct Bytes {
    private var all: [UInt8] = []

    /// - Parameter capacity: Bytes that it will mostly have.
    init(capacity: Int) { all.reserveCapacity(capacity) }

    mutating func add(_ number: Int64) {
      all.append(UInt8(ascii: "i"))
      append(number)
    }

    mutating func add(_ value: [UInt8]?) {
      guard let value else { return all.append(UInt8(ascii: "n")) }
      all.append(UInt8(ascii: "b"))
      append(Int64(value.count))
      all += value
    }

    mutating func add(text: String) {
      var text = text
      text.withUTF8 { utf8 in
        all.append(UInt8(ascii: "b"))
        append(Int64(utf8.count))
        all += utf8
      }
    }

    private mutating func append(_ number: Int64) {
      for shift in (0..<8).reversed() {
        all.append(UInt8(truncatingIfNeeded: number >> Int64(8 * shift)))
      }
    }

    var digest: [UInt8] { Array(SHA256.hash(data: all)) }
  }
}
