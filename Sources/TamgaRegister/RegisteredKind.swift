public import TamgaDomain

/// A kind of which the register has papers, and what verifiers say of them.
public struct RegisteredKind: Hashable, Sendable {
  /// The id of the kind.
  public let document: String
  /// Nil for a kind whose papers are all from before the register kept this.
  public let words: Words?

  /// What counts at issue.
  public struct Words: Hashable, Sendable {
    /// Claim 1 of the seals.
    public let code: String
    public let effect: Effect
    public let title: Message

    public init(code: String, effect: Effect, title: Message) {
      self.code = code
      self.effect = effect
      self.title = title
    }
  }

  public init(document: String, words: Words?) {
    self.document = document
    self.words = words
  }

  /// The kind as its manifest has it now.
  public init(_ kind: DocumentKind) {
    self.init(
      document: kind.id, words: Words(code: kind.code, effect: kind.effect, title: kind.title))
  }

  /// Bytes of a title, as of a body's name.
  private static let titleLimit = 1024

  func check() throws(RegisterError) {
    try RegisterLimits.check(document, "document", max: RegisterLimits.nameBytes)
    guard let words else { return }
    try RegisterLimits.check(words.code, "code", max: RegisterLimits.nameBytes)
    for (name, title) in [("kk", words.title.kk), ("ru", words.title.ru), ("en", words.title.en)] {
      try RegisterLimits.check(title, "title." + name, max: Self.titleLimit)
    }
  }
}
