import TamgaDomain

/// An extension is decided within three working days.
///
/// Labour ministry order 236, para 16 and annex 2 row 3.
struct ExtensionTakesThreeWorkingDays: WorkingDayDeadline {
  static let id = "QC-EXT-3WD"
  static let citation = Citation("Labour ministry order 236", "para 16; annex 2 row 3")
  static let measure = Measure("workingDays", 3)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    // A refusal is due in the time of what was asked for.
    if c.kind.action == .refuse, c.given(\.requestedAction) != RequestedAction.extend { return [] }
    return try deadlineFindings(in: c)
  }
}
