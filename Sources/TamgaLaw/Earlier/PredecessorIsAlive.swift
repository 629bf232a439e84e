import TamgaDomain

/// The paper that another one follows has not ended by decision, and was not issued later.
///
/// MIA order 76, paras 16 and 17; Labour ministry order 236, paras 21 and 23 («қолданыстағы
/// анықтаманы»); MIA order 992, annex 3 row 9; the rest is designed by us. A suspended paper may be
/// ended. The register is asked; of a paper that it does not hold, the facts `previous…`.
struct PredecessorIsAlive: PlainRule {
  static let id = "GEN-SUCCESSOR-STATE"
  static let citation = Citation("Acts of the services", "papers given before")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.isSuccessor else { return [] }
    let ends = c.kind.action == .revoke || c.kind.action == .annul
    if let later = issuedLater(c) { return [later] }
    if let paper = c.earlier {
      if let ended = ended(paper.status, ends) { return [ended] }
      if let told = c.given(\.previousStatus), !told.agrees(with: paper.status) {
        return [
          found(
            at: c.place(\.previousStatus),
            kk: "мәртебе тізілімге қайшы келеді: тізілімде құжат күшінде; тексеріңіз",
            ru: "статус противоречит реестру: по реестру документ действует; проверьте",
            en: "the status contradicts the register, by which the paper is valid: check it")
        ]
      }
    } else if let status = c.given(\.previousStatus), status != .valid,
      !(ends && status == .suspended)
    {
      return [
        found(
          at: c.place(\.previousStatus),
          kk: "мән-жайлар бойынша бұрынғы құжаттың мәртебесі: \(status.words.kk); "
            + "оның негізінде құжат берілмейді",
          ru: "по сведениям записи статус прежнего документа: \(status.words.ru); "
            + "на его основе документ не выдаётся",
          en: "by the record the earlier paper is \(status.words.en): "
            + "nothing is issued on its basis")
      ]
    }
    return ends ? endedByTime(c) : []
  }

  private func issuedLater(_ c: RuleContext) -> Finding? {
    guard let issued = c.decision.issueDate,
      let before = c.earlier?.issueDate ?? c.given(\.previousIssueDate), before > issued
    else { return nil }
    let asked = c.earlierSource
    return found(
      at: "/previous",
      kk: "\(asked.kk) бұл құжат кейінірек ресімделген (\(before.printed)): "
        + "күнді немесе нөмірді тексеріңіз",
      ru: "\(asked.ru) тот документ оформлен позже (\(before.printed)): проверьте дату или номер",
      en: "\(asked.en) that paper was issued later (\(before.iso)): check the date or the number")
  }

  private func ended(_ status: PaperStatus, _ ends: Bool) -> Finding? {
    switch status {
    case .valid: nil
    case .suspended where ends: nil
    case .superseded:
      found(
        at: "/previous",
        kk: "тізілімде бұл құжат ауыстырылған: оның орнына берілген құжатты көрсетіңіз",
        ru: "по реестру тот документ заменён: укажите документ, выданный вместо него",
        en: "by the register that paper is replaced: name the one that took its place")
    case .revoked, .suspended:
      found(
        at: "/previous",
        kk: "тізілімде бұл құжат қайтарып алынған, жойылған немесе тоқтатыла тұрған: "
          + "оның негізінде құжат берілмейді",
        ru: "по реестру тот документ отозван, погашен или приостановлен: "
          + "на его основе документ не выдаётся",
        en: "by the register that paper is revoked, void or suspended: "
          + "nothing is issued on its basis")
    }
  }

  /// What has run out needs no revocation: of a certificate the act says so.
  private func endedByTime(_ c: RuleContext) -> [Finding] {
    guard let issued = c.decision.issueDate,
      let end = c.knownPreviousEnd ?? c.given(\.validUntil), end < issued
    else { return [] }
    let asked = RuleContext.source(isRegister: c.earlier?.validUntil != nil)
    let isCertificate = c.kind.service == .qualification
    // A link of the chain may still hold.
    if c.history.links.contains(where: { ($0.validUntil ?? .last) >= issued && $0.status == .valid }
    ) {
      return []
    }
    return [
      found(
        at: "/previous", isCertificate ? .error : .warning,
        kk:
          "\(asked.kk) құжаттың мерзімі \(end.printed) аяқталған: қайтарып алу керектігін растаңыз",
        ru: "\(asked.ru) срок документа истёк \(end.printed): подтвердите, что его нужно отзывать",
        en: "\(asked.en) the paper ended on \(end.iso): confirm that it has to be revoked")
    ]
  }
}

extension PreviousStatus {
  /// Whether the register says the same.
  func agrees(with status: PaperStatus) -> Bool {
    switch self {
    case .valid: status == .valid
    case .suspended: status == .suspended
    case .superseded: status == .superseded
    case .revoked, .annulled, .void: status == .revoked
    }
  }
}
