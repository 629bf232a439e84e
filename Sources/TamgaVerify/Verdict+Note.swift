extension Verdict {
  /// This verdict with one more fact that changes no outcome.
  public func adding(_ reason: Reason) -> Verdict {
    switch self {
    case .judged(let judgement):
      .judged(
        Judgement(
          pages: judgement.pages, reasons: judgement.reasons + [reason], claims: judgement.claims,
          altered: judgement.altered, hints: judgement.hints, replacedBy: judgement.replacedBy,
          key: judgement.key, kind: judgement.kind, basis: judgement.basis,
          others: judgement.others))
    case .notGenuine(let rejection):
      .notGenuine(
        Rejection(
          pages: rejection.pages, reasons: rejection.reasons + [reason], basis: rejection.basis,
          others: rejection.others, missingOffice: rejection.missingOffice))
    case .noSeal: self
    }
  }

  /// This verdict with the pages beside the paper that belong to none.
  func with(_ others: [OtherPage]) -> Verdict {
    switch self {
    case .judged(var judgement):
      judgement.others = others
      return .judged(judgement)
    case .notGenuine(var rejection):
      rejection.others = others
      return .notGenuine(rejection)
    case .noSeal(var rejection):
      rejection.others = others
      return .noSeal(rejection)
    }
  }
}
