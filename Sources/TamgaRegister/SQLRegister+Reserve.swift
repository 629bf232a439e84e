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
}
