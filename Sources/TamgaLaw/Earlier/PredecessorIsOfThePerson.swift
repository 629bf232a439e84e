import TamgaDomain

/// The earlier paper gives a right, is of the same service, and belongs to the same person.
///
/// MIA order 76, paras 10, 13 and 17; Labour ministry order 236, paras 16, 22 and 22-1. Persons are
/// compared by ``TamgaDomain/Person/likeness(to:)``; of a paper that the register does not hold, the
/// facts `previous…` that are given.
struct PredecessorIsOfThePerson: PlainRule {
  static let id = "GEN-SUCCESSOR-PERSON"
  static let citation = Citation("Acts of the services", "papers given before")
  static let level = Level.error

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding] {
    guard c.isSuccessor else { return [] }
    if let paper = c.history.previous {
      if let service = paper.service, service != c.kind.service {
        return [
          found(
            at: "/previous",
            kk: "тізілім бойынша бұл нөмір басқа мемлекеттік қызметтің құжаты: нөмірін тексеріңіз",
            ru: "по реестру это документ другой государственной услуги: проверьте номер",
            en: "by the register that is a paper of another service: check the number")
        ]
      }
      if let action = c.history.previousAction, !action.gives {
        return [
          found(
            at: "/previous",
            kk: "тізілім бойынша бұл құжат құқық бермейді (бас тарту, қолхат, хабарлама): "
              + "нөмірін тексеріңіз",
            ru: "по реестру этот документ права не даёт (отказ, расписка, уведомление): "
              + "проверьте номер",
            en: "by the register that paper gives nothing (a refusal, receipt or notice): "
              + "check the number")
        ]
      }
    }
    let facts = c.personOfFacts
    guard c.earlier != nil else { return facts.map { judge($0, c) } ?? [] }
    if let known = c.history.previousPerson {
      let findings = judge(known, c)
      guard findings.isEmpty else { return findings }
      if let facts, known.likeness(to: facts) == .other { return [contradiction] }
    }
    return []
  }

  private func judge(_ before: Person, _ c: RuleContext) -> [Finding] {
    let now = c.decision.person
    if c.kind.action == .reissue,
      let cause = c.given(\.cause).flatMap(Cause.init),
      cause == .nameChanged || cause == .documentChanged
    {
      return changed(before, now, c)
    }
    switch now.likeness(to: before) {
    case .same, .unknown: return []
    case .sameByNumberAlone: return [otherDay(c)]
    case .near, .other: return [stranger(c)]
    }
  }

  /// A reissue for a new name or document: one of the two stays.
  private func changed(_ before: Person, _ now: Person, _ c: RuleContext) -> [Finding] {
    var (bareBefore, bareNow) = (before, now)
    bareBefore.name = nil
    bareBefore.passport = nil
    bareNow.name = nil
    bareNow.passport = nil
    switch bareNow.likeness(to: bareBefore) {
    case .other, .near: return [stranger(c)]
    case .sameByNumberAlone: return [otherDay(c)]
    case .same, .unknown: break
    }
    guard now.namesAreSame(before) == false, now.passportsAreSame(before) == false else {
      return []
    }
    let asked = c.earlierSource
    return [
      found(
        at: "/previous", .warning,
        kk: "\(asked.kk) аты-жөні де, құжатының нөмірі де өзгерген: сол адам екенін растаңыз",
        ru: "\(asked.ru) изменились и имя, и номер документа: подтвердите, что это то же лицо",
        en: "\(asked.en) both the name and the document changed: confirm that it is the same person"
      )
    ]
  }

  private func stranger(_ c: RuleContext) -> Finding {
    let asked = c.earlierSource
    return found(
      at: "/previous",
      kk: "\(asked.kk) бұрынғы құжат басқа адамға берілген: нөмірін тексеріңіз",
      ru: "\(asked.ru) прежний документ выдан другому лицу: проверьте номер",
      en: "\(asked.en) the earlier paper belongs to another person: check its number")
  }

  private func otherDay(_ c: RuleContext) -> Finding {
    let asked = c.earlierSource
    return found(
      at: "/previous", .warning,
      kk: "\(asked.kk) ЖСН сол, ал азаматтығы немесе туған күні басқа: деректерді растаңыз",
      ru: "\(asked.ru) ИИН тот же, а гражданство или дата рождения другие: подтвердите данные",
      en: "\(asked.en) the IIN is the same and citizenship or birth date are not: confirm them")
  }

  private var contradiction: Finding {
    found(
      at: "/facts",
      kk: "бұрынғы құжат иесі туралы мән-жайлар тізілімге қайшы келеді: түзетіңіз",
      ru: "сведения о владельце прежнего документа противоречат реестру: исправьте их",
      en: "the facts on the holder of the earlier paper contradict the register: correct them")
  }
}
