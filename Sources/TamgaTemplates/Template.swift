public import TamgaDomain

/// One kind with its editions, read and checked.
public struct Template: Hashable, Sendable {
  public let kind: DocumentKind
  /// By first day, oldest first.
  public let editions: [TemplateEdition]

  /// The edition whose papers may be issued on `day`.
  public func edition(on day: CalendarDate) -> TemplateEdition? {
    editions.first { $0.edition.covers(day) }
  }
}

/// One edition of a kind: its days, its act and the forms of both languages.
public struct TemplateEdition: Hashable, Sendable {
  public let edition: Edition
  public let forms: [Language: Form]
  /// The files that it was read from, by their names below the templates.
  public let files: [String]

  /// The names that the form of a language prints.
  func printed(in language: Language) -> Set<String> { forms[language]?.names ?? [] }
}
