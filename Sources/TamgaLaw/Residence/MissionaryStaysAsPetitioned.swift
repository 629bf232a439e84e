import TamgaDomain

/// Missionaries stay for the term of the petition, a year at most.
///
/// Decree 148, para 10 part 13. That the organisation is registered in Kazakhstan no fact says: the
/// officer sees it in the petition.
struct MissionaryStaysAsPetitioned: LimitRule {
  static let id = "TRP-MISSIONARY"
  static let citation = Citation("Decree 148", "para 10 part 13")
  static let level = Level.error
  static let measure = Measure("months", 12)

  let limit: Int

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .missionary else { return [] }
    return try parts(withinYear, withinPetition, in: c)
  }

  private func withinYear(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try isLonger(than: limit, in: c)
  }

  private func withinPetition(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try outlasts(
      \.requestedUntil,
      why: Message(
        kk: "өтінішхатта сұралған мерзім", ru: "срок, указанный в ходатайстве",
        en: "the petition asks for no more"), in: c)
  }
}
