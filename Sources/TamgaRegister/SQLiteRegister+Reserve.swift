internal import GRDB
internal import TamgaDomain

extension SQLiteRegister {
  public func reserve(
    _ requests: [ReservationRequest], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ReservationOutcome] {
    try RegisterLimits.check(group: requests.count)
    try RegisterLimits.check(agent, "agent", max: RegisterLimits.nameBytes)
    for request in requests { try request.check() }
    return try write { db in
      let step = ReserveStep(
        db: db, log: EventLog(db: db, agent: agent, moment: moment), settings: settings)
      return try requests.map { try step.outcome(of: $0) }
    }
  }
}

/// One group of reservations inside its transaction.
private struct ReserveStep {
  let db: Database
  let log: EventLog
  let settings: SQLiteRegister.Settings

  func outcome(of request: ReservationRequest) throws -> ReservationOutcome {
    if let paper = try PaperRow.one(
      db, "WHERE p.decision = ? AND p.part = ?", [request.decision, request.part])
    {
      return try found(paper, request)
    }
    var previous: PaperEntry?
    if let relation = request.relation, let serial = request.previous {
      switch try predecessor(serial, relation) {
      case .success(let paper): previous = paper
      case .failure(let refusal): return .refused(refusal)
      }
    }
    switch try number(for: request, previous) {
    case .success(let number):
      return .reserved(
        Reservation(paper: try insert(request, number, previous), seal: nil, isNew: true))
    case .failure(let refusal): return .refused(refusal)
    }
  }

  private func found(
    _ paper: PaperEntry, _ request: ReservationRequest
  ) throws -> ReservationOutcome {
    guard paper.recordHash == request.recordHash else { return .changed(paper.number) }
    switch paper.state {
    case .reserved, .sealed:
      return .reserved(
        Reservation(
          paper: paper, seal: try PaperRow.seal(db, serial: paper.serial), isNew: false))
    case .issued: return .issued(paper)
    case .void: return .voided(paper.number)
    }
  }

  // A record names a number, and means the copy of it that is in force.
  private func predecessor(_ serial: Int64, _ relation: Relation) throws -> Found<PaperEntry> {
    guard let named = try PaperRow.one(db, serial: serial) else {
      return .failure(.previousUnknown)
    }
    if relation == .extends {
      return named.state == .void
        ? .failure(.previousEnded(named.number, named.condition)) : .success(named)
    }
    let newest = try PaperRow.one(
      db,
      """
      WHERE p.number = ? AND p.family = (SELECT family FROM paper WHERE serial = ?)
        AND p.state <> 'void' ORDER BY p.copy DESC LIMIT 1
      """, [named.number.number, serial])
    guard let newest else { return .failure(.previousEnded(named.number, named.condition)) }
    if let other = try PaperRow.one(
      db, "WHERE p.previous = ? AND p.relation <> 'extends' AND p.state <> 'void'",
      [newest.serial])
    {
      return .failure(.previousReplaced(newest.number, by: other.number))
    }
    return newest.status == .revoked
      ? .failure(.previousEnded(newest.number, newest.condition)) : .success(newest)
  }

  private func number(
    for request: ReservationRequest, _ previous: PaperEntry?
  ) throws -> Found<Naming> {
    if let previous, request.relation == .duplicates {
      let original = previous.number.number
      if let given = request.given, given.number != original {
        return .failure(.numberDiffers(original: DocumentNumber(stored: original, copy: 0)))
      }
      return .success(try nextCopy(of: previous))
    }
    guard let given = request.given else {
      return .success(try allot(request.series))
    }
    let statement = try db.cachedStatement(
      sql: """
        SELECT 1 FROM paper WHERE number = ? AND (family = ? OR (family = ? AND copy = ?)) LIMIT 1
        """)
    let taken = try Int.fetchOne(
      statement,
      arguments: [given.number, PaperRow.allottedFamily, request.family, given.copy])
    return taken != nil
      ? .failure(.numberTaken(given))
      : .success(Naming(number: given, family: request.family, series: nil))
  }

