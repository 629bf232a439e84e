import TamgaDomain

/// A reissue is asked for within five working days of the change.
///
/// Labour ministry order 236, para 22.
struct ReissueIsAskedInFiveWorkingDays: WorkingDayDeadline {
  static let id = "QC-REISSUE-5WD"
  static let citation = Citation("Labour ministry order 236", "para 22")
  static let measure = Measure("workingDays", 5)
  static var from: InputName<CalendarDate> { \.changeDate }
  static var to: InputName<CalendarDate> { \.applicationDate }
  static let opensOnWorkingDay = false
  static let subject = DeadlineSubject.application

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    c.kind.action == .reissue ? try deadlineFindings(in: c) : []
  }
}
