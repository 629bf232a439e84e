import TamgaAccounts

/// Who may ask for a route. Looked at before anything else of the request.
enum Access: Sendable {
  case anybody
  /// Anybody; a client with this scope is known as such, and asks without the limits of others.
  case open(Scope)
  /// A page of the desk, by the session of an account with one of these roles.
  case desk(Set<Role>)
  /// A page for whoever is signed in, also with a password that must be changed first.
  case signedIn
  /// The interface for programs: a client that has one of the scopes, or the session of one of these roles.
  case program(Set<Scope>, sessions: Set<Role> = [])

  /// Whether people read the answer.
  var isPage: Bool {
    switch self {
    case .anybody, .open, .program: false
    case .desk, .signedIn: true
    }
  }
}

extension Set<Role> {
  static let all: Set = [.operator, .clerk, .supervisor, .auditor]
  static let readers: Set = [.clerk, .supervisor, .auditor]
  static let issuers: Set = [.clerk, .supervisor]
}
