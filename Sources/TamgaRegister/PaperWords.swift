public import TamgaDomain

extension PaperStatus {
  /// The status in a sentence about a paper.
  public var words: Message {
    switch self {
    case .valid: Message(kk: "күшінде", ru: "действует", en: "valid")
    case .revoked: Message(kk: "қайтарып алынған", ru: "отозван", en: "revoked")
    case .suspended: Message(kk: "тоқтатыла тұрған", ru: "приостановлен", en: "suspended")
    case .superseded: Message(kk: "ауыстырылған", ru: "заменён", en: "superseded")
    }
  }
}

extension PaperCondition {
  /// What a person would say: the status of an issued paper, else how far its making has come.
  public var words: Message {
    switch state {
    case .reserved:
      Message(kk: "нөмірі бар, әлі шығарылмаған", ru: "с номером, но не выдан", en: "only reserved")
    case .sealed:
      Message(
        kk: "куәландырылған, әлі шығарылмаған", ru: "заверен, но не выдан",
        en: "sealed, but not issued")
    case .issued: status.words
    case .void: Message(kk: "жойылған", ru: "погашен", en: "void")
    }
  }
}

extension PaperEntry {
  /// Whether only its term has ended: the register keeps it as valid, and nobody may use it.
  public func isOver(on day: CalendarDate) -> Bool {
    state == .issued && status == .valid && validUntil.map { $0 < day } ?? false
  }

  /// What a person would say of it on a day at the office.
  public func words(on day: CalendarDate) -> Message {
    isOver(on: day)
      ? Message(kk: "мерзімі өткен", ru: "срок истёк", en: "expired")
      : state == .void ? condition.words : status.words
  }
}

extension RegisterEvent {
  /// What happened, for people.
  public var words: Message { Self.words(of: what) }

  /// The same of an entry that stands outside a register.
  ///
  /// - Parameter what: As ``what``.
  public static func words(of what: String) -> Message {
    if what == "reserved" {
      return Message(kk: "нөмір берілді", ru: "присвоен номер", en: "number allotted")
    }
    if what == EventLog.signed {
      return Message(kk: "ЭЦҚ қойылды", ru: "подписан ЭЦП", en: "signed")
    }
    return PaperMove(rawValue: what)?.done ?? Message(kk: what, ru: what, en: what)
  }
}

extension PaperMove {
  /// What was done.
  var done: Message {
    switch self {
    case .seal: Message(kk: "электрондық куәландырылды", ru: "электронно заверен", en: "sealed")
    case .confirm: Message(kk: "берілді", ru: "выдан", en: "issued")
    case .suspend: Message(kk: "тоқтатыла тұрды", ru: "приостановлен", en: "suspended")
    case .resume: Message(kk: "қайта күшіне енді", ru: "возобновлён", en: "resumed")
    case .supersede: Message(kk: "ауыстырылды", ru: "заменён", en: "superseded")
    case .revoke: Message(kk: "қайтарып алынды", ru: "отозван", en: "revoked")
    case .reinstate: Message(kk: "қалпына келтірілді", ru: "восстановлен", en: "reinstated")
    case .reinstateSuspended:
      Message(
        kk: "тоқтатыла тұрған күйінде қалпына келтірілді", ru: "восстановлен приостановленным",
        en: "reinstated as suspended")
    case .void: Message(kk: "жойылды", ru: "погашен", en: "voided")
    case .reprint: Message(kk: "басып шығарылды", ru: "печать", en: "printed")
    case .spoil: Message(kk: "бүлінді", ru: "испорчен", en: "spoilt")
    case .handOver: Message(kk: "қолына берілді", ru: "выдан на руки", en: "handed over")
    case .purge:
      Message(
        kk: "сақтау мерзімі өтіп, жойылды", ru: "удалён по истечении срока хранения",
        en: "removed after retention")
    }
  }

  /// What would be done, as it stands after "it cannot be" in English.
  var words: Message {
    switch self {
    case .seal: Message(kk: "куәландыру", ru: "заверить", en: "sealed")
    case .confirm: Message(kk: "шығаруды растау", ru: "подтвердить выдачу", en: "issued")
    case .suspend: Message(kk: "тоқтата тұру", ru: "приостановить", en: "suspended")
    case .resume: Message(kk: "қайта күшіне енгізу", ru: "возобновить", en: "resumed")
    case .supersede: Message(kk: "ауыстыру", ru: "заменить", en: "superseded")
    case .revoke: Message(kk: "қайтарып алу", ru: "отозвать", en: "revoked")
    case .reinstate, .reinstateSuspended:
      Message(kk: "қалпына келтіру", ru: "восстановить", en: "reinstated")
    case .void: Message(kk: "жою", ru: "погасить", en: "voided")
    case .reprint: Message(kk: "қайта басып шығару", ru: "напечатать снова", en: "reprinted")
    case .spoil: Message(kk: "бүлінді деп белгілеу", ru: "отметить испорченным", en: "spoilt")
    case .handOver: Message(kk: "иесіне беру", ru: "вручить владельцу", en: "handed over")
    case .purge: Message(kk: "мәліметтерін өшіру", ru: "очистить", en: "purged")
    }
  }
}
