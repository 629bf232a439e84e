public import TamgaDomain
import TamgaLaw

/// One value that a form asks for.
public struct FormControl: Hashable, Sendable {
  /// Where the value stands in the record, a JSON pointer; also the name of the control.
  public let place: String
  /// What people call it.
  public let label: Message
  public let content: Content
  /// Printed by the form and never blank.
  public let isRequired: Bool

  public init(_ place: String, _ label: Message, _ content: Content, isRequired: Bool = false) {
    self.place = place
    self.label = label
    self.content = content
    self.isRequired = isRequired
  }

  /// What may be given.
  public enum Content: Hashable, Sendable {
    /// One line, or several where the form allows line breaks; the same in both languages.
    case text(lines: Bool)
    /// A text in Kazakh and in Russian: controls `…/kk` and `…/ru`.
    case pair(lines: Bool)
    case date
    /// A birth date of which the day or the month may be unknown.
    case partialDate
    case time
    case count
    case iin
    case country
    case flag
    /// One of a list.
    case choice([Choice])
    /// A word of a list that an office may go beyond; found by its words in any language.
    case openChoice([Choice])
    /// Any of a list; one of them is sent as a text, several as a list.
    case choices([Choice])
    /// Texts in both languages, one after another: `…/0/kk`.
    case pairs(lines: Bool, keepsBlanks: Bool)
    /// Papers of the act by their ids, and further texts.
    case papers([Choice])
    case grounds([Choice])
    /// The issuing body.
    case body([Choice])
    /// The languages to print.
    case languages
    /// `NUMBER`, or the decision of the earlier paper.
    case previous
    /// Agencies with the day and the grounds of their conclusions.
    case conclusions
    /// Days of the steps of a service, by their numbers.
    case steps
  }

  /// A word that a record may give, with what people call it.
  public struct Choice: Hashable, Sendable {
    public let code: String
    public let words: Message

    public init(_ code: String, _ words: Message) {
      self.code = code
      self.words = words
    }
  }
}

extension FormControl.Choice {
  /// The bodies that give conclusions (MIA order 596).
  static let agencies: [FormControl.Choice] =
    ["national-security", "legal-statistics", "judicial-acts", "tax", "internal-affairs"].map {
      FormControl.Choice($0, CodeWords.words(of: $0) ?? Message(both: $0))
    }
}
