import TamgaDomain

/// A temporary residence permit is decided within one working day from the full package.
///
/// MIA order 992, annex 1-1 row 3.
struct ResidenceIsDecidedInOneWorkingDay: WorkingDayDeadline {
  static let id = "TRP-DECISION-1WD"
  static let citation = Citation("MIA order 992", "annex 1-1 row 3")

  let limit: Int
}
