import TamgaDomain

/// The state duty of four monthly calculation indices is paid.
///
/// MIA order 992, annex 3 row 6.
struct DutyIsPaid: LimitRule {
  static let id = "PR-FEE"
  static let citation = Citation("MIA order 992", "annex 3 row 6")
  static let level = Level.error
  static let measure = Measure("mci", 4)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, try c[\.dutyPaidMci] < limit else { return [] }
    return [
      found(
        at: c.place(\.dutyPaidMci),
        kk: "мемлекеттік баж толық төленбеген: \(limit) АЕК төленуі тиіс",
        ru: "государственная пошлина уплачена не полностью: требуется \(limit) МРП",
        en: "the state duty is not fully paid: \(limit) MCI are due")
    ]
  }
}
