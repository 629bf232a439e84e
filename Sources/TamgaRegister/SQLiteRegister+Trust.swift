internal import GRDB
public import TamgaDomain

extension SQLiteRegister {
  public func statuses(
    notExpiredOn day: CalendarDate
  ) throws(RegisterError) -> StatusSnapshot {
    let current = "(list < \(StatusIndex.ordinals) OR list >= ?)"
    let first = StatusIndex.firstList(validUntil: day)
    return try read { db in
      var marks: [Int: [Int: PaperStatus]] = [:]
      var replacements: [StatusSnapshot.Replacement] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT p.list, p.position, p.status, p.number, p.copy, e.number, e.copy
          FROM (SELECT * FROM paper WHERE status <> 0 AND \(current)) p
          LEFT JOIN paper e ON e.serial = p.ended_by ORDER BY p.list, p.position
          """, arguments: [first])
      while let row = try rows.next() {
        let index = StatusIndex(list: row[0], position: row[1])
        guard let status = PaperStatus(rawValue: row[2]) else {
          throw PaperRow.damaged(0, "status")
        }
        marks[index.list, default: [:]][index.position] = status
        if status == .superseded, let number = row[5] as String? {
          replacements.append(
            StatusSnapshot.Replacement(
              statusIndex: index, paper: DocumentNumber(stored: row[3], copy: row[4]),
              replacedBy: DocumentNumber(stored: number, copy: row[6])))
        }
      }
      let lists = try Row.fetchAll(
        db, sql: "SELECT list, papers FROM status_list WHERE \(current) ORDER BY list",
        arguments: [first]
      ).map { row in
        StatusSnapshot.List(number: row[0], papers: row[1], marks: marks[row[0]] ?? [:])
      }
      return StatusSnapshot(lists: lists, replacements: replacements)
    }
  }

  public func sealsLogged(
    kid: [UInt8], before moment: Int64
  ) throws(RegisterError) -> [UInt64] {
    try RegisterLimits.check(kid, "kid", exactly: 8)
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT substr(cti, 1, 8) FROM seal WHERE kid = ? AND logged_at < ? ORDER BY cti",
        arguments: [kid.blob, moment])
      var prefixes: [UInt64] = []
      while let row = try rows.next() {
        prefixes.append(PaperRow.bytes(row[0]).reduce(0) { $0 << 8 | UInt64($1) })
      }
      return prefixes
    }
  }

  public func nextSequence() throws(RegisterError) -> Int64 {
    try write { db in
      // safe: the statement always gives its row
      try Int64.fetchOne(
        db,
        sql: """
          INSERT INTO bundle_sequence (one, last) VALUES (1, 1)
          ON CONFLICT (one) DO UPDATE SET last = last + 1 RETURNING last
          """)!
    }
  }
}
