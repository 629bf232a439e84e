internal import TamgaDomain

extension SQLRegister {
  public func waitingPrints(
    since moment: Int64, bodies: [String]?, limit: Int
  ) throws(RegisterError) -> [PaperEntry] {
    try RegisterLimits.check(page: limit)
    return try snapshot { session in
      let bodies = BodyCondition(bodies)
      let acts = [PaperMove.reprint, .spoil, .handOver].map(\.rawValue)
      let serials = try session.rows(
        """
        SELECT e.serial FROM event e JOIN paper p ON p.serial = e.serial
        WHERE e.what = 'reprinted' AND e.at >= ? AND p.state = 'issued' AND p.status = 0\(bodies.condition)
          AND NOT EXISTS (SELECT 1 FROM event f WHERE f.serial = e.serial AND f.sequence > e.sequence
            AND f.what IN (?, ?, ?))
        ORDER BY e.sequence DESC LIMIT ?
        """, [moment] + bodies.arguments + acts + [limit]
      ) { $0.int(0) }
      let papers = try PaperRow.all(session, serials: serials)
      return serials.compactMap { papers[$0] }
    }
  }
}
