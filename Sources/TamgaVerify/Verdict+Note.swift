extension Verdict {
  /// This verdict with one more fact that changes no outcome.
  public func adding(_ reason: Reason) -> Verdict {
    guard case .judged(let judgement) = self, reason.outcome == nil else { return self }
    return .judged(
      Judgement(
        pages: judgement.pages, reasons: judgement.reasons + [reason], claims: judgement.claims,
        altered: judgement.altered, hints: judgement.hints, replacedBy: judgement.replacedBy,
        key: judgement.key, kind: judgement.kind, basis: judgement.basis))
  }
}
