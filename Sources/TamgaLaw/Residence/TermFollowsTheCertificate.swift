import TamgaDomain

/// On a qualification certificate the stay does not go beyond it: it can be extended, so a person
/// looks.
///
/// MIA order 992, annex 1-1 row 8(2); the year of decree 148, para 10 part 5 is asked by
/// `TRP-NO-PERMIT-1Y` (rules.md, H.7).
struct TermFollowsTheCertificate: PlainRule {
  static let id = "TRP-QUAL-CERT"
  static let citation = Citation("MIA order 992", "annex 1-1 row 8(2)")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .noPermit, c.worksOnCertificate else { return [] }
    return try withinCertificate(in: c)
  }

  private func withinCertificate(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try outlasts(
      \.certificateUntil,
      why: Message(
        kk: "біліктілік анықтамасының мерзімі", ru: "срок справки о квалификации",
        en: "the qualification certificate ends then"), in: c)
  }
}
