import TamgaDomain

/// A labour-immigrant permit is given for one, two or three months, and its dates match the term.
///
/// MIA order 76, para 8.
struct PermitTermIsOneToThreeMonths: MonthTermRule {
  static let id = "LIM-PERMIT-TERM"
  static let citation = Citation("MIA order 76", "para 8")
  static let level = Level.error

  let months: [Int]
  let end: TermEnd

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    return try termFindings(in: c)
  }
}
