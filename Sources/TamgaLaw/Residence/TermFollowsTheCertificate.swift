import TamgaDomain

/// On a qualification certificate the stay is best given to its end, and for a year at most.
///
/// MIA order 992, annex 1-1 row 8(2) names the certificate; decree 148 gives no term for it, so the
/// rule only warns (rules.md, H.7).
struct TermFollowsTheCertificate: LimitRule {
  static let id = "TRP-QUAL-CERT"
  static let citation = Citation("MIA order 992", "annex 1-1 row 8(2)")
  static let level = Level.warning
  static let measure = Measure("months", 12)

  let limit: Int

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .certificate else { return [] }
    return try parts(withinYear, withinCertificate, in: c)
  }

  private func withinYear(in c: Case) throws(Unanswered) -> [Finding] {
    try isLonger(than: limit, in: c)
  }

  private func withinCertificate(in c: Case) throws(Unanswered) -> [Finding] {
    try outlasts(
      \.certificateUntil,
      why: Message(
        kk: "біліктілік анықтамасының мерзімі", ru: "срок справки о квалификации",
        en: "the qualification certificate ends then"), in: c)
  }
}
