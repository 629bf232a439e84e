import TamgaDomain

/// False data bar the exit for one month at most.
///
/// Standard (decree 199), para 16(6); the ground is EXIT-R6. The month runs from the decision
/// (designed).
struct FalseDataBarOneMonth: LimitRule {
  static let id = "EXIT-FALSE-1M"
  static let citation = Citation("Decree 199", "standard, para 16(6)")
  static let level = Level.error
  static let measure = Measure("months", 1)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.groundIds.contains(ExitGround.falseData.rawValue) else { return [] }
    let last = try c.decisionDay().adding(months: limit)
    guard try c[\.falseDataUntil] > last else { return [] }
    return [
      found(
        at: c.place(\.falseDataUntil),
        kk: "бұл негіз шешімнен бастап \(limit) айдан аспайды: "
          + "күні \(last.printed) күнінен кеш болмауы тиіс",
        ru: "это основание действует со дня решения не дольше (мес.: \(limit)): "
          + "дата не позже \(last.printed)",
        en: "this ground holds for at most \(limit) month(s) from the decision: "
          + "the date is not later than \(last.iso)")
    ]
  }
}
