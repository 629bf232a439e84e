package import TamgaDomain

extension SQLRegister {
  public func seal(
    _ records: [SealRecord], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [SealOutcome] {
    try RegisterLimits.check(group: records.count)
    for record in records { try record.check() }
    return try change(by: agent, at: moment) { log in
      try PaperRow.lock(log.session, records.map(\.serial))
      return try records.map { try Self.seal($0, log) }
    }
  }

  private static func seal(_ record: SealRecord, _ log: EventLog) throws -> SealOutcome {
    guard let paper = try PaperRow.one(log.session, serial: record.serial) else {
      return .refused(.unknown(serial: record.serial))
    }
    if paper.state != .void, let stored = try PaperRow.seal(log.session, serial: record.serial) {
      return stored == record ? .sealed : .sealedBefore(stored)
    }
    guard PaperMove.seal.next(from: paper.condition) != nil else {
      return .refused(.illegal(.seal, paper.number, paper.condition))
    }
    try log.session.execute(
      """
      INSERT INTO seal (serial, cti, issued_at, kid, check_code, bytes, logged_at, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        record.serial, record.cti, record.issuedAt, record.kid, record.checkCode, record.bytes,
        log.moment, PaperDigest.seal(record, loggedAt: log.moment),
      ])
    try log.move(paper, .seal)
    return .sealed
  }

  public func confirm(
    _ confirmations: [IssueConfirmation], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ConfirmOutcome] {
    try RegisterLimits.check(group: confirmations.count)
    for confirmation in confirmations { try confirmation.check() }
    return try change(by: agent, at: moment) { log in
      try PaperRow.lockWithPrevious(log.session, confirmations.map(\.serial))
      return try confirmations.map { try Self.confirm($0, log) }
    }
  }

  // Everything is checked before the first row is written, so that a refused item leaves none.
  private static func confirm(
    _ confirmation: IssueConfirmation, _ log: EventLog
  ) throws -> ConfirmOutcome {
    guard let paper = try PaperRow.one(log.session, serial: confirmation.serial) else {
      return .refused(.unknown(serial: confirmation.serial))
    }
    if paper.state == .issued, let file = paper.file {
      return file.sha256 == confirmation.file.sha256 ? .issued(paper) : .issuedBefore(paper)
    }
    guard PaperMove.confirm.next(from: paper.condition) != nil else {
      return .refused(.illegal(.confirm, paper.number, paper.condition))
    }
    if let relation = paper.relation, relation.endsPrevious, let serial = paper.previous {
      let ending: PaperMove = relation == .revokes ? .revoke : .supersede
      guard let previous = try PaperRow.one(log.session, serial: serial) else {
        return .refused(.unknown(serial: serial))
      }
      guard ending.next(from: previous.condition) != nil else {
        return .refused(.illegal(ending, previous.number, previous.condition))
      }
      try log.move(previous, ending, because: paper)
    }
    let file = confirmation.file
    try log.session.execute(
      """
      UPDATE paper SET issued_at = ?, sha256 = ?, byte_count = ?, pages = ?, path = ?
      WHERE serial = ?
      """, [log.moment, file.sha256, file.byteCount, file.pages, file.path, paper.serial])
    try log.move(paper, .confirm)
    var issued = paper
    issued.state = .issued
    issued.issuedAt = log.moment
    issued.file = file
    return .issued(issued)
  }

  public func batch(inputHash: [UInt8], today: CalendarDate) throws(RegisterError) -> String {
    try RegisterLimits.check(inputHash, "inputHash", exactly: 32)
    if let name = try snapshot({ try Self.batchName($0, inputHash) }) { return name }
    return try transaction { session in
      let hash = inputHash.map { byte in
        let hex = String(byte, radix: 16)
        return hex.utf8.count == 1 ? "0" + hex : hex
      }.joined()
      // Two inputs of one day may begin alike: the second gets a longer name.
      for digits in stride(from: 8, through: 64, by: 8) {
        let name = "\(today.iso)-\(hash.prefix(digits))"
        let isNew = try session.execute(
          "INSERT INTO batch (input_hash, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
          [inputHash, name])
        if isNew == 1 { return name }
        // Another run may have named the input in between.
        if let name = try Self.batchName(session, inputHash) { return name }
      }
      throw RegisterError(.inconsistent, at: "batch", "no free name was found")
    }
  }

  private static func batchName(
    _ session: any SQLSession, _ inputHash: [UInt8]
  ) throws -> String? {
    try session.first("SELECT name FROM batch WHERE input_hash = ?", [inputHash]) { $0.text(0) }
  }
}
