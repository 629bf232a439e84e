extension Verdict {
  /// This verdict with one more fact that changes no outcome.
  public func adding(_ reason: Reason) -> Verdict {
    switch self {
    case .judged(var judgement):
      judgement.reasons.append(reason)
      return .judged(judgement)
    case .notGenuine(var rejection):
      rejection.reasons.append(reason)
      return .notGenuine(rejection)
    case .noSeal: return self
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
