internal import Crypto

extension SQLRegister {
  public func seal(
    _ records: [SealRecord], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [SealOutcome] {
    try RegisterLimits.check(group: records.count)
    for record in records { try record.check() }
    return try change(by: agent, at: moment) { log in
      let session = log.session
      let serials = records.map(\.serial)
      try PaperRow.lock(session, serials)
      let papers = try PaperRow.all(session, serials: serials)
      var seals = try PaperRow.seals(session, serials: serials)
      var rows: [[any SQLArgument]] = []
      let outcomes = try records.map { record throws -> SealOutcome in
        guard let paper = papers[record.serial] else {
          return .refused(.unknown(serial: record.serial))
        }
        if paper.state != .void, let stored = seals[record.serial] {
          return stored == record ? .sealed : .sealedBefore(stored)
        }
        guard PaperMove.seal.next(from: paper.condition) != nil else {
          return .refused(.illegal(.seal, paper.number, paper.condition))
        }
        seals[record.serial] = record
        rows.append([
          record.serial, record.cti, record.issuedAt, record.kid, record.checkCode, record.bytes,
          log.moment, PaperDigest.seal(record, loggedAt: log.moment),
          Array(SHA256.hash(data: record.bytes)),
        ])
        try log.move(paper, .seal)
        return .sealed
      }
      try session.execute(
        """
        INSERT INTO seal
          (serial, cti, issued_at, kid, check_code, bytes, logged_at, digest, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, each: rows)
      return outcomes
    }
  }
}
