internal import TamgaDomain

extension SQLRegister {
  public func statistics(
    _ question: StatisticsQuestion
  ) throws(RegisterError) -> RegisterStatistics {
    try snapshot { session in
      let bodies = BodyCondition(question.bodies)
      let dates: [any SQLArgument] = [question.from.iso, question.through.iso]
      let days = try session.rows(
        """
        SELECT p.issue_date, p.document, count(*) FROM paper p
        WHERE p.issue_date >= ? AND p.issue_date <= ? AND p.path IS NOT NULL\(bodies.condition)
        GROUP BY p.issue_date, p.document ORDER BY p.issue_date, p.document
        """, dates + bodies.arguments
      ) { row in
        guard let day = CalendarDate(iso: row.text(0)) else {
          throw PaperRow.damaged(0, "issue_date")
        }
        return RegisterStatistics.Day(
          day: day, document: row.text(1), papers: Int(row.int(2)))
      }
      let entries = try Self.entries(session, question.moments)
      let times: [any SQLArgument] = [
        entries.lowerBound, entries.upperBound, question.moments.lowerBound,
        question.moments.upperBound,
      ]
      let acts = try session.rows(
        """
        SELECT e.what, p.document, count(*) FROM event e JOIN paper p ON p.serial = e.serial
        WHERE e.sequence >= ? AND e.sequence < ? AND e.at >= ? AND e.at < ?\(bodies.condition)
        GROUP BY e.what, p.document ORDER BY e.what, p.document
        """, times + bodies.arguments
      ) { row in
        PaperMove(rawValue: row.text(0)).map {
          RegisterStatistics.Act(what: $0, document: row.text(1), count: Int(row.int(2)))
        }
      }.compactMap(\.self)
      let handovers = try session.rows(
        """
        SELECT min(e.at) - p.issued_at FROM event e JOIN paper p ON p.serial = e.serial
        WHERE e.sequence >= ? AND e.sequence < ? AND e.at >= ? AND e.at < ?\(bodies.condition)
          AND e.what = 'handed-over' AND p.issued_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM event f WHERE f.serial = e.serial
            AND f.what = 'handed-over' AND f.at < ?)
        GROUP BY e.serial, p.issued_at
        """, times + bodies.arguments + [question.moments.lowerBound as any SQLArgument]
      ) { $0.int(0) }
      return RegisterStatistics(days: days, acts: acts, handovers: handovers.sorted())
    }
  }

  /// The sequences that may lie in a time: their times grow but for what the clocks of an office's
  /// machines differ.
  private static func entries(
    _ session: any SQLSession, _ moments: Range<Int64>
  ) throws -> Range<Int64> {
    let last =
      try session.first("SELECT coalesce(max(sequence), 0) FROM event", []) { $0.int(0) } ?? 0
    func first(notBefore moment: Int64) throws -> Int64 {
      var (low, high) = (Int64(1), last + 1)
      while low < high {
        let middle = (low + high) / 2
        let at = try session.first("SELECT at FROM event WHERE sequence = ?", [middle]) {
          $0.int(0)
        }
        if let at, at < moment { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let tolerance = EventLog.clockTolerance
    let begin = try first(notBefore: moments.lowerBound - tolerance)
    return begin..<max(begin, try first(notBefore: moments.upperBound + tolerance))
  }
}

struct BodyCondition {
  let condition: String
  let arguments: [any SQLArgument]

  init(_ bodies: [String]?) {
    arguments = (bodies ?? []).map { $0 as any SQLArgument }
    let marks = (bodies ?? []).map { _ in "?" }.joined(separator: ", ")
    condition =
      bodies.map { $0.isEmpty ? " AND 1 = 0" : " AND p.body IN (\(marks))" } ?? ""
  }
}
