import TamgaDomain

/// An extension on the portal is decided within 30 minutes.
///
/// MIA order 76, annex 1 row 3.
struct PortalExtensionTakesHalfAnHour: LimitRule {
  static let id = "LIM-PORTAL-30MIN"
  static let citation = Citation("MIA order 76", "annex 1 row 3")
  static let level = Level.warning
  static let measure = Measure("minutes", 30)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend, try c[\.channel] == .portal else { return [] }
    return try minutesFindings(limit, in: c)
  }
}

extension Rule {
  /// A finding when the decision comes more than `limit` minutes after the receipt, or before it.
  func minutesFindings(_ limit: Int, in c: RuleContext) throws(Unanswered) -> [Finding] {
    let seconds = try c[\.decidedAt].seconds - c[\.receivedAt].seconds
    guard seconds < 0 || seconds > Int64(limit) * 60 else { return [] }
    return [
      found(
        at: c.place(\.decidedAt),
        kk: "шешім өтініш түскеннен кейін \(limit) минут ішінде қабылдануы тиіс еді: "
          + "уақытын тексеріп, кешігуді растаңыз",
        ru: "решение принимается в течение \(limit) минут после поступления: "
          + "проверьте время и подтвердите опоздание",
        en: "the decision falls within \(limit) minutes after the receipt: "
          + "check the times and confirm the delay")
    ]
  }
}
