extension SQLRegister {
  public func reserve(
    _ requests: [ReservationRequest], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ReservationOutcome] {
    try RegisterLimits.check(group: requests.count)
    for request in requests { try request.check() }
    return try change(by: agent, at: moment) { log in
      try ReserveStep(requests, log, room).run()
    }
  }

  public func trial(
    _ requests: [ReservationRequest], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [ReservationOutcome] {
    try RegisterLimits.check(group: requests.count)
    for request in requests { try request.check() }
    var outcomes: [ReservationOutcome]?
    do {
      try change(by: agent, at: moment) { log in
        outcomes = try ReserveStep(requests, log, room).run()
        throw TrialEnded()
      }
    } catch {
      // Rolled back on purpose, and not because something else failed before.
      if let outcomes { return outcomes }
      throw error
    }
    return outcomes ?? []
  }
}

/// Rolls a transaction back whose outcome is all that was wanted.
private struct TrialEnded: Error {}
