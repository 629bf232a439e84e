package import TamgaDomain

extension SQLRegister {
  public func statuses(
    notExpiredOn day: CalendarDate
  ) throws(RegisterError) -> StatusSnapshot {
    let current = "(list < \(StatusIndex.listsOfYear) OR list >= ?)"
    let first = StatusIndex.firstList(validUntil: day)
    return try snapshot { session in
      var marks: [Int: [Int: PaperStatus]] = [:]
      var replacements: [StatusSnapshot.Replacement] = []
      _ = try session.rows(
        """
        SELECT p.list, p.position, p.status, p.number, p.copy, e.number, e.copy
        FROM (SELECT * FROM paper WHERE status <> 0 AND \(current)) p
        LEFT JOIN paper e ON e.serial = p.ended_by ORDER BY p.list, p.position
        """, [first]
      ) { row in
        guard let index = StatusIndex(list: Int(row.int(0)), position: Int(row.int(1))),
          let status = PaperStatus(rawValue: Int(row.int(2)))
        else {
          throw PaperRow.damaged(0, "status")
        }
        marks[index.list, default: [:]][index.position] = status
        if status == .superseded, let number = row.optionalText(5) {
          replacements.append(
            StatusSnapshot.Replacement(
              statusIndex: index,
              paper: DocumentNumber(stored: row.text(3), copy: Int(row.int(4))),
              replacedBy: DocumentNumber(stored: number, copy: Int(row.int(6)))))
        }
      }
      let lists = try session.rows(
        "SELECT list, papers FROM status_list WHERE \(current) ORDER BY list", [first]
      ) { row in
        let list = Int(row.int(0))
        return StatusSnapshot.List(
          number: list, papers: Int(row.int(1)), marks: marks[list] ?? [:])
      }
      return StatusSnapshot(lists: lists, replacements: replacements)
    }
  }

  public func sealsLogged(
    kid: [UInt8], before moment: Int64
  ) throws(RegisterError) -> [UInt64] {
    try RegisterLimits.check(kid, "kid", exactly: 8)
    return try reading { session in
      try session.rows(
        """
        SELECT substr(sha256, 1, 8) FROM seal
        WHERE kid = ? AND logged_at < ? AND sha256 IS NOT NULL ORDER BY sha256
        """, [kid, moment]
      ) { row in row.bytes(0).reduce(0) { $0 << 8 | UInt64($1) } }
    }
  }

  public func holdsSeal(sha256: [UInt8], cti: [UInt8]) throws(RegisterError) -> Bool {
    try RegisterLimits.check(sha256, "sha256", exactly: 32)
    try RegisterLimits.check(cti, "cti", exactly: 16)
    return try reading { session in
      try session.exists("SELECT 1 FROM seal WHERE cti = ? AND sha256 = ?", [cti, sha256])
    }
  }

  public func nextSequence(by agent: String, at moment: Int64) throws(RegisterError) -> Int64 {
    try change(by: agent, at: moment) { try BundleSequence.next($0) }
  }
}
