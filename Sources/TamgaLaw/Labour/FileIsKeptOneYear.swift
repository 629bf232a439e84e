import TamgaDomain

/// The file of a permit is kept for a year after the last permit ended.
///
/// MIA order 76, para 12; from which day the year runs is not said there: from the end of the permit unless the
/// manifest chooses its issue (rules.md, H.5).
struct FileIsKeptOneYear: ChoosingLimitRule {
  static let id = "LIM-RETENTION-1Y"
  static let citation = Citation("MIA order 76", "para 12")
  static let level = Level.information
  static let measure = Measure("months", 12)

  /// The event from whose day the year runs.
  enum Start: String, Choice {
    case end, issue

    static let name = "from"
    static let standard = Start.end
  }

  let limit: Int
  let choice: Start

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    let start = choice == .end ? try c[\.validUntil] : try c.issueDate()
    let last = start.adding(months: limit)
    return [
      found(
        at: choice == .end ? c.place(\.validUntil) : "/issueDate",
        kk: "істі \(last.printed) күніне дейін сақтаңыз",
        ru: "храните дело по \(last.printed)",
        en: "keep the file through \(last.iso)")
    ]
  }
}
