import TamgaDomain

/// The exit is decided after all four agencies have concluded, and none has found a ground.
///
/// MIA order 596, annex 1 table 1 (steps 5 to 8 lead to 9); para 12 and standard, para 16, by which
/// a ground means a refusal. Of several conclusions of one agency the last before the decision
/// counts (designed).
struct AgenciesConcludeFirst: PlainRule {
  static let id = "EXIT-SEQUENCE"
  static let citation = Citation("MIA order 596", "annex 1 table 1")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    let conclusions = try c.conclusions()
    guard conclusions.flaws.isEmpty else { return errors(conclusions.flaws) }
    let decided = try c.decisionDay()
    return Agency.allCases.compactMap { agency in
      let given = conclusions.all.filter { $0.agency == agency && $0.date <= decided }
      guard let day = given.map(\.date).max() else {
        return found(
          at: c.place(\.conclusions),
          kk: "шешім күніне дейін мына органның қорытындысы жоқ: \(agency.name.kk); қосыңыз",
          ru: "до дня решения нет заключения органа \(agency.name.ru): добавьте его",
          en: "no conclusion of the agency \(agency.name.en) before the decision: add it")
      }
      // Two answers of one day: one with a ground is not passed over.
      guard given.contains(where: { $0.date == day && !$0.grounds.isEmpty }) else { return nil }
      return found(
        at: c.place(\.conclusions),
        kk: "\(agency.name.kk) бас тарту негізін хабарлаған: бас тартыңыз "
          + "немесе жаңа қорытынды алыңыз",
        ru: "\(agency.name.ru) сообщает об основании для отказа: откажите "
          + "или получите новое заключение",
        en: "the agency \(agency.name.en) reports a ground of refusal: refuse, "
          + "or obtain a new conclusion")
    }
  }
}
