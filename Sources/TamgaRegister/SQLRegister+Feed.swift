internal import TamgaDomain

extension SQLRegister {
  public func feed(
    _ question: FeedQuestion
  ) throws(RegisterError) -> RegisterFeed {
    try RegisterLimits.check(page: question.limit)
    return try snapshot { session in
      let size =
        try session.first("SELECT coalesce(max(sequence), 0) FROM event", []) { $0.int(0) } ?? 0
      let end = min(size, question.after + RegisterFeed.window)
      var rows = try Self.rows(session, question, end)
      let isFull = rows.count > question.limit
      if isFull { rows.removeLast() }
      let papers = try PaperRow.all(session, serials: rows.map(\.serial))
      let serials = papers.keys.sorted()
      let records = try session.rows(
        "SELECT canonical FROM record WHERE serial = ?", each: serials.map { [$0] }
      ) { $0.bytes(0) }
      let recordOf = Dictionary(
        zip(serials, records).compactMap { serial, found in found.first.map { (serial, $0) } }
      ) { first, _ in first }
      let events = try rows.map { row in
        guard let paper = papers[row.serial], let what = PaperMove(rawValue: row.what) else {
          throw PaperRow.damaged(row.serial, "serial")
        }
        return RegisterFeed.Event(
          sequence: row.sequence, at: row.at, what: what, detail: row.detail, paper: paper,
          record: recordOf[row.serial])
      }
      let next = isFull ? rows.last?.sequence ?? end : max(end, question.after)
      return RegisterFeed(events: events, next: next, hasMore: next < size, size: size)
    }
  }

  /// One row more than asked where there is one.
  private static func rows(
    _ session: any SQLSession, _ question: FeedQuestion, _ end: Int64
  ) throws -> [FeedRow] {
    let whats = RegisterFeed.moves.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    var paper: [String] = []
    var arguments: [any SQLArgument] = [question.after, end]
    if let document = question.document {
      paper.append(" AND p.document = ?")
      arguments.append(document)
    }
    if let bodies = question.bodies {
      guard !bodies.isEmpty else { return [] }
      paper.append(" AND p.body IN (\(bodies.map { _ in "?" }.joined(separator: ", ")))")
      arguments += bodies.map { $0 as any SQLArgument }
    }
    arguments.append(question.limit + 1)
    let condition =
      paper.isEmpty
      ? ""
      : " AND EXISTS (SELECT 1 FROM paper p WHERE p.serial = event.serial\(paper.joined()))"
    return try session.rows(
      """
      SELECT sequence, at, what, serial, detail FROM event
      WHERE sequence > ? AND sequence <= ? AND what IN (\(whats))\(condition)
      ORDER BY sequence LIMIT ?
      """, arguments
    ) {
      FeedRow(
        sequence: $0.int(0), at: $0.int(1), what: $0.text(2), serial: $0.int(3),
        detail: $0.text(4))
    }
  }
}

private struct FeedRow {
  let sequence: Int64
  let at: Int64
  let what: String
  let serial: Int64
  let detail: String
}
