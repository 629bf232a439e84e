import TamgaDomain

/// A revocation or an annulment ends the whole chain: the paper that it names, and every link that
/// has not ended.
///
/// MIA order 76, para 17 (one permission, annex 5 for the permit and its extensions alike); Labour
/// ministry order 236, paras 21 and 23(2); that the links end is designed by us (rules.md, H.18). The
/// register does it when the revocation is issued; who names an earlier link than the last confirms it.
struct RevocationEndsTheChain: PlainRule {
  static let id = "GEN-REVOKES-CHAIN"
  static let citation = Citation("MIA order 76", "para 17")
  static let level = Level.warning

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .revoke || c.kind.action == .annul,
      let last = c.history.extensions.last
    else { return [] }
    return [
      found(
        at: "/previous",
        kk: "бұл құжат ұзартылған (\(last.number)): шешім ұзартуды да тоқтатады, растаңыз",
        ru: "этот документ продлён (\(last.number)): решение прекращает и продление, подтвердите",
        en: "that paper is extended (\(last.number)): the decision ends the extension too, confirm")
    ]
  }
}
