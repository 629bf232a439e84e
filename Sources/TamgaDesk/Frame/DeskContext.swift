public import TamgaDomain

/// Who looks at a page, in which language, and what every page needs besides.
public struct DeskContext: Sendable {
  public let language: MessageLanguage
  /// Nil before sign-in.
  public let account: DeskAccount?
  /// What a form's hidden `csrf` holds.
  public let csrf: String
  /// Where the style sheet and the script are served.
  public let style: Link
  public let script: Link
  /// Numbers beside the words of the navigation, as far as they are known.
  public let counts: Counts

  public struct Counts: Hashable, Sendable {
    /// Proposals that this person may settle.
    public var proposals: Int
    /// Rejects that wait for a correction.
    public var rejects: Int

    public init(proposals: Int = 0, rejects: Int = 0) {
      self.proposals = proposals
      self.rejects = rejects
    }
  }

  public init(
    language: MessageLanguage, account: DeskAccount?, csrf: String, style: Link, script: Link,
    counts: Counts = Counts()
  ) {
    self.language = language
    self.account = account
    self.csrf = csrf
    self.style = style
    self.script = script
    self.counts = counts
  }
}

/// The person who is signed in.
public struct DeskAccount: Hashable, Sendable {
  public let login: String
  public let name: String
  public let role: DeskRole
  /// The body or the office, as the head of the page names it.
  public let place: Bilingual

  public init(login: String, name: String, role: DeskRole, place: Bilingual) {
    self.login = login
    self.name = name
    self.role = role
    self.place = place
  }
}

/// What an account may do (contract `serve.md`).
public enum DeskRole: String, Hashable, Sendable, CaseIterable {
  case `operator`, clerk, supervisor, auditor, administrator

  var mayIssue: Bool { self == .clerk || self == .supervisor }
  var maySearch: Bool { self == .clerk || self == .supervisor || self == .auditor }
  var seesBatches: Bool { self == .operator || self == .supervisor || self == .auditor }
}

extension Bilingual {
  /// In the language of the reader; English readers get the Russian words of papers.
  subscript(_ language: MessageLanguage) -> String { language == .kk ? kk : ru }
}
