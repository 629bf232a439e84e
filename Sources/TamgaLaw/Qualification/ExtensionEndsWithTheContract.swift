import TamgaDomain

/// A certificate is extended to the end of the labour contract, for three years at most.
///
/// Labour ministry order 236, para 16.
struct ExtensionEndsWithTheContract: LimitRule {
  static let id = "QC-EXT-TERM"
  static let citation = Citation("Labour ministry order 236", "para 16")
  static let level = Level.error
  static let measure = Measure("months", 36)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    return try parts(withinYears, outlastsContract, in: c)
  }

  private func withinYears(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try isLonger(than: limit, in: c)
  }
}
