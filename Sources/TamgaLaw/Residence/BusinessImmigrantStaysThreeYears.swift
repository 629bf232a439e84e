import TamgaDomain

/// Business immigrants and their family stay a year at a time and three years in all, on the
/// petition of the local executive body.
///
/// Decree 148, para 10 part 12. A shorter term is looked at by a person. Three years are of the whole stay unless the manifest chooses
/// the extensions (rules.md, H.15).
struct BusinessImmigrantStaysThreeYears: ChoosingLimitRule {
  static let id = "TRP-BUSINESS"
  static let citation = Citation("Decree 148", "para 10 part 12")
  static let level = Level.error
  static let measure = Measure("totalMonths", 36)

  /// Months of one permit.
  private static let atATime = 12

  let limit: Int
  let choice: WholeTerm

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .business else { return [] }
    return try parts(withinYears, aYear, petitioned, in: c)
  }

  /// The act gives a year, unless the passport or the whole term ends before.
  private func aYear(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let until = try c[\.validUntil]
    let full = try c[\.validFrom].adding(months: Self.atATime)
    guard until < full.adding(days: -1) else { return [] }
    if let passport = c.given(\.passportExpiryDate), passport <= until { return [] }
    if let start = try? c.stayStart(),
      until >= start.adding(months: limit).adding(days: -1)
    {
      return []
    }
    return [shorter(than: Self.atATime, full, in: c)]
  }

  private func withinYears(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try exceeds(Self.atATime, of: limit, choice, in: c)
  }
}
