internal import TamgaRegister

extension Accounts {
  /// A proposal waits for so many seconds.
  static let proposalSeconds: Int64 = 24 * 3600

  /// Keeps a proposal.
  ///
  /// - Throws: ``AccountsError`` of code `busy` or `storage`
  public func propose(_ draft: Proposal.Draft) throws(AccountsError) -> Proposal {
    let moment = now()
    let proposal = Proposal(
      id: String(Drawn.token().filter { $0.isLetter || $0.isNumber }.prefix(16)), draft: draft,
      at: moment, expires: moment + Self.proposalSeconds, state: .open, settledBy: nil,
      settledAt: nil)
    try changing { session in
      _ = try session.execute(
        """
        INSERT INTO proposal (id, document, number, copy, move, reason, form, proposer, bodies,
          proposed_at, expires_at, event, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          proposal.id, draft.document, draft.number, draft.copy, draft.move.rawValue, draft.reason,
          draft.form, draft.proposer, Words.text(draft.bodies), moment, proposal.expires,
          draft.event, Proposal.State.open.rawValue,
        ])
    }
    return proposal
  }

  /// Proposals, the newest first; those that wait, or the last 200 that do not any more.
  public func proposals(open isOpen: Bool) throws(AccountsError) -> [Proposal] {
    let moment = now()
    let condition =
      isOpen ? "state = 'open' AND expires_at > ?" : "state <> 'open' OR expires_at <= ?"
    return try reading { session in
      try session.rows(
        """
        SELECT \(Proposal.columns) FROM proposal WHERE \(condition)
        ORDER BY proposed_at DESC, id LIMIT \(isOpen ? 1000 : 200)
        """, [moment]
      ) { Proposal($0, at: moment) }.compactMap(\.self)
    }
  }

  /// Nil when there is none.
  public func proposal(_ id: String) throws(AccountsError) -> Proposal? {
    let moment = now()
    return try reading { try Self.proposal(id, at: moment, $0) }
  }

  /// Confirms or refuses an open proposal; of two at once one does. What was confirmed is done
  /// afterwards, and ``reopen(_:)`` is called when it could not be.
  ///
  /// - Parameter state: `confirmed` or `refused`; `expired` ends one whose paper has moved.
  public func settle(
    _ id: String, _ state: Proposal.State, by login: String
  ) throws(AccountsError) -> Settlement {
    let moment = now()
    return try changing { session in
      guard let proposal = try Self.proposal(id, at: moment, isLocked: true, session) else {
        return .unknown
      }
      guard proposal.draft.proposer != login || state == .expired else { return .fourEyes }
      guard proposal.state == .open else { return .notOpen(proposal) }
      try session.execute(
        "UPDATE proposal SET state = ?, settled_by = ?, settled_at = ? WHERE id = ?",
        [state.rawValue, login, moment, id])
      return .settled
    }
  }

  /// A proposal that was confirmed, but could not be carried out, waits again.
  public func reopen(_ id: String) throws(AccountsError) {
    try changing { session in
      _ = try session.execute(
        """
        UPDATE proposal SET state = 'open', settled_by = NULL, settled_at = NULL
        WHERE id = ? AND state = 'confirmed'
        """, [id])
    }
  }

  private static func proposal(
    _ id: String, at moment: Int64, isLocked: Bool = false, _ session: any SQLSession
  ) throws -> Proposal? {
    try session.first(
      "SELECT \(Proposal.columns) FROM proposal WHERE id = ?"
        + (isLocked ? session.dialect.rowLock : ""), [id]
    ) { Proposal($0, at: moment) } ?? nil
  }
}

extension Proposal {
  fileprivate static let columns = """
    id, document, number, copy, move, reason, form, proposer, bodies, proposed_at, expires_at,
    event, state, settled_by, settled_at
    """

  /// Nil for words of a newer version of Tamga.
  fileprivate init?(_ row: any SQLRow, at moment: Int64) {
    guard let move = Move(rawValue: row.text(4)), let state = State(rawValue: row.text(12)) else {
      return nil
    }
    self.init(
      id: row.text(0),
      draft: Draft(
        document: row.text(1), number: row.text(2), copy: Int(row.int(3)), move: move,
        reason: row.text(5), form: row.optionalText(6), proposer: row.text(7),
        bodies: Words.list(row.text(8)), event: row.int(11)),
      at: row.int(9), expires: row.int(10),
      state: state == .open && row.int(10) <= moment ? .expired : state,
      settledBy: row.optionalText(13), settledAt: row.optionalInt(14))
  }
}
