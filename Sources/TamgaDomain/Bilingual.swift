/// A text of a paper in Kazakh and in Russian.
public struct Bilingual: Hashable, Sendable {
  /// As it stands on the Kazakh page.
  public var kk: String
  /// As it stands on the Russian page.
  public var ru: String

  /// Two texts of one meaning; neither is made from the other.
  public init(kk: String, ru: String) {
    self.kk = kk
    self.ru = ru
  }

  /// One text for both languages: a Latin name, a number, a date.
  public init(both text: String) { self.init(kk: text, ru: text) }

  /// The text for the page of a language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .kk: kk
    case .ru: ru
    }
  }

  /// Applies `change` to both texts.
  public func map<Failure: Error>(
    _ change: (String) throws(Failure) -> String
  ) throws(Failure) -> Bilingual {
    Bilingual(kk: try change(kk), ru: try change(ru))
  }
}

/// A text for people in the three languages of the messages.
public struct Message: Hashable, Sendable {
  /// In Kazakh, Cyrillic script.
  public let kk: String
  /// In Russian.
  public let ru: String
  /// In English; stands in the output of tests too.
  public let en: String

  /// One sentence or name in all three languages; none falls back to another.
  public init(kk: String, ru: String, en: String) {
    self.kk = kk
    self.ru = ru
    self.en = en
  }

  /// The text for who reads the language.
  public subscript(_ tongue: MessageLanguage) -> String {
    switch tongue {
    case .kk: kk
    case .ru: ru
    case .en: en
    }
  }
}
