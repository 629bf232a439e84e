/// A text of a paper in Kazakh and in Russian.
public struct Bilingual: Hashable, Sendable {
  public var kk: String
  public var ru: String

  public init(kk: String, ru: String) {
    self.kk = kk
    self.ru = ru
  }

  /// One text for both languages: a Latin name, a number, a date.
  public init(both text: String) { self.init(kk: text, ru: text) }

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
  public let kk: String
  public let ru: String
  public let en: String

  public init(kk: String, ru: String, en: String) {
    self.kk = kk
    self.ru = ru
    self.en = en
  }

  public subscript(_ tongue: MessageLanguage) -> String {
    switch tongue {
    case .kk: kk
    case .ru: ru
    case .en: en
    }
  }
}
