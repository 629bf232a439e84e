import TamgaDomain

/// A duplicate is decided within three working days.
///
/// Labour ministry order 236, para 22-1 and annex 2 row 3.
struct DuplicateTakesThreeWorkingDays: WorkingDayDeadline {
  static let id = "QC-DUP-3WD"
  static let citation = Citation("Labour ministry order 236", "para 22-1; annex 2 row 3")
  static let measure = Measure("workingDays", 3)

  let limit: Int
}
