internal import Synchronization
internal import TamgaRegister

/// The planner's statistics of tables that grow faster than the server looks at them.
///
/// PostgreSQL analyses a table that changed once a minute (autovacuum); a new register has no statistics
/// until then, and a night is added in seconds. Plans for empty tables read whole tables: a first night
/// was 2.5 times slower, and a later one took minutes to be added.
final class TableStatistics: Sendable {
  /// Written by every paper.
  static let register = [
    "paper", "record", "person", "search_key", "seal", "event", "status_list", "series",
  ]

  private let written = Mutex((count: 0, next: TableStatistics.first))
  /// Transactions of this process before the first look; each later look is after twice as many.
  private static let first = 8
  /// By then the server has looked by itself.
  private static let last = 4_096

  /// Counts a transaction; true when it is time for a look.
  func isDue() -> Bool {
    written.withLock { written in
      written.count += 1
      guard written.count == written.next, written.count <= Self.last else { return false }
      written.next *= 2
      return true
    }
  }

  /// Analyses those of the tables that have more than twice the pages that the server knows of.
  static func refresh(_ tables: [String], _ connection: PostgresConnection) throws {
    for table in tables {
      let isStale = try connection.command(
        """
        SELECT 1 FROM pg_class
        WHERE oid = '\(table)'::regclass
          AND pg_relation_size(oid) > 2 * greatest(relpages, 0)
            * current_setting('block_size')::bigint
        """)
      if isStale != nil { try connection.command("ANALYZE (SKIP_LOCKED) \(table)") }
    }
  }
}
