import TamgaDomain

/// PR-G15 and PR-G17 are not used for ethnic Kazakhs and the other groups that the act names.
///
/// MIA order 992, annex 3 row 9, last part.
struct ExemptGroupsKeepTheirResidence: PlainRule {
  static let id = "PR-G15-G17-EXEMPT"
  static let citation = Citation("MIA order 992", "annex 3 row 9 last part")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try exemptionFindings(["PR-G15", "PR-G17"], ExemptGroup.fromConduct, in: c)
  }
}
