import TamgaDomain

/// Whoever has to prove solvency has a dwelling and registration for at least 180 calendar days.
///
/// MIA order 992, annex 3 row 8(6).
struct DwellingIsSecured: LimitRule {
  static let id = "PR-LEASE-180"
  static let citation = Citation("MIA order 992", "annex 3 row 8(6)")
  static let level = Level.error
  static let measure = Measure("days", 180)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, !(try c.isExempt(ExemptGroup.fromSolvency)),
      !(try c.isFormerCitizen())
    else { return [] }
    let from = try c[\.dwellingFrom]
    guard from.days(to: try c[\.dwellingUntil]) < limit else { return [] }
    let last = from.after(days: limit)
    return [
      found(
        at: c.place(\.dwellingUntil),
        kk:
          "тұрғын үй кемінде \(limit) күнтізбелік күнге берілуі тиіс: \(last.printed) күніне дейін",
        ru: "жильё предоставляется не менее чем на \(limit) календарных дней: по \(last.printed)",
        en: "the dwelling is given for at least \(limit) calendar days: to \(last.iso)")
    ]
  }
}
