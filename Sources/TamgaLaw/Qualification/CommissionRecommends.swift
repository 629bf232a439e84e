import TamgaDomain

/// The commission has a recommendation for the person, with signed minutes.
///
/// Labour ministry order 236, para 9; paras 16, 22 and 22-1 name no commission.
struct CommissionRecommends: PlainRule {
  static let id = "QC-COMMISSION"
  static let citation = Citation("Labour ministry order 236", "para 9")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    switch c.kind.action {
    case .grant: return try parts(number, date, in: c)
    case .refuse: return refusal(in: c)
    default: return []
    }
  }

  /// A refusal names the minutes where a commission sat: for a first issue.
  private func refusal(in c: RuleContext) -> [Finding] {
    guard c.asksForFirstIssue, !c.isUnreadable(\.basis),
      c.given(\.requestedAction) != nil || c.groundIds.contains(where: Self.ofCommission.contains),
      c.given(\.basis).map(c.isBlank) ?? true
    else { return [] }
    return [
      found(
        at: "/fields/basis",
        kk: "алғашқы беруден комиссия хаттамасы бойынша бас тартылады: хаттаманы көрсетіңіз",
        ru: "в первой выдаче отказывают по протоколу комиссии: укажите протокол",
        en: "a first issue is refused by minutes of the commission: name them")
    ]
  }

  /// The grounds that the commission judges.
  private static let ofCommission: Set<String> = ["QC-R1", "QC-R2"]

  private func number(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.isBlank(try c[\.minutesNumber]) else { return [] }
    return [
      found(
        at: c.place(\.minutesNumber),
        kk: "комиссия хаттамасының нөмірі жоқ: оны енгізіңіз",
        ru: "нет номера протокола комиссии: введите его",
        en: "the number of the commission's minutes is missing: enter it")
    ]
  }

  private func date(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c[\.minutesDate] > c.issueDate() else { return [] }
    return [
      found(
        at: c.place(\.minutesDate),
        kk: "комиссия хаттамасы анықтамадан кеш: күнін тексеріңіз",
        ru: "протокол комиссии позже справки: проверьте дату",
        en: "the commission's minutes are later than the certificate: check the date")
    ]
  }
}

extension RuleContext {
  /// True when the record asks for a first certificate, or does not say for what.
  var asksForFirstIssue: Bool {
    given(\.requestedAction).map { $0 == RequestedAction.grant } ?? true
  }
}

/// What an application asks for, as `requestedAction` has it.
enum RequestedAction {
  static let grant = DecisionAction.grant.rawValue
  static let extend = DecisionAction.extend.rawValue
  static let reissue = DecisionAction.reissue.rawValue
  static let duplicate = DecisionAction.duplicate.rawValue
}
