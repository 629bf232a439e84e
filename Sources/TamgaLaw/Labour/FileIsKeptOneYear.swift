import TamgaDomain

/// The file of a permit is kept for a year after the last permit ended.
///
/// MIA order 76, para 12; from which day the year runs is not said there (rules.md, H.5).
struct FileIsKeptOneYear: LimitRule {
  static let id = "LIM-RETENTION-1Y"
  static let citation = Citation("MIA order 76", "para 12")
  static let level = Level.information
  static let measure = Measure("months", 12)

  let limit: Int

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    let last = try c.date("validUntil").adding(months: limit)
    return [
      found(
        at: c.place("validUntil"),
        kk: "істі \(last.printed) күніне дейін сақтаңыз",
        ru: "храните дело по \(last.printed)",
        en: "keep the file through \(last.iso)")
    ]
  }
}
