internal import GRDB
public import TamgaDomain

extension SQLiteRegister {
  public func seal(
    _ records: [SealRecord], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [SealOutcome] {
    try RegisterLimits.check(group: records.count)
    try RegisterLimits.check(agent, "agent", max: RegisterLimits.nameBytes)
    for record in records { try record.check() }
    return try write { db in
      let log = EventLog(db: db, agent: agent, moment: moment)
      return try records.map { try Self.seal($0, log) }
    }
  }

  private static func seal(_ record: SealRecord, _ log: EventLog) throws -> SealOutcome {
    guard let paper = try PaperRow.one(log.db, serial: record.serial) else {
      return .refused(.unknown(serial: record.serial))
    }
    if paper.state != .void, let stored = try PaperRow.seal(log.db, serial: record.serial) {
      return stored == record ? .sealed : .sealedBefore(stored)
    }
    guard PaperMove.seal.next(from: paper.condition) != nil else {
      return .refused(.illegal(.seal, paper.number, paper.condition))
    }
    try log.db.cachedStatement(
      sql: """
        INSERT INTO seal (serial, cti, issued_at, kid, check_code, bytes, logged_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      record.serial, record.cti.blob, record.issuedAt, record.kid.blob, record.checkCode,
      record.bytes.blob, log.moment,
    ])
    try log.move(paper, .seal)
    return .sealed
  }

  public func confirm(
    _ confirmations: [IssueConfirmation], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ConfirmOutcome] {
    try RegisterLimits.check(group: confirmations.count)
    try RegisterLimits.check(agent, "agent", max: RegisterLimits.nameBytes)
    for confirmation in confirmations { try confirmation.check() }
    return try write { db in
      let log = EventLog(db: db, agent: agent, moment: moment)
      return try confirmations.map { try Self.confirm($0, log) }
    }
  }

  // Everything is checked before the first row is written, so that a refused item leaves none.
  private static func confirm(
    _ confirmation: IssueConfirmation, _ log: EventLog
  ) throws -> ConfirmOutcome {
    guard let paper = try PaperRow.one(log.db, serial: confirmation.serial) else {
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
      guard let previous = try PaperRow.one(log.db, serial: serial) else {
        return .refused(.unknown(serial: serial))
      }
      guard ending.next(from: previous.condition) != nil else {
        return .refused(.illegal(ending, previous.number, previous.condition))
      }
      try log.move(previous, ending, because: paper)
    }
    let file = confirmation.file
    try log.db.cachedStatement(
      sql: """
        UPDATE paper SET issued_at = ?, sha256 = ?, byte_count = ?, pages = ?, path = ?
        WHERE serial = ?
        """
    ).execute(arguments: [
      log.moment, file.sha256.blob, file.byteCount, file.pages, file.path, paper.serial,
    ])
    try log.move(paper, .confirm)
    var issued = paper
    issued.state = .issued
    issued.issuedAt = log.moment
    issued.file = file
    return .issued(issued)
  }

  public func batch(inputHash: [UInt8], today: CalendarDate) throws(RegisterError) -> String {
    try RegisterLimits.check(inputHash, "inputHash", exactly: 32)
    if let name = try read({ try Self.batchName($0, inputHash) }) { return name }
    return try write { db in
      if let name = try Self.batchName(db, inputHash) { return name }
      let hash = inputHash.map { byte in
        let hex = String(byte, radix: 16)
        return hex.utf8.count == 1 ? "0" + hex : hex
      }.joined()
      // Two inputs of one day may begin alike: the second gets a longer name.
      for digits in stride(from: 8, through: 64, by: 8) {
        let name = "\(today.iso)-\(hash.prefix(digits))"
        try db.execute(
          sql: "INSERT INTO batch (input_hash, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [inputHash.blob, name])
        if db.changesCount == 1 { return name }
      }
      throw RegisterError(.inconsistent, at: "batch", "no free name was found")
    }
  }

  private static func batchName(_ db: Database, _ inputHash: [UInt8]) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT name FROM batch WHERE input_hash = ?", arguments: [inputHash.blob])
  }
}
