import Hummingbird
import TamgaAccounts

/// `GET /`: the check page, or the desk for who is signed in.
struct StartRoute: Sendable {
  let gate: Gate

  func answer(_ call: Call) async throws -> Response {
    guard let session = try await gate.session(of: call.request) else {
      return Redirection("/v").response
    }
    return Redirection(session.account.role == .administrator ? "/desk/users" : "/desk").response
  }
}
