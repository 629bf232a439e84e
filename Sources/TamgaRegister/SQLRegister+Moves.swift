package import TamgaDomain

extension SQLRegister {
  public func setStatus(
    _ serial: Int64, to status: PaperStatus, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> PaperEntry {
    let move: PaperMove
    switch status {
    case .suspended: move = .suspend
    case .valid: move = .resume
    case .revoked, .superseded:
      throw RegisterError(
        .illegalMove, at: "№ \(serial)",
        kk: "бұл мәртебені пәрмен бермейді: \(status.words.kk)",
        ru: "этот статус не даёт ни одна команда: \(status.words.ru)",
        en: "no order makes a paper \(status.words.en)",
        hint: Message(
          kk:
            "оны шешім береді: қайтарып алу, күшін жою, қайта ресімдеу немесе телнұсқа шешімін шығарыңыз",
          ru: "его даёт решение: выпустите отзыв, аннулирование, переоформление или дубликат",
          en: "a decision does: issue the revocation, the annulment, the reissue or the duplicate"))
    }
    return try ruling(serial, agent, reason, moment) { paper, log in
      try log.move(paper, move, reason: reason)
    }
  }

  public func void(
    _ serials: [Int64], by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> [PaperEntry] {
    try RegisterLimits.check(group: serials.count)
    try RegisterLimits.check(reason: reason)
    return try change(by: agent, at: moment) { log in
      try PaperRow.lockWithPrevious(log.session, serials)
      for serial in serials {
        guard let paper = try PaperRow.one(log.session, serial: serial) else {
          throw RegisterError.unknown(serial: serial)
        }
        if paper.state == .void, serials.count > 1 { continue }
        try Self.void(paper, reason: reason, log)
        try log.settle()
      }
      return try serials.map { try PaperRow.one(log.session, serial: $0)! }  // safe: read above
    }
  }

  private static func void(_ paper: PaperEntry, reason: String, _ log: EventLog) throws {
    try log.move(paper, .void, reason: reason)
    guard paper.relation?.endsPrevious == true, let previous = paper.previous else { return }
    // What it ended belongs to one chain.
    let links =
      paper.relation == .revokes
      ? try PaperLinks.serials(log.session, of: previous) : [previous]
    let before = try log.session.rows(
      "SELECT serial, status_before FROM paper WHERE serial = ? AND ended_by = ?",
      each: links.map { [$0, paper.serial] }
    ) { (serial: $0.int(0), status: $0.int(1)) }
    for (serial, status) in before.joined() {
      guard let ended = try PaperRow.one(log.session, serial: serial) else { continue }
      let wasSuspended = status == PaperStatus.suspended.rawValue
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
    try RegisterLimits.check(reason: reason)
    return try change(by: agent, at: moment) { log in
      try PaperRow.lockWithPrevious(log.session, [serial])
      guard let paper = try PaperRow.one(log.session, serial: serial) else {
        throw RegisterError.unknown(serial: serial)
      }
      try body(paper, log)
      try log.settle()
      return try PaperRow.one(log.session, serial: serial)!  // safe: read above
    }
  }
}
