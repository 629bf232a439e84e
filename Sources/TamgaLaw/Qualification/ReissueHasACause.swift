import TamgaDomain

/// A certificate is reissued for a changed name, identity document or employer, for nothing else.
///
/// Labour ministry order 236, paras 19 and 22 (rules.md, H.10).
struct ReissueHasACause: PlainRule {
  static let id = "QC-REISSUE-CAUSE"
  static let citation = Citation("Labour ministry order 236", "paras 19, 22")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .reissue else { return [] }
    return try causeFindings([.nameChanged, .documentChanged, .employerChanged], in: c)
  }
}
