import TamgaDomain

/// An AIFC investment resident stays a year at a time and five years in all, on the petition of the
/// AIFC; the family not longer than the resident.
///
/// Decree 148, para 10 part 7. Five years are of the whole stay unless the manifest chooses
/// the extensions (rules.md, H.15).
struct AIFCInvestorStaysFiveYears: ChoosingLimitRule {
  static let id = "TRP-AIFC-INVESTOR"
  static let citation = Citation("Decree 148", "para 10 part 7")
  static let level = Level.error
  static let measure = Measure("totalMonths", 60)

  /// Months of one permit.
  private static let atATime = 12

  let limit: Int
  let choice: WholeTerm

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard case .aifcInvestor(let isFamily)? = try c.residenceBranch() else { return [] }
    return isFamily
      ? try parts(withinYears, withinResident, petitioned, in: c)
      : try parts(withinYears, petitioned, in: c)
  }

  private func withinYears(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try exceeds(Self.atATime, of: limit, choice, in: c)
  }

  private func withinResident(in c: RuleContext) throws(Unanswered) -> [Finding] {
    try outlasts(
      \.residentUntil,
      why: Message(
        kk: "АХҚО инвестициялық резиденті рұқсатының мерзімі",
        ru: "срок разрешения инвестиционного резидента МФЦА",
        en: "the permit of the AIFC investment resident ends then"), in: c)
  }
}

extension Rule {
  /// Asks that there is a petition; whose it has to be says ``PetitionerFitsThePurpose``.
  func petitioned(in c: RuleContext) throws(Unanswered) -> [Finding] {
    _ = try c[\.petitionerKind]
    return []
  }
}
