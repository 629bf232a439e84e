import TamgaDomain
import TamgaFormats

/// One name that rules read, with the type of its value and its words for people.
///
/// A value is looked up in the fields of the record, then in its facts.
final class Input<Value: InputValue>: Sendable {
  let name: String
  let words: Message
  /// What a record may give under this name in `facts`; nil for what stands only in `fields`.
  let fact: FactType?

  init(name: String, words: Message, fact: FactType?) {
    self.name = name
    self.words = words
    self.fact = fact
  }
}

/// The name of an input: `\.validFrom`.
typealias InputName<Value: InputValue> = KeyPath<Inputs, Input<Value>>

/// An input of whatever type.
protocol NamedInput: Sendable {
  var name: String { get }
  var words: Message { get }
  var fact: FactType? { get }
}

extension Input: NamedInput {}

extension Inputs {
  static let table = Inputs()

  /// Every declaration, in the order of the table.
  static let all: [any NamedInput] = Mirror(reflecting: table).children.compactMap {
    $0.value as? any NamedInput
  }

  static let byName: [String: any NamedInput] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, $0) })
}

/// Declares what a record may give in `facts`; the words follow in Kazakh, Russian and English.
enum Fact {
  static func date(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<CalendarDate> { of(.date, name, kk, ru, en) }

  static func partialDate(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<PartialDate> { of(.partialDate, name, kk, ru, en) }

  static func time(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<Moment> { of(.time, name, kk, ru, en) }

  static func flag(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<Bool> { of(.flag, name, kk, ru, en) }

  static func count(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<Int> { of(.count, name, kk, ru, en) }

  static func text(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<Bilingual> { of(.text, name, kk, ru, en) }

  /// One word of a closed list.
  static func word<Word: FactWord>(
    _: Word.Type, _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<Word> { of(.word(Word.allCases.map(\.rawValue)), name, kk, ru, en) }

  /// One word of a closed list, or a list of them.
  static func wordList<Word: FactWord>(
    _: Word.Type, _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<[Word]> { of(.words(Word.allCases.map(\.rawValue)), name, kk, ru, en) }

  /// A word of an open list: rules know some, an office may have others.
  static func openWord(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<String> { of(.text, name, kk, ru, en) }

  static func conclusions(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<JSONValue> { of(.conclusions, name, kk, ru, en) }

  static func stepDates(
    _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<JSONValue> { of(.stepDates, name, kk, ru, en) }

  private static func of<Value>(
    _ type: FactType, _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<Value> {
    Input(name: name, words: Message(kk: kk, ru: ru, en: en), fact: type)
  }
}

/// Declares what stands in `fields` only.
enum Field {
  static func of<Value>(
    _: Value.Type, _ name: String, _ kk: String, _ ru: String, _ en: String
  ) -> Input<Value> {
    Input(name: name, words: Message(kk: kk, ru: ru, en: en), fact: nil)
  }
}
