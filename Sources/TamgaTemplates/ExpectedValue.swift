import TamgaDomain

/// What should stand under a key of a YAML file, in the reader's words.
enum ExpectedValue {
  case text, count, date, list, texts, mapping, mappings, rules, parameters
  /// One of these; `given` is what stands there.
  case word(_ given: String?, among: [String])

  var words: Message {
    switch self {
    case .text: Message(kk: "мәтін", ru: "текст", en: "a text")
    case .count: Message(kk: "бүтін сан", ru: "целое число", en: "a whole number")
    case .date:
      Message(kk: "күн жжжж-аа-кк", ru: "дата гггг-мм-дд", en: "a date yyyy-MM-dd")
    case .list: Message(kk: "тізім", ru: "список", en: "a list")
    case .texts: Message(kk: "мәтіндер тізімі", ru: "список текстов", en: "a list of texts")
    case .mapping:
      Message(kk: "«кілт: мән» жолдары", ru: "строки «ключ: значение»", en: "a mapping")
    case .mappings:
      Message(
        kk: "«кілт: мән» жолдарының тізімі", ru: "список из строк «ключ: значение»",
        en: "a list of mappings")
    case .rules:
      Message(
        kk: "ережелердің белгілері, әрқайсысы жеке немесе параметрлерімен",
        ru: "обозначения правил, каждое отдельно или с параметрами",
        en: "rule ids, each alone or with a mapping of parameters")
    case .parameters:
      Message(
        kk: "сандар, мәтіндер немесе олардың тізімдері", ru: "числа, тексты или их списки",
        en: "parameters that are numbers, texts or lists of them")
    case .word(_, let words):
      Message(
        kk: words.joined(separator: ", ") + " сөздерінің бірі",
        ru: "одно из слов " + words.joined(separator: ", "),
        en: "one of " + words.joined(separator: ", "))
    }
  }

  /// The word that was probably meant.
  var hint: Message? {
    if case .word(let given?, let words) = self {
      TemplateFault.meant(given, among: words)
    } else {
      nil
    }
  }
}

extension TemplateFault {
  /// The name that a mistyped one probably means; nil where none is near.
  static func meant(_ name: String, among names: some Sequence<String>) -> Message? {
    NearestName.of(name, among: names).map {
      Message(kk: "бәлкім, «\($0)»", ru: "возможно, «\($0)»", en: "did you mean '\($0)'?")
    }
  }
}
