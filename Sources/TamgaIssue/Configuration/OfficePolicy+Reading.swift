import TamgaDomain
import TamgaTemplates

extension OfficePolicy {
  /// What `tamga.yaml` settles for the rules; the bodies' places and certificates come from elsewhere in it.
  static func read(_ map: YAMLMap) -> OfficePolicy {
    var policy = OfficePolicy()
    if let facts = map.optionalWord("facts", Facts.self) { policy.facts = facts }
    if map.has("visaFreeThreeMonths") {
      for code in map.texts("visaFreeThreeMonths")
      where code.wholeMatch(of: /[A-Z]{3}/) == nil {
        map.fault(
          .wrongValue, at: "visaFreeThreeMonths", kk: "ел үш бас әріппен жазылады: \(code)",
          ru: "страна пишется тремя заглавными буквами: \(code)",
          en: "a country has three capital letters: \(code)")
      }
      policy.visaFreeThreeMonths = Set(map.texts("visaFreeThreeMonths"))
    }
    if map.has("holidays") {
      for text in map.texts("holidays") {
        guard let day = CalendarDate(iso: text) else {
          map.fault(
            .wrongValue, at: "holidays", kk: "«\(text)» күн емес: күн жжжж-аа-кк түрінде жазылады",
            ru: "«\(text)» не дата: она пишется гггг-мм-дд",
            en: "'\(text)' is no date: a holiday is a date yyyy-MM-dd")
          continue
        }
        policy.holidays.insert(day)
      }
    }
    policy.maxBackdatingDays = map.optionalCount("maxBackdatingDays")
    if let older = map.optionalWord("backdating", Backdating.self) {
      policy.backdating = older == .error ? .error : .warning
    }
    policy.maxTermStartDays =
      map.optionalCount("maxTermStartDays") ?? OfficePolicy.standardTermStartDays
    policy.registerSince = map.optionalDate("registerSince")
    policy.formsInUse = forms(map)
    policy.hasDocumentSigner = map.optionalText("documentSigner") != nil
    policy.statutoryFamilyTermMonths = map.optionalCount("statutoryFamilyTermMonths")
    policy.domesticWorkersLimit = map.optionalCount("domesticWorkersLimit")
    return policy
  }

  private enum Backdating: String, CaseIterable { case warning, error }

  /// Ended forms that the office goes on with; whether there are such kinds says ``Office``.
  private static func forms(_ map: YAMLMap) -> [String: FormInUse] {
    guard map.has("formsInUse") else { return [:] }
    var forms: [String: FormInUse] = [:]
    for (document, form) in map.each("formsInUse", form) {
      if forms.updateValue(form, forKey: document) != nil {
        map.fault(
          .duplicate, at: "formsInUse", kk: "«\(document)» құжаты екі рет берілген",
          ru: "документ «\(document)» назван дважды", en: "the document '\(document)' stands twice")
      }
    }
    return forms
  }

  private static func form(_ map: YAMLMap) -> (String, FormInUse)? {
    let document = map.text("document")
    let until = map.date("until")
    let basis = map.bilingual("basis")
    guard let document, let until, let basis else { return nil }
    return (document, FormInUse(until: until, basis: basis))
  }
}
