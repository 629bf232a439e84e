/// A language in which papers are printed. Kazakh comes first everywhere.
public enum Language: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Kazakh, the state language, Cyrillic script.
  case kk
  /// Russian.
  case ru

  public static func < (a: Language, b: Language) -> Bool { a == .kk && b == .ru }
}

/// A language in which Tamga speaks to people: the two of the papers, and English.
public enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  /// Kazakh.
  case kk
  /// Russian.
  case ru
  /// English: where neither option nor environment names another.
  case en
}