  // A copy that was void keeps its count.
  private func nextCopy(of previous: PaperEntry) throws -> Naming {
    let statement = try db.cachedStatement(
      sql: """
        SELECT p.family, max(q.copy) + 1 FROM paper p
        JOIN paper q ON q.family = p.family AND q.number = p.number WHERE p.serial = ?
        """)
    // safe: the paper itself is one of the rows
    let row = try Row.fetchOne(statement, arguments: [previous.serial])!
    let copy: Int = row[1]
    guard copy <= DocumentNumber.maxCopy else {
      throw RegisterError.limit("copy", copy, "\(DocumentNumber.maxCopy) copies")
    }
    return Naming(
      number: DocumentNumber(stored: previous.number.number, copy: copy), family: row[0],
      series: nil)
  }

  private func allot(_ prefix: String) throws -> Naming {
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT last FROM series WHERE prefix = ?"), arguments: [prefix])
    let isHeld = try db.cachedStatement(sql: "SELECT 1 FROM paper WHERE number = ? LIMIT 1")
    var serial = last ?? 0
    while true {
      serial += 1
      guard let number = AllottedNumber(prefix: prefix, serial: serial) else {
        throw RegisterError(
          .series, at: "series", "the prefix cannot stand in a number, or the series is exhausted",
          hint: "a prefix has at most \(AllottedNumber.maxPrefixBytes) of A-Z a-z 0-9 . / -")
      }
      // A record may have given a number of this form.
      if try Int.fetchOne(isHeld, arguments: [number.description]) != nil { continue }
      try db.cachedStatement(
        sql: """
          INSERT INTO series (prefix, last) VALUES (?, ?)
          ON CONFLICT (prefix) DO UPDATE SET last = excluded.last
          """
      ).execute(arguments: [prefix, serial])
      return Naming(
        number: DocumentNumber(stored: number.description, copy: 0),
        family: PaperRow.allottedFamily, series: number)
    }
  }

  private func insert(
    _ request: ReservationRequest, _ naming: Naming, _ previous: PaperEntry?
  ) throws -> PaperEntry {
    let index = try StatusPlacement(db: db, settings: settings).place(
      from: StatusIndex.firstList(validUntil: request.validUntil))
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO paper (decision, part, record_hash, document, service, edition, languages, body,
          family, number, copy, series, series_serial, issue_date, valid_from, valid_until,
          previous, relation, list, position, state, status, batch, reserved_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reserved', 0, ?, ?)
        """)
    try statement.execute(arguments: [
      request.decision, request.part, request.recordHash.blob, request.document,
      request.service.rawValue, request.edition,
      request.languages.map(\.rawValue).joined(separator: ","), request.issuingBody,
      naming.family, naming.number.number, naming.number.copy, naming.series?.prefix,
      naming.series?.serial, request.issueDate.iso, request.validFrom?.iso, request.validUntil?.iso,
      previous?.serial, previous == nil ? nil : request.relation?.rawValue, index.list,
      index.position, request.batch, log.moment,
    ])
    let serial = db.lastInsertedRowID
    try db.cachedStatement(sql: "INSERT INTO record (serial, canonical) VALUES (?, ?)")
      .execute(arguments: [serial, request.record.blob])
    let person = try db.cachedStatement(
      sql: "INSERT INTO person (key, serial) VALUES (?, ?) ON CONFLICT DO NOTHING")
    for key in request.personKeys { try person.execute(arguments: [key, serial]) }
    try log.write(
      EventLog.reserved, serial,
      ["number": naming.number.description, "document": request.document])
    return PaperEntry(
      serial: serial, decision: request.decision, part: request.part,
      recordHash: request.recordHash, document: request.document, service: request.service,
      edition: request.edition, languages: request.languages, issuingBody: request.issuingBody,
      number: naming.number, isAllotted: naming.family == PaperRow.allottedFamily,
      issueDate: request.issueDate, validFrom: request.validFrom, validUntil: request.validUntil,
      previous: previous?.serial, relation: previous == nil ? nil : request.relation,
      statusIndex: index, state: .reserved, status: .valid, endedBy: nil, batch: request.batch,
      reservedAt: log.moment, issuedAt: nil, file: nil)
  }
}

/// A number and where it counts as used.
private struct Naming {
  let number: DocumentNumber
  let family: String
  /// Nil for given numbers and for copies.
  let series: AllottedNumber?
}

private enum Found<Value> {
  case success(Value)
  case failure(ReservationRefusal)
}
