internal import TamgaDomain

/// Reads entries. Every `SELECT` of papers begins with ``select``.
enum PaperRow {
  static let select = """
    SELECT p.serial, p.decision, p.part, p.record_hash, p.document, p.service, p.edition,
      p.languages, p.body, p.family, p.number, p.copy, p.issue_date, p.valid_from,
      p.valid_until, p.previous, p.relation, p.list, p.position, p.state, p.status,
      p.batch, p.reserved_at, p.issued_at, p.sha256, p.byte_count, p.pages, p.path,
      p.purged_at, p.form, e.number, e.copy
    FROM paper p LEFT JOIN paper e ON e.serial = p.ended_by
    """

  /// The columns of ``select`` in its order.
  fileprivate enum Column: Int {
    case serial, decision, part, recordHash, document, service, edition, languages, body,
      family, number, copy, issueDate, validFrom, validUntil, previous, relation, list,
      position, state, status, batch, reservedAt, issuedAt, sha256, byteCount, pages,
      path, purgedAt, form, endedNumber, endedCopy
  }

  static func one(
    _ session: any SQLSession, _ condition: String, _ arguments: [any SQLArgument]
  ) throws -> PaperEntry? {
    try session.first("\(select) \(condition)", arguments, entry)
  }

  static func all(
    _ session: any SQLSession, _ condition: String, _ arguments: [any SQLArgument]
  ) throws -> [PaperEntry] {
    try session.rows("\(select) \(condition)", arguments, entry)
  }

  static func one(_ session: any SQLSession, serial: Int64) throws -> PaperEntry? {
    try one(session, "WHERE p.serial = ?", [serial])
  }

  /// The papers of these entries; one that is not there is left out.
  static func all(
    _ session: any SQLSession, serials: some Sequence<Int64>
  ) throws -> [Int64: PaperEntry] {
    let rows = try session.rows(
      "\(select) WHERE p.serial = ?", each: Set(serials).map { [$0] }, entry)
    return Dictionary(uniqueKeysWithValues: rows.joined().map { ($0.serial, $0) })
  }

  /// Keeps other transactions from moving the papers until this one ends; always in the order of the
  /// entries, so that two transactions never wait for each other.
  static func lock(_ session: any SQLSession, _ serials: some Sequence<Int64>) throws {
    let lock = session.dialect.rowLock
    guard !lock.isEmpty else { return }
    _ = try session.rows(
      "SELECT 1 FROM paper WHERE serial = ?\(lock)", each: Set(serials).sorted().map { [$0] }
    ) { _ in true }
  }

  /// The same for the papers and for those that they follow, which end with them.
  static func lockWithPrevious(_ session: any SQLSession, _ serials: [Int64]) throws {
    guard !session.dialect.rowLock.isEmpty else { return }
    let previous = try session.rows(
      "SELECT previous, relation FROM paper WHERE serial = ? AND previous IS NOT NULL",
      each: serials.map { [$0] }
    ) { (serial: $0.int(0), relation: $0.text(1)) }.joined()
    // A revocation ends the whole chain.
    let links = try previous.filter { $0.relation == Relation.revokes.rawValue }.flatMap {
      try PaperLinks.serials(session, of: $0.serial)
    }
    try lock(session, serials + previous.map(\.serial) + links)
  }

