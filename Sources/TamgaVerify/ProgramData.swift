public import TamgaDomain
internal import TamgaFormats
public import TamgaSeal

/// What a PDF holds for programs, beside its pages: the files inside, and in which languages its words are read
/// aloud.
public struct ProgramData: Hashable, Sendable {
  /// The files inside, in the order of their list.
  public let attachments: [PrintedDigest.Attachment]
  /// Whether a program that takes out or prints pages may have left the files behind; false where they were
  /// taken away.
  public let mayBeLost: Bool
  /// The languages of the words; nil where that is not looked at.
  public let languages: LanguageRuns?

  /// What was seen of one file; without arguments, of one of which nothing was.
  public init(
    attachments: [PrintedDigest.Attachment] = [], mayBeLost: Bool = true,
    languages: LanguageRuns? = nil
  ) {
    self.attachments = attachments
    self.mayBeLost = mayBeLost
    self.languages = languages
  }

  /// What the file inside says, once it is known to be the sealed one.
  struct Content: Hashable, Sendable {
    let json: JSONValue
  }
}
