internal import GRDB
public import TamgaDomain

extension SQLiteRegister {
  public func setStatus(
    _ serial: Int64, to status: PaperStatus, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> PaperEntry {
    let move: PaperMove
    switch status {
    case .suspended: move = .suspend
    case .valid: move = .resume
    case .revoked, .superseded:
      throw RegisterError(
        .illegalMove, at: "entry \(serial)", "no order makes a paper \(status)",
        hint: "a decision does: issue the revocation, the annulment, the reissue or the duplicate")
    }
    return try ruling(serial, agent, reason, moment) { paper, log in
      try log.move(paper, move, reason: reason)
    }
  }

  public func void(
    _ serial: Int64, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> PaperEntry {
    try ruling(serial, agent, reason, moment) { paper, log in
      try log.move(paper, .void, reason: reason)
      guard
        let row = try Row.fetchOne(
          log.db, sql: "SELECT serial, status_before FROM paper WHERE ended_by = ?",
          arguments: [paper.serial]),
        let ended = try PaperRow.one(log.db, serial: row[0])
      else { return }
      let wasSuspended = row[1] == PaperStatus.suspended.rawValue
      try log.move(ended, wasSuspended ? .reinstateSuspended : .reinstate, because: paper)
    }
  }

  public func record(
    _ act: PrintAct, of serial: Int64, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) {
    _ = try ruling(serial, agent, reason, moment) { paper, log in
      try log.move(paper, act.move, reason: reason)
    }
  }

  private func ruling(
    _ serial: Int64, _ agent: String, _ reason: String, _ moment: Int64,
    _ body: (PaperEntry, EventLog) throws -> Void
  ) throws(RegisterError) -> PaperEntry {
    try RegisterLimits.check(agent, "agent", max: RegisterLimits.nameBytes)
    try RegisterLimits.check(reason: reason)
    return try write { db in
      guard let paper = try PaperRow.one(db, serial: serial) else {
        throw RegisterError.unknown(serial: serial)
      }
      try body(paper, EventLog(db: db, agent: agent, moment: moment))
      return try PaperRow.one(db, serial: serial)!  // safe: read above
    }
  }
}
