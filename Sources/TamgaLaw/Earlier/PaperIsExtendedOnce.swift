import TamgaDomain

/// An extension takes the last link of a chain: a paper that a valid extension extends already is
/// not extended again.
///
/// MIA order 76, paras 8 and 10; designed for the other services. The register is asked; of a paper
/// that it does not hold, the fact `previousExtended`.
struct PaperIsExtendedOnce: PlainRule {
  static let id = "GEN-SUCCESSOR-ONCE"
  static let citation = Citation("MIA order 76", "paras 8, 10")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend else { return [] }
    if c.earlier == nil, c.given(\.previousExtended) == true {
      return [
        found(
          at: c.place(\.previousExtended),
          kk: "мәліметтер бойынша бұрынғы құжат ұзартылған: соңғы ұзартуды көрсетіңіз",
          ru: "по сведениям записи прежний документ уже продлён: укажите последнее продление",
          en: "by the record the earlier paper is extended already: name the last extension")
      ]
    }
    guard let serial = c.earlier?.serial,
      let other = c.history.samePerson.first(where: {
        $0.extends == serial && $0.status != .revoked
      })
    else { return [] }
    return [
      found(
        at: "/previous",
        kk: "тізілімде бұл құжат ұзартылған (\(other.number)): соңғы ұзартуды көрсетіңіз",
        ru: "по реестру тот документ уже продлён (\(other.number)): укажите последнее продление",
        en: "by the register that paper is extended already (\(other.number)): "
          + "name the last extension")
    ]
  }
}
