extension Verdict {
  /// This verdict with one more fact that changes no outcome.
  public func adding(_ reason: Reason) -> Verdict {
    switch self {
    case .judged(let judgement):
      .judged(
        Judgement(
          pages: judgement.pages, reasons: judgement.reasons + [reason], claims: judgement.claims,
          altered: judgement.altered, hints: judgement.hints, replacedBy: judgement.replacedBy,
          key: judgement.key, kind: judgement.kind, basis: judgement.basis))
    case .notGenuine(let rejection):
      .notGenuine(
        Rejection(
          pages: rejection.pages, reasons: rejection.reasons + [reason], basis: rejection.basis))
    case .noSeal: self
    }
  }
}
