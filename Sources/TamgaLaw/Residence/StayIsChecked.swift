import TamgaDomain

/// Border crossing, convictions, the wanted list and unpaid penalties are checked.
///
/// MIA order 992, rules para 9-1(2) and (3).
struct StayIsChecked: PlainRule {
  static let id = "TRP-CHECKS"
  static let citation = Citation("MIA order 992", "rules para 9-1(2), (3)")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return try isFalse(
      \.checksDone, in: c,
      kk: "шекарадан өту, соттылық, іздестіру және айыппұл тексерістері аяқталмаған: аяқтаңыз",
      ru: "проверки пересечения границы, судимости, розыска и штрафов не завершены: завершите их",
      en: "the checks of border, convictions, wanted list and penalties are not done: do them")
  }
}
