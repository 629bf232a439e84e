import TamgaDomain

/// An extension takes the last link of a chain: a paper that a valid extension extends already is
/// not extended again, and a reissue of it is looked at by a person.
///
/// MIA order 76, paras 8 and 10; designed for the other services. The register is asked; of a paper
/// that it does not hold, the fact `previousExtended`. A duplicate may be of any link.
struct PaperIsExtendedOnce: PlainRule {
  static let id = "GEN-SUCCESSOR-ONCE"
  static let citation = Citation("MIA order 76", "paras 8, 10")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.kind.action == .extend || c.kind.action == .reissue else { return [] }
    let level: Level = c.kind.action == .extend ? .error : .warning
    if let other = c.history.extensions.last {
      return [
        found(
          at: "/previous", level,
          kk: "тізілімде бұл құжат ұзартылған (\(other.number)): соңғы ұзартуды көрсетіңіз",
          ru: "по реестру тот документ уже продлён (\(other.number)): укажите последнее продление",
          en: "by the register that paper is extended already (\(other.number)): "
            + "name the last extension")
      ]
    }
    guard c.given(\.previousExtended) == true else { return [] }
    let asked = c.earlierSource
    guard c.earlier == nil else {
      return [
        found(
          at: c.place(\.previousExtended), level,
          kk: "мән-жай тізілімге қайшы келеді: тізілімде бұл құжаттың ұзартуы жоқ; тексеріңіз",
          ru: "сведение противоречит реестру: продления этого документа в нём нет; проверьте",
          en: "the fact contradicts the register, which holds no extension of that paper: check it")
      ]
    }
    return [
      found(
        at: c.place(\.previousExtended), level,
        kk: "\(asked.kk) бұрынғы құжат ұзартылған: соңғы ұзартуды көрсетіңіз",
        ru: "\(asked.ru) прежний документ уже продлён: укажите последнее продление",
        en: "\(asked.en) the earlier paper is extended already: name the last extension")
    ]
  }
}
