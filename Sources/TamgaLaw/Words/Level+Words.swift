public import TamgaDomain

extension Level {
  /// What people call it.
  public var words: Message {
    switch self {
    case .error: Message(kk: "қате", ru: "ошибка", en: "error")
    case .warning: Message(kk: "ескерту", ru: "предупреждение", en: "warning")
    case .information: Message(kk: "мәлімет", ru: "сведение", en: "information")
    }
  }
}

extension Finding {
  /// The level in people's words; what was not checked is no level of its own in the record.
  public var levelWords: Message {
    notChecked ? Message(kk: "тексерілмеді", ru: "не проверено", en: "not checked") : level.words
  }
}
