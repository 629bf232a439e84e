import TamgaDomain

/// Those active at the AIFC from visa-free treaty states, and their family: a year at a time,
/// within the contract.
///
/// Decree 148, para 10 part 6.
struct AIFCWorkerStaysAYear: LimitRule {
  static let id = "TRP-AIFC-1Y"
  static let citation = Citation("Decree 148", "para 10 part 6")
  static let level = Level.error
  static let measure = Measure("months", 12)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .aifcActivity else { return [] }
    return try parts(withinYear, outlastsContract, in: c)
  }

  private func withinYear(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try isLonger(than: limit, in: c)
  }
}
