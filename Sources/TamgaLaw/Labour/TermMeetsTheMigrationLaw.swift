import TamgaDomain

/// The term also meets article 43-1 of the Law on Population Migration.
///
/// MIA order 76, para 8 refers to it; the text of the article is not at hand, so it is only named.
struct TermMeetsTheMigrationLaw: PlainRule {
  static let id = "LIM-PERMIT-143-1"
  static let citation = Citation("MIA order 76", "para 8")
  static let level = Level.information

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives else { return [] }
    return [
      found(
        at: c.place(\.termMonths),
        kk: "мерзім «Халықтың көші-қоны туралы» Заңның 43-1-бабына да сәйкес болуы тиіс: "
          + "мұны ереже тексермейді",
        ru: "срок должен отвечать и статье 43-1 Закона «О миграции населения»: "
          + "правило этого не проверяет",
        en: "the term must also meet art. 43-1 of the Law on Population Migration: "
          + "this is not checked here")
    ]
  }
}
