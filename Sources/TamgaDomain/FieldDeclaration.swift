/// One field of a kind: its name, type and words, as the manifest declares it.
public struct FieldDeclaration: Hashable, Sendable {
  /// The key in `fields` of a record, in ASCII letters and digits.
  public let name: String
  /// What the value may be, and so how it is read and printed.
  public let type: FieldType
  /// What the field is called, for schemas, the desk and the verdict.
  public let label: Message
  /// Printed by the form and never blank.
  public let isRequired: Bool
  /// Printed by the form of some edition.
  public let isPrinted: Bool
  /// The form allows line breaks inside the value.
  public let allowsNewlines: Bool
  /// A blank item of the list holds its place: the items answer to those of another list.
  public let keepsBlanks: Bool

  /// A field as a manifest declares it; that it is printed say its forms.
  public init(
    name: String, type: FieldType, label: Message, isRequired: Bool, isPrinted: Bool,
    allowsNewlines: Bool = false, keepsBlanks: Bool = false
  ) {
    self.name = name
    self.type = type
    self.label = label
    self.isRequired = isRequired
    self.isPrinted = isPrinted
    self.allowsNewlines = allowsNewlines
    self.keepsBlanks = keepsBlanks
  }
}

/// What a field may hold.
public enum FieldType: Hashable, Sendable {
  /// A text, one for both languages or `{"kk": …, "ru": …}`.
  case text
  /// A text that is the same in both languages: a number, a series, a person's name.
  case plain
  /// An ISO date, printed `dd.MM.yyyy`.
  case date
  /// A date of which a passport may show only the year or the month: `yyyy`, `yyyy-MM` or `yyyy-MM-dd`.
  case partialDate
  /// A whole number, not negative.
  case count
  /// An ISO 8601 time with its offset, printed `dd.MM.yyyy HH:mm` as it was written.
  case time
  /// ISO 3166-1 alpha-3 or a code of ICAO 9303 for persons without a state, printed as the country's name.
  case country
  /// Twelve digits; may be blank.
  case iin
  /// One of the given codes, printed in words.
  case code([CodeWord])
  /// A list of texts.
  case texts
  /// A list of papers that an applicant hands in: ids of ``RequiredDocuments`` or texts.
  case papers
  /// A list of ground ids.
  case grounds
}

extension FieldType {
  /// Printed item by item.
  public var isList: Bool { self == .texts || self == .papers }
}

/// A code and the words that the form prints for it.
public struct CodeWord: Hashable, Sendable {
  /// As a record writes it, for example `work`.
  public let code: String
  /// What the form prints for it.
  public let words: Bilingual

  /// A code with its words in both languages.
  public init(_ code: String, _ words: Bilingual) {
    self.code = code
    self.words = words
  }
}
