/// A language in which papers are printed. Kazakh comes first everywhere.
public enum Language: String, Hashable, Sendable, CaseIterable, Comparable {
  case kk, ru

  public static func < (a: Language, b: Language) -> Bool { a == .kk && b == .ru }
}

/// A language in which Tamga speaks to people: the two of the papers, and English.
public enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  case kk, ru, en
}
