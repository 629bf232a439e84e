import TamgaDecisions

/// A record on its way through the issuer.
struct IssuingItem: Sendable {
  /// As in ``DecisionResult``.
  let line: Int
  let source: String?
  let parsed: ParsedDecision
  /// The keys under which the register finds the holder; none of a record that could not be read.
  let personKeys: [String]

  init(line: Int, source: String?, parsed: ParsedDecision) {
    self.line = line
    self.source = source
    self.parsed = parsed
    personKeys = parsed.decision.map(ReservationRequests.personKeys) ?? []
  }
}
