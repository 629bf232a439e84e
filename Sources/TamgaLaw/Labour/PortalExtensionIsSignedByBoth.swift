import TamgaDomain

/// An extension asked for on the portal is signed by the applicant and by the employer.
///
/// MIA order 76, annex 1 row 8 item 3.
struct PortalExtensionIsSignedByBoth: PlainRule {
  static let id = "LIM-EXT-PORTAL-SIGS"
  static let citation = Citation("MIA order 76", "annex 1 row 8 item 3")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend, try c[\.channel] == .portal else { return [] }
    return try parts(applicantSigned, employerSigned, in: c)
  }

  private func applicantSigned(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try isFalse(
      \.applicantSigned, in: c,
      kk: "электрондық сұрау салуда өтініш берушінің ЭЦҚ-сы жоқ: қол қойғызыңыз",
      ru: "электронный запрос не удостоверен ЭЦП услугополучателя: получите подпись",
      en: "the electronic request lacks the applicant's signature: obtain it")
  }

  private func employerSigned(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try isFalse(
      \.employerSigned, in: c,
      kk: "электрондық сұрау салуда жұмыс берушінің ЭЦҚ-сы жоқ: қол қойғызыңыз",
      ru: "электронный запрос не удостоверен ЭЦП работодателя: получите подпись",
      en: "the electronic request lacks the employer's signature: obtain it")
  }
}
