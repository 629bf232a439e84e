import TamgaDomain

/// Applicants for permanent residence stay for their case, 90 calendar days at most; the
/// application exists already.
///
/// Decree 148, para 11; MIA order 992, rules para 9-1(6) and annex 1-1 row 8(8).
struct ResidenceApplicantStaysNinetyDays: LimitRule {
  static let id = "TRP-PR-APPLICANT"
  static let citation = Citation("Decree 148", "para 11")
  static let level = Level.error
  static let measure = Measure("days", 90)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .permanentResidenceApplicant else { return [] }
    return try parts(withinDays, applied, in: c)
  }

  private func withinDays(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try endsAfter(
      try c[\.validFrom].after(days: limit),
      why: Message(
        kk: "ең көбі \(limit) күнтізбелік күн", ru: "не более \(limit) календарных дней",
        en: "\(limit) calendar days at most"), in: c)
  }

  private func applied(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c[\.prApplicationDate] > c.issueDate() else { return [] }
    return [
      found(
        at: c.place(\.prApplicationDate),
        kk: "тұрақты тұруға өтініш рұқсат ресімделгенге дейін берілуі тиіс: күнді тексеріңіз",
        ru: "ходатайство о постоянном проживании подаётся до оформления: проверьте дату",
        en: "the application for permanent residence comes before this paper: check the date")
    ]
  }
}
