import TamgaDomain

/// Family reunification: the term of the Law on Population Migration.
///
/// Decree 148, para 10 part 9 refers to the Law; the number is a setting of the office, and without
/// it a person has to look (rules.md, H.7).
struct FamilyStaysTheStatutoryTerm: PlainRule {
  static let id = "TRP-FAMILY"
  static let citation = Citation("Decree 148", "para 10 part 9")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard try c.residenceBranch() == .family else { return [] }
    if let months = c.policy.statutoryFamilyTermMonths { return try isLonger(than: months, in: c) }
    return [
      found(
        at: c.place(\.validUntil), .warning,
        kk: "отбасын біріктірудің заңдағы мерзімі кеңсе баптауларында жоқ: мерзімді растаңыз",
        ru: "срок для воссоединения семьи в настройках не задан: подтвердите срок по Закону",
        en: "the statutory term for families is not in the settings: confirm the term by the Law")
    ]
  }
}
