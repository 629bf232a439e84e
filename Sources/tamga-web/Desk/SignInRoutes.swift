import HTTPTypes
import Hummingbird
import Logging
import TamgaAccounts
import TamgaDesk
import TamgaDomain

/// Signing in and out, and changing a password (contract `serve.md`, accounts).
struct SignInRoutes: Sendable {
  let accounts: Accounts
  let pool: WorkPool
  let cookie: SessionCookie
  let pages: DeskPages
  let log: Logger

  private static let formLimit = 16 << 10

  func page(_ call: Call) async throws -> Response {
    let kept = SessionCookie.token(of: call.request)
    let token = kept ?? accounts.anonymousToken()
    let next = try call.query("next").flatMap(Redirection.ownPath)
    var response = page(call, .login, token, next, nil, .ok)
    if kept == nil { response.headers[.setCookie] = cookie.field(token) }
    return response
  }

  func signIn(_ call: Call) async throws -> Response {
    let (token, sent) = try await ownForm(call)
    let login = sent["login"] ?? ""
    let password = sent["password"] ?? ""
    let outcome = try await pool.orBusy {
      try accounts.signIn(login: login, password: password, address: call.address)
    }
    let next = sent["next"].flatMap(Redirection.ownPath)
    switch outcome {
    case .refused(let cause):
      log.notice("sign-in refused", metadata: mark(call, "\(cause.rawValue)"))
      return page(call, .login, token, next, .refused, .unauthorized)
    case .tooMany(let seconds):
      log.notice("sign-in refused", metadata: mark(call, "too-many"))
      var response = page(call, .login, token, next, .tooMany, .tooManyRequests)
      response.headers[.retryAfter] = String(seconds)
      return response
    case .second(let token):
      var place = "/login/second"
      if let next { place += "?next=" + PathWord.escaped(next) }
      return signed(token, to: place)
    case .done(let token): return signed(token, to: try await home(token, next))
    }
  }

  func secondPage(_ call: Call) async throws -> Response {
    guard let token = SessionCookie.token(of: call.request) else { throw Redirection("/login") }
    let next = try call.query("next").flatMap(Redirection.ownPath)
    return page(call, .second, token, next, nil, .ok)
  }

  func second(_ call: Call) async throws -> Response {
    let (token, sent) = try await ownForm(call)
    let code = (sent["code"] ?? "").filter { !$0.isWhitespace }
    let next = sent["next"].flatMap(Redirection.ownPath)
    let outcome = try await pool.orBusy {
      try accounts.second(token: token, code: code, address: call.address)
    }
    switch outcome {
    case .refused(let cause):
      log.notice("sign-in refused", metadata: mark(call, "\(cause.rawValue)"))
      return page(call, .second, token, next, .refused, .unauthorized)
    case .second: return page(call, .second, token, next, .refused, .unauthorized)
    case .tooMany(let seconds):
      log.notice("sign-in refused", metadata: mark(call, "too-many"))
      var response = page(call, .second, token, next, .tooMany, .tooManyRequests)
      response.headers[.retryAfter] = String(seconds)
      return response
    case .done(let token): return signed(token, to: try await home(token, next))
    }
  }

  func signOut(_ call: Call) async throws -> Response {
    if case .account(_, let token) = call.caller {
      try await pool.orBusy { try accounts.end(token) }
    }
    var response = Redirection("/login").response
    response.headers[.setCookie] = cookie.ended
    return response
  }

  func passwordPage(_ call: Call) async throws -> Response {
    password(call, nil, .ok)
  }

  func changePassword(_ call: Call) async throws -> Response {
    guard case .account(let session, _) = call.caller, let sent = call.form else {
      throw WebProblem.malformed(.form)
    }
    let (old, new) = (sent["old"] ?? "", sent["new"] ?? "")
    guard new == sent["again"] ?? new else {
      return password(call, .passwordDiffers, .unprocessableContent)
    }
    let address = call.address
    do {
      let change = try await pool.orBusy {
        try accounts.changePassword(
          of: session.account.login, old: old, new: new, address: address)
      }
      switch change {
      case .done(let token), .second(let token):
        return signed(token, to: try await home(token, nil))
      case .refused: return password(call, .passwordRefused, .unauthorized)
      case .tooMany(let seconds): throw WebProblem.tooMany(retryAfter: seconds)
      }
    } catch let error as AccountsError {
      switch error.code {
      case .password: return password(call, .passwordShort, .unprocessableContent)
      case .samePassword: return password(call, .passwordRefused, .unprocessableContent)
      default: throw error
      }
    }
  }

  /// Where an account begins.
  private func home(_ token: String, _ next: String?) async throws -> String {
    let session = try await pool.orBusy { try accounts.session(token) }
    guard let account = session?.account else { return "/login" }
    if account.mustChangePassword { return "/password" }
    if account.role == .administrator { return "/desk/users" }
    return next ?? "/desk"
  }

  private func page(
    _ call: Call, _ step: SignInView.Step, _ token: String, _ next: String?,
    _ refusal: SignInView.Refusal?, _ status: HTTPResponse.Status
  ) -> Response {
    var call = call
    call.language = DeskLanguage.of(call)
    return pages.answer(
      SignInView(step, refusal: refusal, next: next), call, csrf: accounts.csrf(of: token),
      status: status)
  }

  private func password(
    _ call: Call, _ refusal: SignInView.Refusal?, _ status: HTTPResponse.Status
  ) -> Response {
    pages.answer(SignInView(.password, refusal: refusal), call, status: status)
  }

  /// What the log says of a refusal: no login, no address.
  private func mark(_ call: Call, _ cause: String) -> Logger.Metadata {
    [
      "request": "\(call.name)", "cause": "\(cause)",
      "address": "\(accounts.name(ofAddress: call.address))",
    ]
  }

  private func signed(_ token: String, to place: String) -> Response {
    var response = Redirection(place).response
    response.headers[.setCookie] = cookie.field(token)
    return response
  }

  /// A form of a browser that has our cookie, and nobody else's page sent it.
  private func ownForm(_ call: Call) async throws -> (token: String, form: FormBody) {
    guard call.mediaType == FormBody.mediaType else {
      throw WebProblem.mediaType([FormBody.mediaType])
    }
    guard let sent = FormBody(try await call.body(upTo: Self.formLimit)) else {
      throw WebProblem.malformed(.form)
    }
    let site = call.request.headers[.fetchSite]
    guard site == nil || site == "same-origin" || site == "none",
      let token = SessionCookie.token(of: call.request), let csrf = sent["csrf"],
      Gate.isSame(csrf, accounts.csrf(of: token))
    else { throw WebProblem.csrf }
    return (token, sent)
  }
}
