internal import Foundation
internal import GRDB
internal import TamgaDomain

/// Reads entries. Every `SELECT` of papers begins with ``select``.
enum PaperRow {
  static let select = """
    SELECT p.serial, p.decision, p.part, p.record_hash, p.document, p.service, p.edition,
      p.languages, p.body, p.family, p.number, p.copy, p.issue_date, p.valid_from,
      p.valid_until, p.previous, p.relation, p.list, p.position, p.state, p.status,
      p.batch, p.reserved_at, p.issued_at, p.sha256, p.byte_count, p.pages, p.path,
      e.number, e.copy
    FROM paper p LEFT JOIN paper e ON e.serial = p.ended_by
    """

  /// The columns of ``select`` in its order: GRDB finds a column by its place much faster than by
  /// its name.
  fileprivate enum Column: Int {
    case serial, decision, part, recordHash, document, service, edition, languages, body,
      family, number, copy, issueDate, validFrom, validUntil, previous, relation, list,
      position, state, status, batch, reservedAt, issuedAt, sha256, byteCount, pages,
      path, endedNumber, endedCopy
  }

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
    let serial: Int64 = row[.serial]
    func word<Word>(_ column: Column, _ read: (String) -> Word?) throws -> Word {
      guard let word = read(row[column]) else { throw damaged(serial, "\(column)") }
      return word
    }
    func day(_ column: Column) throws -> CalendarDate? {
      try row.isNull(column) ? nil : word(column) { CalendarDate(iso: $0) }
    }
    guard let status = PaperStatus(rawValue: row[.status]) else { throw damaged(serial, "status") }
    let languages: [Language] = try word(.languages) { text in
      let languages = text.split(separator: ",").map { Language(rawValue: String($0)) }
      return languages.contains(nil) ? nil : languages.compactMap { $0 }
    }
    let relation: Relation? =
      try row.isNull(.relation) ? nil : word(.relation, Relation.init(rawValue:))
    let endedBy: DocumentNumber? =
      row.isNull(.endedNumber)
      ? nil : DocumentNumber(stored: row[.endedNumber], copy: row[.endedCopy])
    let file: IssuedFile? =
      row.isNull(.path)
      ? nil
      : IssuedFile(
        sha256: bytes(row[.sha256]), byteCount: row[.byteCount], pages: row[.pages],
        path: row[.path])
    let family: String = row[.family]
    return PaperEntry(
      serial: serial, decision: row[.decision], part: row[.part],
      recordHash: bytes(row[.recordHash]), document: row[.document],
      service: Service(rawValue: row[.service]), edition: row[.edition], languages: languages,
      issuingBody: row[.body], number: DocumentNumber(stored: row[.number], copy: row[.copy]),
      isAllotted: family == allottedFamily,
      issueDate: try word(.issueDate) { CalendarDate(iso: $0) },
      validFrom: try day(.validFrom), validUntil: try day(.validUntil), previous: row[.previous],
      relation: relation, statusIndex: StatusIndex(list: row[.list], position: row[.position]),
      state: try word(.state, PaperState.init(rawValue:)), status: status, endedBy: endedBy,
      batch: row[.batch], reservedAt: row[.reservedAt], issuedAt: row[.issuedAt], file: file)
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
  static func bytes(_ data: Data) -> [UInt8] { Array(data) }
}

extension Row {
  fileprivate subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: PaperRow.Column
  ) -> Value { self[column.rawValue] }

  fileprivate func isNull(_ column: PaperRow.Column) -> Bool { hasNull(atIndex: column.rawValue) }
}

extension [UInt8] {
  /// As SQLite takes a blob.
  var blob: DatabaseValue { withUnsafeBufferPointer { Data(buffer: $0) }.databaseValue }
}
