import TamgaDomain

/// A permit, an extension or a refusal is decided within one working day from the application.
///
/// MIA order 76, paras 4 and 8, annex 1 row 3. The day of acceptance is not counted.
struct PermitIsDecidedInOneWorkingDay: WorkingDayDeadline {
  static let id = "LIM-DECISION-1WD"
  static let citation = Citation("MIA order 76", "paras 4, 8; annex 1 row 3")

  let limit: Int
}
