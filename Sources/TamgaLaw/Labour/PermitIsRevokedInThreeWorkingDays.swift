import TamgaDomain

/// The decision to revoke is made within three working days after the information is received.
///
/// MIA order 76, para 17.
struct PermitIsRevokedInThreeWorkingDays: WorkingDayDeadline {
  static let id = "LIM-REVOKE-3WD"
  static let citation = Citation("MIA order 76", "para 17")
  static let measure = Measure("workingDays", 3)
  static var from: InputName<CalendarDate> { \.informationReceivedDate }
  static let opensOnWorkingDay = false

  let limit: Int
}
