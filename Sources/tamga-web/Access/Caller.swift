import TamgaAccounts
import TamgaRegister

/// Who asks, as far as it was shown.
enum Caller: Sendable {
  case nobody
  case account(DeskSession, token: String)
  case client(Client)

  /// The name that stands in the register's events.
  var agent: String {
    switch self {
    case .nobody: ""
    case .account(let session, _): session.account.login
    case .client(let client): client.name
    }
  }

  /// For the log.
  var role: String {
    switch self {
    case .nobody: "none"
    case .account(let session, _): session.account.role.rawValue
    case .client: "client"
    }
  }

  var isClient: Bool { if case .client = self { true } else { false } }

  var account: Account? { if case .account(let session, _) = self { session.account } else { nil } }

  /// The issuing bodies whose papers it may see; empty for those of all.
  var bodies: [String] {
    switch self {
    case .nobody: []
    case .account(let session, _): session.account.bodies
    case .client(let client): client.bodies
    }
  }

  /// Whether papers of an issuing body are its own.
  func covers(_ body: String) -> Bool { bodies.isEmpty || bodies.contains(body) }

  /// Another caller's key of the same text is another key.
  var keySpace: String {
    switch self {
    case .nobody: "nobody"
    case .account(let session, _): "account " + session.account.login
    case .client(let client): "client " + client.name
    }
  }
}
