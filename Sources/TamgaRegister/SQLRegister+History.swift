internal import TamgaDomain

extension SQLRegister {
  public func chain(endingWith serial: Int64) throws(RegisterError) -> [PaperEntry] {
    try snapshot { try Self.chain($0, endingWith: serial) }
  }

  public func history(_ question: HistoryQuestion) throws(RegisterError) -> RegisterHistory {
    try snapshot { session in
      // A decision that has its number is judged as when it got it: what came later is left out, and a
      // duplicate that waits for its file is not its own original.
      let own = question.previous == nil ? .max : try Self.own(session, question)
      let previous = try Self.previous(session, question, before: own)
      var chain = [previous].compactMap(\.self)
      if let previous, previous.previous != nil, previous.relation != .revokes {
        chain = try Self.chain(session, endingWith: previous.serial)
      }
      var history = History(
        previous: previous?.earlier, chain: chain.map(\.earlier),
        numberIsTaken: try Self.isTaken(session, question, previous))
      if let previous { history.links = try Self.links(session, of: previous, before: own) }
      return RegisterHistory(history: history, previous: previous)
    }
  }

  // A revocation is no link: what it follows has ended.
  private static func chain(
    _ session: any SQLSession, endingWith serial: Int64
  ) throws -> [PaperEntry] {
    let serials = try session.rows(
      """
      WITH RECURSIVE link (serial, depth) AS (
        SELECT CAST(? AS BIGINT), 1
        UNION ALL
        SELECT c.previous, link.depth + 1 FROM link JOIN paper c ON c.serial = link.serial
        WHERE c.previous IS NOT NULL AND c.relation <> 'revokes' AND link.depth < ?
      )
      SELECT serial FROM link ORDER BY depth DESC
      """, [serial, RegisterLimits.chainPapers]
    ) { $0.int(0) }
    let papers = try PaperRow.all(session, serials: serials)
    return serials.compactMap { papers[$0] }
  }

  private static func links(
    _ session: any SQLSession, of previous: PaperEntry, before own: Int64
  ) throws -> [EarlierPaper] {
    let serials = try PaperLinks.serials(session, of: previous.serial).filter { $0 < own }
    let papers = try PaperRow.all(session, serials: serials)
    return serials.compactMap { papers[$0]?.earlier }
  }

  /// The entry of the decision's own first paper; larger than every entry where it has none.
  private static func own(_ session: any SQLSession, _ question: HistoryQuestion) throws -> Int64 {
    guard let decision = question.decision else { return .max }
    return try session.first("SELECT serial FROM paper WHERE decision = ? AND part = 0", [decision])
    { $0.int(0) } ?? .max
  }

  private static func previous(
    _ session: any SQLSession, _ question: HistoryQuestion, before own: Int64
  ) throws -> PaperEntry? {
    switch question.previous {
    case nil: return nil
    case .decision(let id)?:
      return try PaperRow.one(session, "WHERE p.decision = ? AND p.part = 0", [id])
    case .number(let text)?:
      guard let number = try? DocumentNumber(reading: text) else { return nil }
      // A bare number means the copy in force; records may have given one number to several kinds.
      return try PaperRow.one(
        session,
        """
        WHERE p.number = ? AND (p.copy = ? OR ? = 0) AND p.serial < ?
        ORDER BY p.service = ? DESC, p.family = ? DESC, p.state = 'void', p.copy DESC, p.serial DESC
        LIMIT 1
        """,
        [
          number.number, number.copy, number.copy, own, question.service.rawValue, question.family,
        ])
    }
  }

  private static func isTaken(
    _ session: any SQLSession, _ question: HistoryQuestion, _ previous: PaperEntry?
  ) throws -> Bool {
    guard let given = question.givenNumber else { return false }
    if question.relation == .duplicates, previous?.number.number == given.number { return false }
    var query = "SELECT 1 FROM paper WHERE number = ? AND (family = ? OR (family = ? AND copy = ?))"
    var arguments: [any SQLArgument] = [
      given.number, PaperRow.allottedFamily, question.family, given.copy,
    ]
    if let decision = question.decision {
      query += " AND decision <> ?"
      arguments.append(decision)
    }
    return try session.exists(query + " LIMIT 1", arguments)
  }
}
