internal import TamgaDomain

extension SQLRegister {
  public func reserve(
    _ requests: [ReservationRequest], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ReservationOutcome] {
    try RegisterLimits.check(group: requests.count)
    for request in requests { try request.check() }
    return try change(by: agent, at: moment) { log in
      let step = ReserveStep(session: log.session, log: log, room: room)
      return try requests.map { try step.outcome(of: $0) }
    }
  }
}

/// One group of reservations inside its transaction.
private struct ReserveStep {
  let session: any SQLSession
  let log: EventLog
  let room: StatusPlacement.Room

  func outcome(of request: ReservationRequest) throws -> ReservationOutcome {
    if let paper = try PaperRow.one(
      session, "WHERE p.decision = ? AND p.part = ?", [request.decision, request.part])
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
          paper: paper, seal: try PaperRow.seal(session, serial: paper.serial), isNew: false))
    case .issued: return .issued(paper)
    case .void: return .voided(paper.number)
    }
  }

  // A record names a number, and means the copy of it that is in force.
  private func predecessor(_ serial: Int64, _ relation: Relation) throws -> Found<PaperEntry> {
    guard let named = try PaperRow.one(session, serial: serial) else {
      return .failure(.previousUnknown)
    }
    if relation == .extends {
      return named.state == .void
        ? .failure(.previousEnded(named.number, named.condition)) : .success(named)
    }
    let newest = try PaperRow.one(
      session,
      """
      WHERE p.number = ? AND p.family = (SELECT family FROM paper WHERE serial = ?)
        AND p.state <> 'void' ORDER BY p.copy DESC LIMIT 1
      """, [named.number.number, serial])
    guard let newest else { return .failure(.previousEnded(named.number, named.condition)) }
    if let other = try PaperRow.one(
      session, "WHERE p.previous = ? AND p.relation <> 'extends' AND p.state <> 'void'",
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
    let isTaken = try session.exists(
      "SELECT 1 FROM paper WHERE number = ? AND (family = ? OR (family = ? AND copy = ?)) LIMIT 1",
      [given.number, PaperRow.allottedFamily, request.family, given.copy])
    return isTaken
      ? .failure(.numberTaken(given))
      : .success(Naming(number: given, family: request.family, series: nil))
  }

  // A copy that was void keeps its count.
  private func nextCopy(of previous: PaperEntry) throws -> Naming {
    // safe: the paper itself is one of the rows
    let (family, copy) = try session.first(
      """
      SELECT p.family, max(q.copy) + 1 FROM paper p
      JOIN paper q ON q.family = p.family AND q.number = p.number WHERE p.serial = ?
      GROUP BY p.family
      """, [previous.serial]
    ) { ($0.text(0), Int($0.int(1))) }!
    guard copy <= DocumentNumber.maxCopy else {
      throw RegisterError.limit("copy", copy, "\(DocumentNumber.maxCopy) copies")
    }
    return Naming(
      number: DocumentNumber(stored: previous.number.number, copy: copy), family: family,
      series: nil)
  }

  private func allot(_ prefix: String) throws -> Naming {
    let last = try session.first(
      "SELECT last FROM series WHERE prefix = ?\(session.dialect.rowLock)", [prefix]
    ) { $0.int(0) }
    var serial = last ?? 0
    while true {
      serial += 1
      guard let number = AllottedNumber(prefix: prefix, serial: serial) else {
        throw RegisterError(
          .series, at: "series", "the prefix cannot stand in a number, or the series is exhausted",
          hint: "a prefix has at most \(AllottedNumber.maxPrefixBytes) of A-Z a-z 0-9 . / -")
      }
      // A record may have given a number of this form.
      if try session.exists("SELECT 1 FROM paper WHERE number = ? LIMIT 1", [number.description]) {
        continue
      }
      try session.execute(
        """
        INSERT INTO series (prefix, last) VALUES (?, ?)
        ON CONFLICT (prefix) DO UPDATE SET last = excluded.last
        """, [prefix, serial])
      return Naming(
        number: DocumentNumber(stored: number.description, copy: 0),
        family: PaperRow.allottedFamily, series: number)
    }
  }

  private func insert(
    _ request: ReservationRequest, _ naming: Naming, _ previous: PaperEntry?
  ) throws -> PaperEntry {
    let index = try StatusPlacement(session: session, room: room).place(
      from: StatusIndex.firstList(validUntil: request.validUntil))
    // safe: the statement always gives its row
    let serial = try session.first(
      """
      INSERT INTO paper (decision, part, record_hash, document, service, edition, languages, body,
        family, number, copy, series, series_serial, issue_date, valid_from, valid_until,
        previous, relation, list, position, state, status, batch, reserved_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reserved', 0, ?, ?)
      RETURNING serial
      """,
      [
        request.decision, request.part, request.recordHash, request.document,
        request.service.rawValue, request.edition,
        request.languages.map(\.rawValue).joined(separator: ","), request.issuingBody,
        naming.family, naming.number.number, naming.number.copy, naming.series?.prefix,
        naming.series?.serial, request.issueDate.iso, request.validFrom?.iso,
        request.validUntil?.iso, previous?.serial,
        previous == nil ? nil : request.relation?.rawValue, index.list, index.position,
        request.batch, log.moment,
      ]
    ) { $0.int(0) }!
    try session.execute(
      "INSERT INTO record (serial, canonical) VALUES (?, ?)", [serial, request.record])
    try session.execute(
      "INSERT INTO person (key, serial) VALUES (?, ?) ON CONFLICT DO NOTHING",
      each: request.personKeys.map { [$0, serial] })
    log.write(
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
