import TamgaDomain

/// After the stay expired, papers are accepted only for a failure of the systems stated in an act,
/// or after liability for an overstay of at most ten days.
///
/// MIA order 992, rules para 9-1, last part (art. 517 of the Code of administrative offences).
struct OverstayIsExcused: LimitRule {
  static let id = "TRP-LATE"
  static let citation = Citation("MIA order 992", "rules para 9-1 last part")
  static let level = Level.error
  static let measure = Measure("days", 10)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, let stayEnd = try stayEnd(c) else { return [] }
    let overstay = stayEnd.days(to: try c[\.applicationDate])
    guard overstay > 0 else { return [] }
    if c.has(\.failureAct), try c[\.failureAct] { return [] }
    if overstay <= limit, try c[\.article517Case] { return [] }
    return [
      found(
        at: c.place(\.applicationDate),
        kk: "болу мерзімі өткен: іркіліс актісі немесе \(limit) тәуліктен аспайтын мерзім үшін "
          + "517-бап бойынша жауапкершілік керек; әйтпесе құжаттар қабылданбайды",
        ru: "срок пребывания истёк: нужен акт о сбое либо ответственность по статье 517 "
          + "за срок не более \(limit) суток; иначе документы не принимаются",
        en:
          "the stay has expired: a failure act is needed, or liability under art. 517 for at most "
          + "\(limit) days; otherwise the papers are not accepted")
    ]
  }

  /// The last day of the stay; of an extension that does not give it, the end of the earlier permit.
  private func stayEnd(_ c: RuleContext) throws(Unanswered) -> CalendarDate? {
    if c.has(\.stayUntil) { return try c[\.stayUntil] }
    return c.kind.action == .extend ? c.knownPreviousEnd : nil
  }
}
