import TamgaDomain

/// Business immigrants and their family stay a year at a time and three years in all, on the
/// petition of the local executive body.
///
/// Decree 148, para 10 part 12. Three years are of the whole stay unless the manifest chooses
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

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .business else { return [] }
    return try parts(withinYears, petitioned, in: c)
  }

  private func withinYears(in c: Case) throws(Unanswered) -> [Finding] {
    try exceeds(Self.atATime, of: limit, choice, in: c)
  }
}
