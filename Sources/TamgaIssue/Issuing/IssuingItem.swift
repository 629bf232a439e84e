import TamgaDecisions

/// A record on its way through the issuer.
struct IssuingItem: Sendable {
  /// As in ``DecisionResult``.
  let line: Int
  let source: String?
  let parsed: ParsedDecision
}
