import TamgaDomain

/// PR-G15 speaks of people who already have the permit: on the refusal of a first one it makes no
/// sense.
///
/// Designed by us, from MIA order 992, annex 3 row 9 item 2, 15).
struct AbsenceIsNoGroundOfRefusal: PlainRule {
  static let id = "PR-G15-REFUSAL"
  static let citation = Citation("MIA order 992", "annex 3 row 9 item 2, 15)")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .refuse, let index = c.groundIds.firstIndex(of: "PR-G15") else {
      return []
    }
    return [
      found(
        at: "/fields/groundIds/\(index)",
        kk: "бұл негіз берілген рұқсаттың күшін жоюға арналған: бас тартуда қолдануды растаңыз",
        ru: "это основание – для аннулирования выданного разрешения: подтвердите его в отказе",
        en: "this ground is for annulling a permit already given: confirm it on a refusal")
    ]
  }
}
