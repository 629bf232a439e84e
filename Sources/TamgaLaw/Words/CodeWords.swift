public import TamgaDomain

/// What people call the codes of facts: `national-security` is the Department of National Security.
public enum CodeWords {
  private static let table: [String: Message] = {
    var table = agencies
    add(AIFCStanding.self, to: &table)
    add(Channel.self, to: &table)
    add(EmployerKind.self, to: &table)
    add(EntryBasis.self, to: &table)
    add(ExemptGroup.self, to: &table)
    add(PetitionerKind.self, to: &table)
    add(PreviousStatus.self, to: &table)
    add(WorkBasis.self, to: &table)
    add(Cause.self, to: &table)
    table[WorkKind.domestic] = Message(
      kk: "үй шаруашылығындағы жұмыс", ru: "работа в домашнем хозяйстве", en: "domestic work")
    return table
  }()

  private static func add<Word: NamedWord & CaseIterable & RawRepresentable<String>>(
    _ type: Word.Type, to table: inout [String: Message]
  ) {
    for word in type.allCases { table[word.rawValue] = word.words }
  }

  /// Of the field and of the fact `agency`.
  private static let agencies: [String: Message] = [
    "national-security": Message(
      kk: "Ұлттық қауіпсіздік департаменті", ru: "Департамент национальной безопасности",
      en: "National Security Department"),
    "legal-statistics": Message(
      kk: "Құқықтық статистика және арнайы есепке алу жөніндегі комитет",
      ru: "Комитет по правовой статистике и специальным учетам",
      en: "Legal Statistics Committee"),
    "judicial-acts": Message(
      kk: "Сот актілерін орындау жөніндегі департамент",
      ru: "Департамент по исполнению судебных актов",
      en: "Department for Enforcement of Judicial Acts"),
    "tax": Message(kk: "Салық департаменті", ru: "Налоговый департамент", en: "Tax Department"),
    "internal-affairs": Message(
      kk: "Ішкі істер департаменті", ru: "Департамент внутренних дел",
      en: "Department of Internal Affairs"),
  ]

  /// The words of a code; nil for codes of fields alone.
  public static func words(of code: String) -> Message? { table[code] }

  /// The words, and the code in brackets for the office's IT.
  public static func named(_ code: String) -> Message {
    guard let words = words(of: code) else { return Message(kk: code, ru: code, en: code) }
    return Message(
      kk: "\(words.kk) (\(code))", ru: "\(words.ru) (\(code))", en: "\(words.en) (\(code))")
  }
}
