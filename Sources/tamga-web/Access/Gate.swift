import Foundation
import HTTPTypes
import Hummingbird
import Logging
import TamgaAccounts
import TamgaDomain
import TamgaIssue

/// Looks who asks and whether it may, before a route sees anything of the request.
struct Gate: Sendable {
  /// Nil where the server only checks papers.
  let accounts: Accounts?
  let pool: WorkPool
  let log: Logger

  /// What a route gets of the caller.
  struct Admission: Sendable {
    var caller = Caller.nobody
    /// Read already where the right to ask stands in it.
    var form: FormBody?
  }

  /// - Throws: ``WebProblem``, or ``Redirection`` to sign in.
  func admit(_ call: Call, _ route: Route, formLimit: Int) async throws -> Admission {
    var admission = Admission()
    do {
      try await judge(call, route, formLimit, &admission)
      return admission
    } catch let problem as WebProblem {
      log.notice(
        "refused",
        metadata: [
          "request": "\(call.name)", "route": "\(route.path)", "cause": "\(problem.code)",
          "role": "\(admission.caller.role)", "address": "\(mark(of: call.address))",
        ])
      throw problem
    }
  }

  private func judge(
    _ call: Call, _ route: Route, _ formLimit: Int, _ admission: inout Admission
  ) async throws {
    let changes = route.method != .get
    switch route.access {
    case .anybody:
      return
    case .open(let scope):
      if let client = try await client(call), client.scopes.contains(scope) {
        admission.caller = .client(client)
      }
      return
    case .desk(let roles):
      admission.caller = try await session(call, changes)
      if let account = admission.caller.account {
        if account.mustChangePassword { throw Redirection("/password") }
        guard roles.contains(account.role) else { throw WebProblem.forbidden }
      }
    case .signedIn:
      admission.caller = try await session(call, changes)
    case .program(let scopes, let sessions):
      admission.caller = try await program(call)
      switch admission.caller {
      case .nobody: throw WebProblem.unauthenticated
      case .client(let client):
        guard !client.scopes.isDisjoint(with: scopes) else {
          throw WebProblem.scopeNeeded(scopes)
        }
      case .account(let session, _):
        guard !session.account.mustChangePassword else { throw WebProblem.passwordChange }
        guard sessions.contains(session.account.role) else { throw WebProblem.forbidden }
      }
    }
    if changes, case .account(let session, _) = admission.caller {
      let site = call.request.headers[.fetchSite]
      guard site == nil || site == "same-origin" || site == "none" else { throw WebProblem.csrf }
      var sent = call.request.headers[.csrfToken]
      if call.mediaType == FormBody.mediaType {
        guard let form = FormBody(try await call.body(upTo: formLimit)) else {
          throw WebProblem.malformed(.form)
        }
        admission.form = form
        sent = sent ?? form["csrf"]
      }
      guard let sent, Self.isSame(sent, session.csrf) else { throw WebProblem.csrf }
    }
  }

  private func session(_ call: Call, _ changes: Bool) async throws -> Caller {
    guard let accounts else { throw WebProblem.notFound }
    if let token = SessionCookie.token(of: call.request),
      let session = try await pool.orBusy({ try accounts.session(token) })
    {
      return .account(session, token: token)
    }
    throw changes ? WebProblem.unauthenticated : Redirection.toSignIn(next: call.request)
  }

  /// The client whose token a request has; nil where it has none, or one that opens nothing.
  private func client(_ call: Call) async throws -> Client? {
    guard let accounts, let field = call.request.headers[.authorization],
      field.lowercased().hasPrefix("bearer "), field.utf8.count <= 256
    else { return nil }
    return try await pool.orBusy {
      try accounts.client(token: String(field.dropFirst(7)).filter { !$0.isWhitespace })
    }
  }

  private func program(_ call: Call) async throws -> Caller {
    guard let accounts else { throw WebProblem.notFound }
    if call.request.headers[.authorization] != nil {
      guard let client = try await client(call) else { throw WebProblem.unauthenticated }
      return .client(client)
    }
    guard let token = SessionCookie.token(of: call.request),
      let session = try await pool.orBusy({ try accounts.session(token) })
    else { return .nobody }
    return .account(session, token: token)
  }

  /// The session of a request, where there is one.
  func session(of request: Request) async throws -> DeskSession? {
    guard let accounts, let token = SessionCookie.token(of: request) else { return nil }
    return try await pool.orBusy { try accounts.session(token) }
  }

  /// How many proposals a supervisor can confirm: open, of somebody else, of papers of own bodies.
  func waitingProposals(for caller: Caller) async -> Int {
    guard let accounts, caller.account?.role == .supervisor,
      let open = try? await pool.orBusy({ try accounts.proposals(open: true) })
    else { return 0 }
    return open.filter { proposal in
      proposal.draft.proposer != caller.agent && proposal.draft.bodies.allSatisfy(caller.covers)
    }.count
  }

  /// In a time that does not tell how much of it is right.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The same address has the same mark; nobody else can make it.
  private func mark(of address: String) -> String { accounts?.name(ofAddress: address) ?? "-" }
}

/// An answer that sends the browser elsewhere.
struct Redirection: Error, Sendable {
  let location: String

  init(_ location: String) { self.location = location }

  /// - Parameter next: What was asked for: a path of ours, to come back to.
  static func toSignIn(next request: Request) -> Redirection {
    let path = request.head.path ?? "/desk"
    guard let safe = Redirection.ownPath(path) else { return Redirection("/login") }
    let allowed = CharacterSet.urlPathAllowed.subtracting(["?", "#", "&", "=", "+", ";"])
    return Redirection(
      "/login?next=" + (safe.addingPercentEncoding(withAllowedCharacters: allowed) ?? "/desk"))
  }

  /// The text where it is a path of this server's desk and nothing that a browser takes for more.
  static func ownPath(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    guard isPlain, text.hasPrefix("/desk"), !text.hasPrefix("//"), text.utf8.count <= 512,
      !text.contains("//")
    else { return nil }
    return text
  }

  var response: Response {
    Response(status: .seeOther, headers: [.location: location])
  }
}

extension HTTPField.Name {
  // safe: tokens of RFC 9110
  static let host = HTTPField.Name("Host")!
  static let csrfToken = HTTPField.Name("X-CSRF-Token")!
  static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
  static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
  static let idempotentReplayed = HTTPField.Name("Idempotent-Replayed")!
  static let contentDigest = HTTPField.Name("Content-Digest")!
}
