import TamgaDomain

/// A permit is extended by one, two or three months, and its dates match the term.
///
/// MIA order 76, para 10.
struct ExtensionTermIsOneToThreeMonths: MonthTermRule {
  static let id = "LIM-EXT-TERM"
  static let citation = Citation("MIA order 76", "para 10")
  static let level = Level.error

  let months: [Int]
  let end: TermEnd

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    return try termFindings(in: c)
  }
}
