internal import Crypto
internal import TamgaDomain

extension SQLRegister {
  public func fingerprints(
    after serial: Int64, limit: Int
  ) throws(RegisterError) -> [PaperFingerprint] {
    try RegisterLimits.check(page: limit)
    return try snapshot { session in
      try PaperDigest.states(session, after: serial, limit: limit).map {
        PaperFingerprint(serial: $0.serial, state: $0.state)
      }
    }
  }

  public func sealDigestHolds(_ serial: Int64) throws(RegisterError) -> Bool {
    try snapshot { session in
      let stored = try session.first(
        "SELECT digest, logged_at, sha256 FROM seal WHERE serial = ?", [serial]
      ) { (digest: $0.bytes(0), loggedAt: $0.int(1), sum: $0.isNull(2) ? nil : $0.bytes(2)) }
      guard let stored, let seal = try PaperRow.seal(session, serial: serial),
        stored.sum == Array(SHA256.hash(data: seal.bytes))
      else { return false }
      return PaperDigest.seal(seal, loggedAt: stored.loggedAt) == stored.digest
    }
  }

  public func personKeys(of serial: Int64) throws(RegisterError) -> [String] {
    try snapshot { session in
      try session.rows("SELECT key FROM person WHERE serial = ? ORDER BY key", [serial]) {
        $0.text(0)
      }
    }
  }

  public func gaps() throws(RegisterError) -> [NumberGap] {
    try snapshot { session in
      let series = try session.rows("SELECT prefix, last FROM series ORDER BY prefix", []) {
        (prefix: $0.text(0), last: $0.int(1))
      }
      return try series.flatMap { try Self.gaps(session, $0.prefix, last: $0.last) }
    }
  }

  private static func gaps(
    _ session: any SQLSession, _ prefix: String, last: Int64
  ) throws -> [NumberGap] {
    let used = try session.rows(
      "SELECT series_serial FROM paper WHERE series = ? ORDER BY series_serial", [prefix]
    ) { $0.int(0) }
    let skipped = try SkippedNumbers.read(session, prefix: prefix)
    var gaps: [NumberGap] = []
    var next: Int64 = 1
    for serial in used + [last + 1] {
      var missing: ClosedRange<Int64>?
      var candidate = next
      while candidate < serial {
        if let range = skipped.first(where: { $0.contains(candidate) }) {
          candidate = range.upperBound + 1
          continue
        }
        defer { candidate += 1 }
        // A record had given a number of this form before the series came to it.
        let number = AllottedNumber(prefix: prefix, ordinal: candidate)?.description
        if let number,
          try session.exists("SELECT 1 FROM paper WHERE number = ? LIMIT 1", [number])
        {
          continue
        }
        if let gap = missing, gap.upperBound == candidate - 1 {
          missing = gap.lowerBound...candidate
        } else {
          if let missing { gaps.append(NumberGap(series: prefix, ordinals: missing)) }
          missing = candidate...candidate
        }
      }
      if let missing { gaps.append(NumberGap(series: prefix, ordinals: missing)) }
      next = serial + 1
    }
    // More papers than numbers: the series was turned back.
    if let highest = used.last, highest > last {
      gaps.append(NumberGap(series: prefix, ordinals: last + 1...highest))
    }
    return gaps
  }

  public func storedSequence() throws(RegisterError) -> Int64 {
    try snapshot(BundleSequence.stored)
  }

  public func miscountedLists() throws(RegisterError) -> [ListMiscount] {
    try snapshot { session in
      try session.rows(
        """
        SELECT l.list, l.papers, (SELECT count(*) FROM paper p WHERE p.list = l.list)
        FROM status_list l ORDER BY l.list
        """, []
      ) {
        ListMiscount(list: Int($0.int(0)), counted: Int($0.int(1)), papers: Int($0.int(2)))
      }.filter { $0.counted != $0.papers }
    }
  }
}
