/// A register in tables: the steps and the statements are the same for every database, which only
/// brings its sessions.
package protocol SQLRegister: Register {
  /// Where status lists count as full.
  var room: StatusPlacement.Room { get }

  /// Runs `body` in one snapshot of the register, which it may not change.
  func snapshot<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value

  /// Runs `body`, which reads by one statement: that is a snapshot by itself, and a database that is far
  /// away is asked once instead of three times.
  func reading<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value

  /// Runs `body` in one transaction: all of it is stored and flushed, or nothing. `body` may be run
  /// again from its beginning, when another transaction was first.
  func transaction<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value
}

extension SQLRegister {
  package func reading<Value>(
    _ body: (any SQLSession) throws -> Value
  ) throws(RegisterError) -> Value {
    try snapshot(body)
  }

  /// Runs `body` in one transaction and writes the events of it at its end.
  func change<Value>(
    by agent: String, at moment: Int64, _ body: (EventLog) throws -> Value
  ) throws(RegisterError) -> Value {
    try RegisterLimits.check(agent, "agent", max: RegisterLimits.nameBytes)
    return try transaction { session in
      let log = EventLog(session: session, agent: agent, moment: moment)
      let value = try body(log)
      try log.flush()
      return value
    }
  }
}
