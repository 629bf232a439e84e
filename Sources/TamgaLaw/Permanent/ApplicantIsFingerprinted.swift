import TamgaDomain

/// There is a certificate of fingerprint registration.
///
/// MIA order 992, annex 3 row 8(11) and ground PR-G12. The reduced sets of papers do not list it: a
/// warning (rules.md, section I).
struct ApplicantIsFingerprinted: PlainRule {
  static let id = "PR-FINGERPRINT"
  static let citation = Citation("MIA order 992", "annex 3 row 8(11)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    // The reduced sets do not list it: its absence is no missing fact.
    if try c.hasReducedPapers(), !c.has(\.fingerprintRegistered) { return [] }
    return try fingerprintFindings(try c.hasReducedPapers() ? .warning : .error, in: c)
  }
}
