import TamgaDomain

/// PR-G10 is applied without explaining the reasons, on refusal and on annulment.
///
/// MIA order 992, annex 3 row 9 item 2, 10).
struct SecurityGroundGivesNoReason: PlainRule {
  static let id = "PR-GROUND10-NO-REASON"
  static let citation = Citation("MIA order 992", "annex 3 row 9 item 2, 10)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try reasonFindings(in: c) { $0 == "PR-G10" }
  }
}
