import TamgaDomain

/// The end of the contract is reported within five working days, by choice («ерікті түрде»).
///
/// Labour ministry order 236, para 20. The day of the notice is its `applicationDate`.
struct ContractEndIsReported: WorkingDayDeadline {
  static let id = "QC-CONTRACT-END-5WD"
  static let citation = Citation("Labour ministry order 236", "para 20")
  static let level = Level.information
  static let measure = Measure("workingDays", 5)
  static var from: InputName<CalendarDate> { \.contractEndDate }
  static var to: InputName<CalendarDate> { \.applicationDate }
  static let opensOnWorkingDay = false
  static let subject = DeadlineSubject.notice

  let limit: Int
}
