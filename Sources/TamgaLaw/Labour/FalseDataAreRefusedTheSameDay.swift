import TamgaDomain

/// A refusal for false data is made on the day of receipt, within 30 minutes.
///
/// MIA order 76, para 6, last part; the ground is LIM-R1.
struct FalseDataAreRefusedTheSameDay: LimitRule {
  static let id = "LIM-FALSE-30MIN"
  static let citation = Citation("MIA order 76", "para 6 last part")
  static let level = Level.warning
  static let measure = Measure("minutes", 30)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .refuse, c.groundIds.contains("LIM-R1") else { return [] }
    let late = try minutesFindings(limit, in: c)
    guard late.isEmpty, try c[\.receivedAt].date != c[\.decidedAt].date else { return late }
    return [
      found(
        at: c.place(\.decidedAt),
        kk: "шынайы емес мәліметтер бойынша бас тарту түскен күні ресімделеді: күндерді тексеріңіз",
        ru: "отказ при недостоверных данных оформляется в день поступления: проверьте даты",
        en: "a refusal for false data is made on the day of receipt: check the dates")
    ]
  }
}
