import TamgaDomain

/// A first certificate is decided within five working days of registration: two to bring it before
/// the commission, three for the commission.
///
/// Labour ministry order 236, annex 2 row 3, paras 7 and 9.
struct CertificateIsIssuedInFiveWorkingDays: WorkingDayDeadline {
  static let id = "QC-ISSUE-5WD"
  static let citation = Citation("Labour ministry order 236", "annex 2 row 3; paras 7, 9")
  static let measure = Measure("workingDays", 5)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    // A refusal of anything but a first issue is due in three days, by a rule of its own.
    if c.kind.action == .refuse, !c.asksForFirstIssue { return [] }
    return try deadlineFindings(in: c)
  }
}
