public import TamgaDomain

/// What an account may do (contract `serve.md`, "Routes and who may").
public enum Role: String, CaseIterable, Hashable, Sendable {
  case `operator`, clerk, supervisor, auditor, administrator

  /// May not be without a second factor, whatever the office allows.
  public var needsSecondFactor: Bool {
    switch self {
    case .supervisor, .auditor, .administrator: true
    case .operator, .clerk: false
    }
  }
}

/// What a client of the interface may do.
public enum Scope: String, CaseIterable, Hashable, Sendable {
  case verify, issue, papers, feed, metrics
}

/// A person who signs in.
public struct Account: Hashable, Sendable {
  /// In lower case.
  public let login: String
  public let role: Role
  /// What the desk calls the person; may be empty.
  public let name: String
  /// Ids of issuing bodies that the account is bound to; empty: all.
  public let bodies: [String]
  public let hasSecondFactor: Bool
  /// The password was drawn and is known to whoever made the account.
  public let mustChangePassword: Bool
  public let isLocked: Bool
  /// The language of the desk; nil: the browser's.
  public let language: MessageLanguage?

  /// Whether papers of an issuing body are there for the account.
  public func covers(_ body: String) -> Bool { bodies.isEmpty || bodies.contains(body) }
}

/// A system that uses the interface.
public struct Client: Hashable, Sendable {
  public let name: String
  public let scopes: Set<Scope>
  /// Ids of issuing bodies that the client is bound to; empty: all.
  public let bodies: [String]
  /// The last day of its token, at the office; nil: no end.
  public let until: CalendarDate?

  /// Whether papers of an issuing body are there for the client.
  public func covers(_ body: String) -> Bool { bodies.isEmpty || bodies.contains(body) }
}

/// A signed-in person's request.
public struct DeskSession: Hashable, Sendable {
  /// Names the session in logs; opens nothing.
  public let id: String
  public let account: Account
  /// What every changing form of the session holds.
  public let csrf: String
}

/// What a step of signing in came to.
public enum SignIn: Hashable, Sendable {
  /// One sentence for every cause; the cause is for the log.
  case refused(Refusal)
  /// Too many wrong tries: how long to wait.
  case tooMany(seconds: Int)
  /// The password is right; the second factor is asked for with this token.
  case second(token: String)
  /// Signed in: the token of the session.
  case done(token: String)

  /// Why, for the log.
  public enum Refusal: String, Hashable, Sendable {
    case login = "unknown-login"
    case password, locked, code
    /// The token of the first step is not known or too old.
    case step = "no-first-step"
    /// The office asks for a second factor, and the account has none.
    case noSecondFactor = "no-second-factor"
  }
}
