internal import Foundation
internal import GRDB
internal import TamgaDomain

/// Reads entries. Every `SELECT` of papers begins with ``select``.
enum PaperRow {
  static let select = """
    SELECT p.*, e.number AS ended_number, e.copy AS ended_copy
    FROM paper p LEFT JOIN paper e ON e.serial = p.ended_by
    """

  static func one(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> PaperEntry? {
    let statement = try db.cachedStatement(sql: "\(select) \(condition)")
    return try Row.fetchOne(statement, arguments: arguments).map(entry)
  }

  static func all(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [PaperEntry] {
    let statement = try db.cachedStatement(sql: "\(select) \(condition)")
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var entries: [PaperEntry] = []
    while let row = try rows.next() { entries.append(try entry(row)) }
    return entries
  }

  static func one(_ db: Database, serial: Int64) throws -> PaperEntry? {
    try one(db, "WHERE p.serial = ?", [serial])
  }

  // The tables are STRICT, so that a column has its declared type; words are checked here.
  private static func entry(_ row: Row) throws -> PaperEntry {
    let serial: Int64 = row["serial"]
    func word<Word>(_ column: String, _ read: (String) -> Word?) throws -> Word {
      guard let word = read(row[column]) else { throw damaged(serial, column) }
      return word
    }
    func day(_ column: String) throws -> CalendarDate? {
      try row[column] == nil ? nil : word(column) { CalendarDate(iso: $0) }
    }
    guard let status = PaperStatus(rawValue: row["status"]) else { throw damaged(serial, "status") }
    return PaperEntry(
      serial: serial, decision: row["decision"], part: row["part"],
      recordHash: bytes(row["record_hash"]), document: row["document"],
      service: Service(rawValue: row["service"]), edition: row["edition"],
      languages: try word("languages") { text in
        let languages = text.split(separator: ",").map { Language(rawValue: String($0)) }
        return languages.contains(nil) ? nil : languages.compactMap { $0 }
      },
      issuingBody: row["body"],
      number: DocumentNumber(stored: row["number"], copy: row["copy"]),
      isAllotted: row["family"] == allottedFamily,
      issueDate: try word("issue_date") { CalendarDate(iso: $0) },
      validFrom: try day("valid_from"), validUntil: try day("valid_until"),
      previous: row["previous"],
      relation: try row["relation"] == nil ? nil : word("relation", Relation.init(rawValue:)),
      statusIndex: StatusIndex(list: row["list"], position: row["position"]),
      state: try word("state", PaperState.init(rawValue:)), status: status,
      endedBy: (row["ended_number"] as String?).map {
        DocumentNumber(stored: $0, copy: row["ended_copy"])
      },
      batch: row["batch"], reservedAt: row["reserved_at"], issuedAt: row["issued_at"],
      file: (row["path"] as String?).map {
        IssuedFile(
          sha256: bytes(row["sha256"]), byteCount: row["byte_count"], pages: row["pages"], path: $0)
      })
  }

  /// The family of allotted numbers, which are unique over all kinds.
  static let allottedFamily = ""

  static func damaged(_ serial: Int64, _ column: String) -> RegisterError {
    RegisterError(
      .corrupt, at: "entry \(serial)", "the value of \(column) is unknown",
      hint: "keep the file, restore the backup and compare the two")
  }

  static func seal(_ db: Database, serial: Int64) throws -> SealRecord? {
    let statement = try db.cachedStatement(
      sql: "SELECT cti, issued_at, kid, check_code, bytes FROM seal WHERE serial = ?")
    return try Row.fetchOne(statement, arguments: [serial]).map { row in
      SealRecord(
        serial: serial, cti: bytes(row[0]), issuedAt: row[1], kid: bytes(row[2]),
        checkCode: row[3], bytes: bytes(row[4]))
    }
  }

  /// The bytes of a blob that is never null.
  static func bytes(_ value: DatabaseValue) -> [UInt8] {
    if case .blob(let data) = value.storage { Array(data) } else { [] }
  }
}

extension [UInt8] {
  /// As SQLite takes a blob.
  var blob: DatabaseValue { withUnsafeBufferPointer { Data(buffer: $0) }.databaseValue }
}
