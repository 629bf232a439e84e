import TamgaDomain
import TamgaFormats

/// A place in a structured fact that is not as the contract (`facts.md`) says.
struct StructureFlaw: Hashable, Sendable {
  let place: String
  /// What stands there in a sound record, in the nominative.
  let expected: Message

  init(_ place: JSONPointer, kk: String, ru: String, en: String) {
    self.place = place.description
    expected = Message(kk: kk, ru: ru, en: en)
  }

  /// A date that cannot be read.
  static func date(_ place: JSONPointer) -> StructureFlaw {
    StructureFlaw(
      place, kk: "ЖЖЖЖ-АА-КК түріндегі күн", ru: "дата вида ГГГГ-ММ-ДД", en: "a date yyyy-MM-dd")
  }
}

extension Rule {
  /// An error for each flaw: what cannot be read cannot be judged.
  func errors(_ flaws: [StructureFlaw]) -> [Finding] {
    flaws.map {
      found(
        at: $0.place, .error,
        kk: "мән-жай оқылмайды, күтілетіні: \($0.expected.kk); түзетіңіз",
        ru: "сведение не читается, ожидается: \($0.expected.ru); исправьте",
        en: "the fact cannot be read, expected: \($0.expected.en); correct it")
    }
  }
}
