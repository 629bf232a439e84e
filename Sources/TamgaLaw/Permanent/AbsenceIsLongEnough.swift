import TamgaDomain

/// PR-G15 stands only when some twelve months in a row have fewer than 183 days of residence.
///
/// MIA order 992, annex 3 row 9 item 2, 15). On a refusal the days are judged when they are given.
struct AbsenceIsLongEnough: LimitRule {
  static let id = "PR-G15-183"
  static let citation = Citation("MIA order 992", "annex 3 row 9 item 2, 15)")
  static let level = Level.error
  static let measure = Measure("days", 183)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard let index = c.groundIds.firstIndex(of: "PR-G15"),
      c.kind.action == .annul || c.has(\.residenceDays12Months),
      try c[\.residenceDays12Months] >= limit
    else { return [] }
    return [
      found(
        at: "/fields/groundIds/\(index)",
        kk: "он екі айда кемінде \(limit) күн тұрған: негізді алып тастаңыз",
        ru: "за двенадцать месяцев прожито не менее \(limit) дней: уберите основание",
        en: "the person lived here for \(limit) days or more in twelve months: remove the ground")
    ]
  }
}
