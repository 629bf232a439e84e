import TamgaDomain

/// An extension of a temporary residence permit is applied for not later than its last day, but for
/// a failure of the systems or after liability for at most ten days.
///
/// MIA order 992, rules para 9-1, last part; decree 148, para 10 («ұзарту»).
struct ResidenceExtensionIsAskedInTime: LimitRule {
  static let id = "TRP-EXT-EXPIRED"
  static let citation = Citation("MIA order 992", "rules para 9-1 last part")
  static let level = Level.error
  static let measure = Measure("days", 10)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    let end = try c.previousEnd()
    let late = end.days(to: try c[\.applicationDate])
    guard late > 0, c.given(\.failureAct) != true,
      late > limit || c.given(\.article517Case) != true
    else { return [] }
    return [tooLate(end, in: c)]
  }
}
