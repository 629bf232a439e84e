internal import TamgaDomain

/// The words around the data of a verdict.
enum Label {
  static let replacedBy = Message(
    kk: "орнына берілген құжат", ru: "документ взамен", en: "replaced by")
  static let signature = Message(kk: "ЭЦҚ", ru: "ЭЦП", en: "signature")
  static let sealed = Message(kk: "куәландырылғаны", ru: "заверено", en: "sealed")
  static let printed = Message(kk: "құжатта", ru: "напечатано", en: "printed")
  static let read = Message(
    kk: "құжаттан оқылғаны", ru: "на документе прочитано", en: "read on the paper")
  static let page = Message(kk: "бет", ru: "страница", en: "page")
  static let checkedOn = Message(kk: "тексерілген күн", ru: "на дату", en: "as of")
  static let statusOf = Message(kk: "мәртебе уақыты", ru: "статусы от", en: "statuses of")

  /// What a claim of the contract is called.
  static func claim(_ name: String) -> Message {
    switch name {
    case "document": Message(kk: "құжат", ru: "документ", en: "paper")
    case "issuingBody":
      Message(kk: "берген орган", ru: "орган, выдавший документ", en: "issuing body")
    case "passport": Message(kk: "паспорт", ru: "паспорт", en: "passport")
    case "name": Message(kk: "аты-жөні", ru: "имя", en: "name")
    case "citizenship": Message(kk: "азаматтығы", ru: "гражданство", en: "citizenship")
    case "number": Message(kk: "нөмірі", ru: "номер", en: "number")
    case "validFrom": Message(kk: "басталуы", ru: "действует с", en: "valid from")
    case "validUntil": Message(kk: "аяқталуы", ru: "действует по", en: "valid until")
    default: Message(kk: name, ru: name, en: name)
    }
  }
}
