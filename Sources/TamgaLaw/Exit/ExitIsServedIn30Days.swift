import TamgaDomain

/// The whole service takes 30 calendar days at most.
///
/// MIA order 596, para 11; standard (decree 199), para 7.
struct ExitIsServedIn30Days: LimitRule {
  static let id = "EXIT-TOTAL-30D"
  static let citation = Citation("Decree 199", "standard, para 7")
  static let level = Level.warning
  static let measure = Measure("days", 30)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let start = try c[\.acceptanceDate]
    return lateness(
      .decision, start, try c.decisionDay(), last: start.after(days: limit),
      at: c.has(\.decisionDate) ? c.place(\.decisionDate) : "/issueDate")
  }
}
