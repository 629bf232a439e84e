import TamgaAccounts
import TamgaFormats

extension Access {
  private static let client = "client"
  private static let session = "session"
  private static let csrf = "csrf"

  /// How a caller proves who it is, as OpenAPI 3.1 has it.
  static let securitySchemes = #"""
    {"client":{"type":"http","scheme":"bearer","description":"The token of 'tamga clients add'; scopes are named at each route."},
     "session":{"type":"apiKey","in":"cookie","name":"tamga-session","description":"Of a person who is signed in at the desk."},
     "csrf":{"type":"apiKey","in":"header","name":"X-CSRF-Token","description":"Of the page, for what changes something."}}
    """#

  /// The ways into a route, of which one is enough; an empty one for a route that anybody may ask for.
  var security: JSONValue {
    func scoped(_ scope: Scope) -> JSONValue {
      .object([.init(Self.client, .array([.text(scope.rawValue)]))])
    }
    switch self {
    case .anybody: return .array([])
    case .open(let scope): return .array([.object([]), scoped(scope)])
    case .program(let scopes, let sessions):
      let session: [JSONValue] =
        sessions.isEmpty
        ? [] : [.object([.init(Self.session, .array([])), .init(Self.csrf, .array([]))])]
      return .array(scopes.sorted { $0.rawValue < $1.rawValue }.map(scoped) + session)
    case .desk, .signedIn: return .array([.object([.init(Self.session, .array([]))])])
    }
  }
}
