import TamgaDomain

extension SQLRegister {
  public func bodies() throws(RegisterError) -> [RegisteredBody] {
    try snapshot(Self.bodies)
  }

  public func add(
    _ bodies: [RegisteredBody], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [RegisteredBody] {
    for body in bodies { try body.check() }
    // Nearly always they are all there: no transaction is begun.
    let known = try self.bodies()
    if bodies.allSatisfy(known.contains) { return known }
    return try change(by: agent, at: moment) { log in
      let session = log.session
      // Two runs of one office add the same bodies: one after the other.
      if let lock = session.dialect.logLock { _ = try session.exists(lock, []) }
      var all = try Self.bodies(session)
      for body in bodies where !all.contains(body) {
        guard all.count < RegisteredBody.countLimit else {
          throw RegisterError.limit(
            "issuingBodies", all.count + 1, .count("0–\(RegisteredBody.countLimit)"))
        }
        try session.execute(
          "INSERT INTO issuing_body (place, code, name_kk, name_ru) VALUES (?, ?, ?, ?)",
          [all.count, body.code, body.name.kk, body.name.ru])
        log.write(
          EventLog.bodyAdded, nil,
          [
            "place": String(all.count), "code": body.code, "kk": body.name.kk, "ru": body.name.ru,
          ])
        all.append(body)
      }
      return all
    }
  }

  private static func bodies(_ session: any SQLSession) throws -> [RegisteredBody] {
    try session.rows("SELECT code, name_kk, name_ru FROM issuing_body ORDER BY place", []) { row in
      RegisteredBody(
        code: row.text(0), name: Bilingual(kk: row.text(1), ru: row.text(2)))
    }
  }
}