  // The types of columns are fixed by the tables; words are checked here.
  static func entry(_ row: any SQLRow) throws -> PaperEntry {
    let serial = row.int(.serial)
    func word<Word>(_ column: Column, _ read: (String) -> Word?) throws -> Word {
      guard let word = read(row.text(column)) else { throw damaged(serial, "\(column)") }
      return word
    }
    func day(_ column: Column) throws -> CalendarDate? {
      try row.isNull(column) ? nil : word(column) { CalendarDate(iso: $0) }
    }
    guard let status = PaperStatus(rawValue: row.count(.status)) else {
      throw damaged(serial, "status")
    }
    let languages: [Language] = try word(.languages) { text in
      let languages = text.split(separator: ",").map { Language(rawValue: String($0)) }
      return languages.contains(nil) ? nil : languages.compactMap { $0 }
    }
    let relation: Relation? =
      try row.isNull(.relation) ? nil : word(.relation, Relation.init(rawValue:))
    let endedBy: DocumentNumber? =
      row.isNull(.endedNumber)
      ? nil : DocumentNumber(stored: row.text(.endedNumber), copy: row.count(.endedCopy))
    let file: IssuedFile? =
      row.isNull(.path)
      ? nil
      : IssuedFile(
        sha256: row.bytes(.sha256), byteCount: row.count(.byteCount), pages: row.count(.pages),
        path: row.text(.path))
    guard let statusIndex = StatusIndex(list: row.count(.list), position: row.count(.position))
    else { throw damaged(serial, "list") }
    return PaperEntry(
      serial: serial, decision: row.text(.decision), part: row.count(.part),
      recordHash: row.bytes(.recordHash), document: row.text(.document),
      service: Service(rawValue: row.text(.service)), edition: row.text(.edition),
      languages: languages, issuingBody: row.text(.body),
      number: DocumentNumber(stored: row.text(.number), copy: row.count(.copy)),
      isAllotted: row.text(.family) == allottedFamily,
      issueDate: try word(.issueDate) { CalendarDate(iso: $0) },
      validFrom: try day(.validFrom), validUntil: try day(.validUntil),
      previous: row.optionalInt(Column.previous.rawValue), relation: relation,
      statusIndex: statusIndex,
      state: try word(.state, PaperState.init(rawValue:)), status: status, endedBy: endedBy,
      batch: row.optionalText(Column.batch.rawValue), reservedAt: row.int(.reservedAt),
      issuedAt: row.optionalInt(Column.issuedAt.rawValue), file: file,
      purgedAt: row.optionalInt(Column.purgedAt.rawValue),
      form: row.isNull(.form) ? nil : row.bytes(Column.form.rawValue))
  }

  /// The family of allotted numbers, which are unique over all kinds.
  static let allottedFamily = ""

  static func damaged(_ serial: Int64, _ column: String) -> RegisterError {
    RegisterError(
      .corrupt, at: "№ \(serial)", kk: "\(column) бағанының мәні белгісіз",
      ru: "значение столбца \(column) неизвестно", en: "the value of \(column) is unknown",
      hint: .restoreBackup)
  }

  static func seal(_ session: any SQLSession, serial: Int64) throws -> SealRecord? {
    try session.first("\(selectSeal) WHERE serial = ?", [serial], seal)
  }

  /// The seals of these entries; an entry without a seal is left out.
  static func seals(
    _ session: any SQLSession, serials: some Sequence<Int64>
  ) throws -> [Int64: SealRecord] {
    let rows = try session.rows(
      "\(selectSeal) WHERE serial = ?", each: Set(serials).map { [$0] }, seal)
    return Dictionary(uniqueKeysWithValues: rows.joined().map { ($0.serial, $0) })
  }

  private static let selectSeal = "SELECT serial, cti, issued_at, kid, check_code, bytes FROM seal"

  private static func seal(_ row: any SQLRow) -> SealRecord {
    SealRecord(
      serial: row.int(0), cti: row.bytes(1), issuedAt: row.int(2), kid: row.bytes(3),
      checkCode: row.text(4), bytes: row.bytes(5))
  }
}

extension SQLRow {
  fileprivate func isNull(_ column: PaperRow.Column) -> Bool { isNull(column.rawValue) }
  fileprivate func int(_ column: PaperRow.Column) -> Int64 { int(column.rawValue) }
  fileprivate func count(_ column: PaperRow.Column) -> Int { Int(int(column.rawValue)) }
  fileprivate func text(_ column: PaperRow.Column) -> String { text(column.rawValue) }
  fileprivate func bytes(_ column: PaperRow.Column) -> [UInt8] { bytes(column.rawValue) }
}
