import TamgaDomain

/// For education, training and internship: a year at a time, within the studies.
///
/// Decree 148, para 10 part 8.
struct StudentStaysAYear: LimitRule {
  static let id = "TRP-STUDY-1Y"
  static let citation = Citation("Decree 148", "para 10 part 8")
  static let level = Level.error
  static let measure = Measure("months", 12)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .study else { return [] }
    return try parts(withinYear, withinStudies, in: c)
  }

  private func withinYear(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try isLonger(than: limit, in: c)
  }

  private func withinStudies(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try outlasts(
      \.studyUntil,
      why: Message(kk: "оқу мерзімі", ru: "срок обучения", en: "the studies end then"), in: c)
  }
}
