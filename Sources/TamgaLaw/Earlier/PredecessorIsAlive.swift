import TamgaDomain

/// The paper that another one follows has not ended by decision.
///
/// MIA order 76, paras 16 and 17; Labour ministry order 236, paras 21 and 23; MIA order 992, annex 3
/// row 9; the rest is designed by us. A suspended paper may be ended. The register is asked; of a
/// paper that it does not hold, the fact `previousStatus`.
struct PredecessorIsAlive: PlainRule {
  static let id = "GEN-SUCCESSOR-STATE"
  static let citation = Citation("Acts of the services", "papers given before")
  static let level = Level.error

  func findings(in c: Case) throws(Unanswered) -> [Finding] {
    let ends = c.kind.action == .revoke || c.kind.action == .annul
    let follows = c.kind.action.gives && c.kind.action != .grant
    guard ends || follows else { return [] }
    guard let paper = c.earlier else {
      guard let status = c.given(\.previousStatus), status != .valid,
        !(ends && status == .suspended)
      else { return [] }
      return [
        found(
          at: c.place(\.previousStatus),
          kk: "мәліметтер бойынша бұрынғы құжаттың мәртебесі: \(status.words.kk); "
            + "оның негізінде құжат берілмейді",
          ru: "по сведениям записи статус прежнего документа: \(status.words.ru); "
            + "на его основе документ не выдаётся",
          en: "by the record the earlier paper is \(status.words.en): "
            + "nothing is issued on its basis")
      ]
    }
    if let issued = c.decision.issueDate, paper.issueDate > issued {
      return [
        found(
          at: "/previous",
          kk: "тізілімде бұл құжат кейінірек ресімделген (\(paper.issueDate.printed)): "
            + "күнді немесе нөмірді тексеріңіз",
          ru: "по реестру тот документ оформлен позже (\(paper.issueDate.printed)): "
            + "проверьте дату или номер",
          en: "by the register that paper was issued later (\(paper.issueDate.iso)): "
            + "check the date or the number")
      ]
    }
    switch paper.status {
    case .valid: return []
    case .suspended where ends: return []
    case .superseded:
      return [
        found(
          at: "/previous",
          kk: "тізілімде бұл құжат ауыстырылған: оның орнына берілген құжатты көрсетіңіз",
          ru: "по реестру тот документ заменён: укажите документ, выданный вместо него",
          en: "by the register that paper is replaced: name the one that took its place")
      ]
    case .revoked, .suspended:
      return [
        found(
          at: "/previous",
          kk: "тізілімде бұл құжат қайтарып алынған немесе тоқтатыла тұрған: "
            + "оның негізінде құжат берілмейді",
          ru: "по реестру тот документ отозван или приостановлен: "
            + "на его основе документ не выдаётся",
          en: "by the register that paper is revoked or suspended: "
            + "nothing is issued on its basis")
      ]
    }
  }
}
