internal import TamgaDomain
internal import TamgaFormats
internal import TamgaLog

extension SQLRegister {
  public func acceptRestore(
    _ loss: LostEntries, by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) {
    try RegisterLimits.check(reason: reason)
    guard loss.count > 0 else { throw .limit("lost", loss.count, .count("≥ 1")) }
    let lost = Int64(loss.count)
    try change(by: agent, at: moment) { log in
      let session = log.session
      // In the order of every other transaction: series, then the end of the log.
      let series = try session.rows(
        "SELECT prefix, last FROM series ORDER BY prefix\(session.dialect.rowLock)", []
      ) { (prefix: $0.text(0), last: $0.int(1)) }.filter { $0.last > 0 }
      try SkippedNumbers.write(
        session, series.map { ($0.prefix, $0.last + 1...$0.last + lost) })
      try session.execute(
        "UPDATE series SET last = last + ? WHERE prefix = ?",
        each: series.map { [lost, $0.prefix] })
      log.write(
        EventLog.restored, nil, reason: reason,
        [
          "signed": String(loss.signed), "root": Hex.text(loss.root.bytes),
          "entries": String(loss.entries), "lost": String(lost),
        ])
      _ = try BundleSequence.next(log, after: lost)
      let entry = try log.flush()
      try session.execute(
        "INSERT INTO accepted_restore (entry, lost) VALUES (?, ?)", [entry, lost])
    }
  }
}

/// Numbers that are left out of a series for good.
enum SkippedNumbers {
  static func write(
    _ session: any SQLSession, _ numbers: [(prefix: String, ordinals: ClosedRange<Int64>)]
  ) throws {
    try session.execute(
      "INSERT INTO skipped_numbers (prefix, first, last) VALUES (?, ?, ?)",
      each: numbers.map { [$0.prefix, $0.ordinals.lowerBound, $0.ordinals.upperBound] })
  }

  static func read(_ session: any SQLSession, prefix: String) throws -> [ClosedRange<Int64>] {
    try session.rows(
      "SELECT first, last FROM skipped_numbers WHERE prefix = ? ORDER BY first", [prefix]
    ) { $0.int(0)...$0.int(1) }
  }

  /// The first number of a series that begins after a restore is behind as many as were lost: the series
  /// may have begun before.
  static func lostBefore(_ session: any SQLSession) throws -> Int64 {
    try session.first(
      "SELECT CAST(coalesce(sum(lost), 0) AS BIGINT) FROM accepted_restore", []
    ) { $0.int(0) } ?? 0
  }
}
