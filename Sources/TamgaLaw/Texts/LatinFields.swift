import TamgaDomain

/// What is copied from the passport stands in Latin letters, on the papers of every kind.
///
/// Designed by us (contract `decisions.md`, Latin names): a Cyrillic «А» looks like a Latin one, and
/// neither a search nor the machine-readable zone finds it. Judged of every record, whatever rules its
/// kind asks for.
enum LatinFields {
  static let id = "REC-LATIN"

  static func findings(in c: RuleContext) -> [Finding] {
    LatinAdvice.fields.sorted().compactMap { name in
      guard case .text(let text)? = c.decision.fields[name] else { return nil }
      return name == nameField ? ofName(text, c) : ofNumber(text, name, c)
    }
  }

  private static var nameField: String { Inputs.table.latinFullName.name }

  private static func ofName(_ text: Bilingual, _ c: RuleContext) -> Finding? {
    // The rule of the act says it better.
    guard !c.kind.rules.contains(where: { $0.id == NameIsInLatinLetters.id }),
      let foreign = text.kk.foreignToLatinName ?? text.ru.foreignToLatinName
    else { return nil }
    let advice = LatinAdvice.on(foreign.scalar, at: foreign.position)
    return Finding(
      id, .error, at: "/fields/\(nameField)",
      Message(
        kk: "аты-жөні латын әріптерімен жазылуы тиіс: \(advice.kk)",
        ru: "имя пишется латинскими буквами: \(advice.ru)",
        en: "the name is written in Latin letters: \(advice.en)"))
  }

  /// Passports of the USSR of 1974 have a Cyrillic series: whoever holds one is looked at by a person.
  private static func ofNumber(_ text: Bilingual, _ name: String, _ c: RuleContext) -> Finding? {
    guard let letter = text.kk.firstForeignLetter ?? text.ru.firstForeignLetter else { return nil }
    let isOld = c.given(\.exemptGroup)?.contains(.ussrPassport1974) == true
    let advice = LatinAdvice.on(letter.scalar, at: letter.position)
    return Finding(
      id, isOld ? .warning : .error, at: "/fields/\(name)",
      Message(
        kk: "паспорттың нөмірі латын әріптерімен жазылады: \(advice.kk)",
        ru: "номер паспорта пишется латинскими буквами: \(advice.ru)",
        en: "the number of a passport is written in Latin letters: \(advice.en)"))
  }
}
