/// Evidence that what a page shows may differ from its text, in some viewer at least.
public struct TamperEvidence: Hashable, Sendable {
  /// What no paper has.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Text that is not seen: an invisible mode, pale, tiny, clipped or outside the page.
    case hidden
    /// Something lies on text or on other text.
    case covered
    /// A drawing, a picture or a code that the office's form does not have.
    case foreign
    /// Text that stands elsewhere than where the order of the sealed words has it.
    case moved
    /// Drawings that are not those of the letters they claim to be.
    case letters
    /// Drawings that none of the known fonts has for their letters.
    case unknownLetters
    /// Drawings that could not be looked up: the fonts are not known.
    case uncheckedLetters
    /// Annotations, fields, scripts, layers, actions or page boxes.
    case additions
    /// A file inside that is not the sealed one, or words that are read aloud in another language.
    case data
    /// An update that was appended to the file.
    case updated
    /// A file that is damaged, or written so that programs understand it differently.
    case malformed
    /// A page that another program drew anew: what it shows is not followed.
    case rewritten
  }

  /// What was found.
  public let kind: Kind
  /// The text that it touches, where it touches any.
  public let words: String

  /// Something that no paper has, and the words that it touches.
  public init(_ kind: Kind, words: String = "") {
    self.kind = kind
    self.words = words
  }
}
