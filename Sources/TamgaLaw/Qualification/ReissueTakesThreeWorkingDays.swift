import TamgaDomain

/// A reissue is decided within three working days.
///
/// Labour ministry order 236, para 22 and annex 2 row 3.
struct ReissueTakesThreeWorkingDays: WorkingDayDeadline {
  static let id = "QC-REISSUE-3WD"
  static let citation = Citation("Labour ministry order 236", "para 22; annex 2 row 3")
  static let measure = Measure("workingDays", 3)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    // A refusal is due in the time of what was asked for.
    if c.kind.action == .refuse, c.given(\.requestedAction) != RequestedAction.reissue { return [] }
    return try deadlineFindings(in: c)
  }
}
