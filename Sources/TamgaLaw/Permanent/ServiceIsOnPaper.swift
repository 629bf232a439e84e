import TamgaDomain

/// Permanent residence is asked for on paper, not on the portal.
///
/// MIA order 992, annex 3 rows 2 and 4.
struct ServiceIsOnPaper: PlainRule {
  static let id = "PR-PAPER-ONLY"
  static let citation = Citation("MIA order 992", "annex 3 rows 2, 4")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action.gives, try c[\.channel] == .portal else { return [] }
    return [
      found(
        at: c.place(\.channel),
        kk: "қызмет тек қағаз түрінде көрсетіледі: өтініш полиция немесе Мемлекеттік корпорация "
          + "арқылы беріледі",
        ru: "услуга оказывается только в бумажной форме: заявление подаётся в полицию "
          + "или в Государственную корпорацию",
        en: "the service is on paper only: the application goes to the police or the State "
          + "Corporation")
    ]
  }
}
