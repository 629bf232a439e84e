import TamgaDomain

/// Whoever turns 16 in the country applies within ten calendar days of the birthday.
///
/// MIA order 992, rules, para 5. Whoever crossed the border after the birthday is not meant; when
/// the day of crossing is not given, a person of 16 is.
struct SixteenYearOldAppliesInTenDays: LimitRule {
  static let id = "TRP-AGE16-10D"
  static let citation = Citation("MIA order 992", "rules para 5")
  static let level = Level.warning
  static let measure = Measure("days", 10)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    return try byBirth(in: c) { birth throws(Unanswered) in try judge(birth, c) }
  }

  private func judge(_ birth: CalendarDate, _ c: RuleContext) throws(Unanswered) -> [Finding] {
    let birthday = birth.birthday(16)
    // An adult's decision needs no application date for this.
    guard let issued = c.decision.issueDate, birthday <= issued, birth.age(on: issued) < 18 else {
      return []
    }
    if c.has(\.borderCrossingDate), try c[\.borderCrossingDate] > birthday { return [] }
    let applied = try c[\.applicationDate]
    guard birth.age(on: applied) == 16 else { return [] }
    return lateness(
      .application, birthday, applied, last: birthday.after(days: limit),
      at: c.place(\.applicationDate))
  }
}
