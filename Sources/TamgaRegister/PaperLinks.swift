internal import TamgaDomain

/// The chain of a paper: the first one with all its extensions, reissues and duplicates.
enum PaperLinks {
  /// The entries of the chain that the paper of `serial` belongs to, that one too, oldest first;
  /// revocations and void papers left out.
  static func serials(_ session: any SQLSession, of serial: Int64) throws -> [Int64] {
    try session.rows(
      """
      WITH RECURSIVE up (serial, depth) AS (
        SELECT CAST(? AS BIGINT), 1
        UNION ALL
        SELECT c.previous, up.depth + 1 FROM up JOIN paper c ON c.serial = up.serial
        WHERE c.previous IS NOT NULL AND c.relation <> 'revokes' AND up.depth < ?
      ), link (serial, depth) AS (
        SELECT serial, 1 FROM (SELECT serial FROM up ORDER BY depth DESC LIMIT 1) AS first
        UNION ALL
        SELECT f.serial, link.depth + 1 FROM link JOIN paper f ON f.previous = link.serial
        WHERE f.relation <> 'revokes' AND f.state <> 'void' AND link.depth < ?
      )
      SELECT serial FROM link ORDER BY serial
      """, [serial, RegisterLimits.chainPapers, RegisterLimits.chainPapers]
    ) { $0.int(0) }
  }

  /// The papers that end with the paper of `serial` when that is revoked.
  static func living(_ session: any SQLSession, of serial: Int64) throws -> [PaperEntry] {
    let links = try serials(session, of: serial).filter { $0 != serial }
    return try PaperRow.all(session, serials: links).values
      .filter { PaperMove.revoke.next(from: $0.condition) != nil }
      .sorted { $0.serial < $1.serial }
  }
}
