import TamgaDomain

/// The checks of criminal records and wanted lists are done: a wanted person gets no permit, a
/// conviction is looked at by a person.
///
/// MIA order 76, para 6(4) orders the checks before a permit is given; the levels are designed by
/// us. On an extension a result counts when the record gives one.
struct PersonIsNotWanted: PlainRule {
  static let id = "LIM-CHECKS"
  static let citation = Citation("MIA order 76", "para 6(4)")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return try parts(wanted, convicted, in: c)
  }

  private func wanted(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant || c.has(\.isWanted), try c[\.isWanted] else { return [] }
    return [
      found(
        at: c.place(\.isWanted),
        kk: "іздестіру бойынша тексеріс нәтижесі оң: рұқсат берілмейді",
        ru: "проверка по розыску дала положительный результат: разрешение не выдаётся",
        en: "the check of the wanted lists has a hit: no permit is issued")
    ]
  }

  private func convicted(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .grant || c.has(\.hasConviction), try c[\.hasConviction] else {
      return []
    }
    return [
      found(
        at: c.place(\.hasConviction), .warning,
        kk: "соттылығы бар: рұқсат беру мүмкіндігін растаңыз",
        ru: "имеется судимость: подтвердите возможность выдачи",
        en: "there is a conviction: confirm that the permit may be issued")
    ]
  }
}
