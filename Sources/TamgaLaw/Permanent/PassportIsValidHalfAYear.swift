import TamgaDomain

/// On the application date the passport is valid for more than 180 calendar days.
///
/// MIA order 992, annex 3 row 8(2).
struct PassportIsValidHalfAYear: LimitRule {
  static let id = "PR-PASSPORT-180"
  static let citation = Citation("MIA order 992", "annex 3 row 8(2)")
  static let level = Level.error
  static let measure = Measure("days", 180)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    let applied = try c[\.applicationDate]
    guard applied.days(to: try c[\.passportExpiryDate]) <= limit else { return [] }
    let first = applied.after(days: limit + 1)
    return [
      found(
        at: c.place(\.passportExpiryDate),
        kk: "өтініш берген күні паспорт \(limit) күннен артық жарамды болуы тиіс: "
          + "кемінде \(first.printed) күніне дейін",
        ru: "на дату подачи паспорт должен действовать более \(limit) дней: "
          + "не менее чем по \(first.printed)",
        en: "on the application date the passport is valid for more than \(limit) days: "
          + "to \(first.iso) at least")
    ]
  }
}
