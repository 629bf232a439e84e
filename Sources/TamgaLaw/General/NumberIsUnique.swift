import TamgaDomain

/// The number of a paper belongs to no other paper of the kind.
///
/// MIA order 76, annex 5; Labour ministry order 236, para 22; for the other papers designed by us.
struct NumberIsUnique: PlainRule {
  static let id = "GEN-UNIQUE-NUMBER"
  static let citation = Citation("MIA order 76", "annex 5")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.history.numberIsTaken else { return [] }
    return [
      found(
        at: c.place(of: c.kind.number.field),
        kk: "бұл нөмір басқа құжатқа берілген: нөмірді түзетіңіз немесе бос қалдырыңыз",
        ru: "этот номер уже присвоен другому документу: исправьте номер или оставьте пустым",
        en: "another paper has this number: correct it or leave it empty")
    ]
  }
}
