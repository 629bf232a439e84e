import TamgaDomain

/// A new employer is reported within five working days of the conclusion of the new contract.
///
/// Labour ministry order 236, para 18. The day of the notice is its `applicationDate`; a reissue
/// runs from the change, unless it gives the contract too.
struct EmployerChangeIsReported: WorkingDayDeadline {
  static let id = "QC-EMPLOYER-5WD"
  static let citation = Citation("Labour ministry order 236", "para 18")
  static let measure = Measure("workingDays", 5)
  static var from: InputName<CalendarDate> { \.contractDate }
  static var to: InputName<CalendarDate> { \.applicationDate }
  static let opensOnWorkingDay = false
  static let subject = DeadlineSubject.notice

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    if c.kind.action == .reissue, !c.has(\.contractDate) { return [] }
    return try deadlineFindings(in: c)
  }
}
