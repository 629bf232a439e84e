public import TamgaDomain

/// A paper with all its words, ready to be laid out. Only ``Filling`` makes one.
public struct FilledDocument: Sendable {
  public let kind: DocumentKind
  public let edition: Edition
  /// As printed: the number without the copy.
  public let number: String
  /// 0 for the original.
  public let copy: Int
  public let issueDate: CalendarDate
  public let body: Bilingual
  /// The body as the maker of the file; nil for a draft that no body stands for.
  public let author: Bilingual?
  /// The holder's name as printed; nil where the kind declares none.
  public let holder: Bilingual?
  /// One for each language asked for, Kazakh first.
  public let parts: [FilledPart]
  public let host: String
  public let phrases: Phrases
}

/// The words of one language.
public struct FilledPart: Sendable {
  public let language: Language
  public let blocks: [FilledBlock]
}

/// One block with its values.
public struct FilledBlock: Sendable {
  public let kind: BlockKind
  public let parts: [[Run]]
  /// The items of a list block.
  public let items: [[Run]]
  /// What is said after the items, unnumbered.
  public let closing: [Run]
  /// The form has a place for a value here, filled or blank: a head of a table has none.
  public let hasPlaces: Bool
  /// File and line of the template, for faults.
  public let place: String

  /// A stretch of text, known to be a value or words of the form.
  public struct Run: Hashable, Sendable {
    public let text: String
    public let isValue: Bool
    /// Words of the form that do not hold: another option is chosen.
    public let isStruck: Bool

    public init(text: String, isValue: Bool, isStruck: Bool = false) {
      self.text = text
      self.isValue = isValue
      self.isStruck = isStruck
    }
  }
}
