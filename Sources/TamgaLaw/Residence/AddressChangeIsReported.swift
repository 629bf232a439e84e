import TamgaDomain

/// The host reports a change of the temporary address within three working days.
///
/// Decree 148, para 10, last part. The day of the notice is its `applicationDate`.
struct AddressChangeIsReported: WorkingDayDeadline {
  static let id = "TRP-ADDRESS-3WD"
  static let citation = Citation("Decree 148", "para 10 last part")
  static let measure = Measure("workingDays", 3)
  static var from: InputName<CalendarDate> { \.addressChangeDate }
  static var to: InputName<CalendarDate> { \.applicationDate }
  static let opensOnWorkingDay = false
  static let subject = DeadlineSubject.notice

  let limit: Int
}
