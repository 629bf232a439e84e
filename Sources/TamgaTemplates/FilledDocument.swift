public import TamgaDomain

/// A paper with all its words, ready to be laid out. Only ``TemplateFiller`` makes one. By reference: it goes from step
/// to step and has more than seventy texts and lists in it.
public final class FilledDocument: Sendable {
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
  /// What it prints, as data; nil for what no decision stands for, and for a draft.
  public let data: PaperData?

  init(
    kind: DocumentKind, edition: Edition, number: String, copy: Int, issueDate: CalendarDate,
    body: Bilingual, author: Bilingual?, holder: Bilingual?, parts: [FilledPart], host: String,
    phrases: Phrases, data: PaperData? = nil
  ) {
    self.kind = kind
    self.edition = edition
    self.number = number
    self.copy = copy
    self.issueDate = issueDate
    self.body = body
    self.author = author
    self.holder = holder
    self.parts = parts
    self.host = host
    self.phrases = phrases
    self.data = data
  }
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
    /// The number that this run prints; nil for every other text.
    public let number: PrintedNumber?

    public init(
      text: String, isValue: Bool, isStruck: Bool = false, number: PrintedNumber? = nil
    ) {
      self.text = text
      self.isValue = isValue
      self.isStruck = isStruck
      self.number = number
    }
  }
}

extension [FilledBlock.Run] {
  /// All of it.
  package var text: String { reduce(into: "") { $0 += $1.text } }
}

/// A number that is allotted after the paper was laid out.
public enum PrintedNumber: Hashable, Sendable {
  /// The paper's own.
  case own
  /// That of the decision's first paper, on a further one.
  case first
}

extension FilledDocument {
  /// The same paper with the numbers that it was given in the end, which stand where its provisional
  /// ones stood. Both must be without doubled spaces, as allotted numbers are.
  ///
  /// - Parameter first: The number of the decision's first paper, on a further one.
  public func numbered(_ number: String, copy: Int, first: String? = nil) -> FilledDocument {
    FilledDocument(
      kind: kind, edition: edition, number: number, copy: copy, issueDate: issueDate, body: body,
      author: author, holder: holder,
      parts: parts.map { part in
        FilledPart(
          language: part.language,
          blocks: part.blocks.map { $0.numbered(own: number, first: first) })
      }, host: host, phrases: phrases, data: data)
  }
}

extension FilledBlock {
  fileprivate func numbered(own: String, first: String?) -> FilledBlock {
    guard parts.contains(where: { $0.contains { $0.number != nil } }) else { return self }
    return FilledBlock(
      kind: kind, parts: parts.map { $0.map { $0.numbered(own: own, first: first) } },
      items: items, closing: closing, hasPlaces: hasPlaces, place: place)
  }
}

extension FilledBlock.Run {
  /// The same run with the numbers that the paper was given in the end.
  ///
  /// - Parameter first: The number of the decision's first paper, on a further one.
  public func numbered(own: String, first: String?) -> Self {
    switch number {
    case .own?: Self(text: own, isValue: isValue, isStruck: isStruck, number: .own)
    case .first?: Self(text: first ?? text, isValue: isValue, isStruck: isStruck, number: .first)
    case nil: self
    }
  }
}
