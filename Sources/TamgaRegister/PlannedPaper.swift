internal import TamgaDomain

/// A number and where it counts as used.
struct Naming {
  let number: DocumentNumber
  let family: String
  /// Nil for given numbers and for copies.
  let series: AllottedNumber?
}

/// A paper that is about to be reserved: everything but its entry and its place in a status list.
struct PlannedPaper {
  /// Index of the request within the group.
  let index: Int
  let request: ReservationRequest
  let naming: Naming
  let previous: PaperEntry?

  /// Writes the papers with their records, keys and events.
  static func insert(
    _ plan: [PlannedPaper], _ indexes: [StatusIndex], _ log: EventLog
  ) throws -> [PaperEntry] {
    let rows = zip(plan, indexes).map { $0.row($1, log.moment) }
    let serials = try log.session.insert(
      """
      INSERT INTO paper (decision, part, record_hash, document, service, edition, languages, body,
        family, number, copy, series, series_serial, issue_date, valid_from, valid_until,
        previous, relation, list, position, state, status, batch, reserved_at, form)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reserved', 0, ?, ?, ?)
      """, each: rows, key: "serial")
    let papers = zip(zip(plan, indexes), serials).map { planned, serial in
      planned.0.entry(serial, planned.1, log.moment)
    }
    try log.session.execute(
      "INSERT INTO record (serial, canonical) VALUES (?, ?)",
      each: zip(plan, serials).map { [$1, $0.request.record] })
    try log.session.execute(
      "INSERT INTO person (key, serial) VALUES (?, ?) ON CONFLICT DO NOTHING",
      each: zip(plan, serials).flatMap { item, serial in
        item.request.personKeys.map { [$0, serial] }
      })
    try SearchKeyMigration.write(
      log.session, zip(plan, serials).map { ($1, $0.request.searchKeys) })
    for paper in papers {
      log.write(
        EventLog.reserved, paper.serial,
        ["number": paper.number.description, "document": paper.document])
    }
    return papers
  }

  private func row(_ index: StatusIndex, _ moment: Int64) -> [any SQLArgument] {
    [
      request.decision, request.part, request.recordHash, request.document,
      request.service.rawValue, request.edition,
      request.languages.map(\.rawValue).joined(separator: ","), request.issuingBody,
      naming.family, naming.number.number, naming.number.copy, naming.series?.prefix,
      naming.series?.ordinal, request.issueDate.iso, request.validFrom?.iso,
      request.validUntil?.iso, previous?.serial, relation?.rawValue, index.list, index.position,
      request.batch, moment, request.form,
    ]
  }

  private var relation: Relation? { previous == nil ? nil : request.relation }

  private func entry(_ serial: Int64, _ index: StatusIndex, _ moment: Int64) -> PaperEntry {
    PaperEntry(
      serial: serial, decision: request.decision, part: request.part,
      recordHash: request.recordHash, document: request.document, service: request.service,
      edition: request.edition, languages: request.languages, issuingBody: request.issuingBody,
      number: naming.number, isAllotted: naming.family == PaperRow.allottedFamily,
      issueDate: request.issueDate, validFrom: request.validFrom, validUntil: request.validUntil,
      previous: previous?.serial, relation: relation, statusIndex: index, state: .reserved,
      status: .valid, endedBy: nil, batch: request.batch, reservedAt: moment, issuedAt: nil,
      file: nil, form: request.form)
  }
}
