import TamgaDomain

/// A first certificate is given for at most three months.
///
/// Labour ministry order 236, annex 2 row 3: «3 (үш) айға дейінгі мерзімге».
struct FirstCertificateLastsThreeMonths: LimitRule {
  static let id = "QC-FIRST-TERM"
  static let citation = Citation("Labour ministry order 236", "annex 2 row 3")
  static let level = Level.error
  static let measure = Measure("months", 3)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant else { return [] }
    return try isLonger(than: limit, in: c)
  }
}
