import TamgaDomain

/// PR-G4 is not used for the groups that the ground itself exempts.
///
/// MIA order 992, annex 3 row 9 item 2, 4).
struct ExemptGroupsNeedNoSolvency: PlainRule {
  static let id = "PR-G4-EXEMPT"
  static let citation = Citation("MIA order 992", "annex 3 row 9 item 2, 4)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try exemptionFindings(["PR-G4"], ExemptGroup.fromSolvency, in: c)
  }
}
