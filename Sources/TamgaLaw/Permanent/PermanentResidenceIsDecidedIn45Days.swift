import TamgaDomain

/// Permanent residence is decided within 45 calendar days from the full package.
///
/// MIA order 992, annex 3 row 3.
struct PermanentResidenceIsDecidedIn45Days: LimitRule {
  static let id = "PR-DECISION-45D"
  static let citation = Citation("MIA order 992", "annex 3 row 3")
  static let level = Level.warning
  static let measure = Measure("days", 45)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let start = try c[\.acceptanceDate]
    return lateness(
      .decision, start, try c[\.decisionDate], last: start.after(days: limit),
      at: c.place(\.decisionDate))
  }
}
