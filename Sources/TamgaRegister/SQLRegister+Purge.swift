import TamgaDomain

extension SQLRegister {
  public func followers(of serial: Int64) throws(RegisterError) -> [PaperEntry] {
    try reading { session in
      try PaperRow.all(
        session, "WHERE p.previous = ? AND p.state <> 'void' ORDER BY p.serial", [serial])
    }
  }

  public func purge(
    _ serials: [Int64], by agent: String, reason: String, at moment: Int64
  ) throws(RegisterError) -> [PaperEntry] {
    try RegisterLimits.check(group: serials.count)
    try RegisterLimits.check(reason: reason)
    return try change(by: agent, at: moment) { log in
      try PaperRow.lock(log.session, serials)
      return try serials.map { serial in
        guard let paper = try PaperRow.one(log.session, serial: serial) else {
          throw RegisterError.unknown(serial: serial)
        }
        guard paper.purgedAt == nil else { return paper }
        try log.move(paper, .purge, reason: reason)
        for statement in [
          "DELETE FROM record WHERE serial = ?", "DELETE FROM person WHERE serial = ?",
          "DELETE FROM search_key WHERE serial = ?",
          // Clerks write names into reasons; the log keeps hashes that nobody can try texts against.
          "UPDATE event SET reason = NULL, reason_salt = NULL WHERE serial = ?",
        ] {
          try log.session.execute(statement, [serial])
        }
        // Its claims name the person; the digest proves what it was.
        try log.session.execute("UPDATE seal SET bytes = ? WHERE serial = ?", [[UInt8](), serial])
        try log.session.execute(
          "UPDATE document_signature SET cms = ? WHERE serial = ?", [[UInt8](), serial])
        try log.session.execute(
          "UPDATE paper SET purged_at = ? WHERE serial = ?", [moment, serial])
        var purged = paper
        purged.purgedAt = moment
        return purged
      }
    }
  }
}
