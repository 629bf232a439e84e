import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import TamgaAccounts
import TamgaDomain

/// Finds the route of a request, and does for every answer what all of them have in common: the host check,
/// the fields of safety, a line in the log, a count.
struct WebResponder: HTTPResponder {
  typealias Context = WebContext

  let table: RouteTable
  let hosts: KnownHosts
  let headers: SafetyHeaders
  let callers: CallerAddress
  let counts: RequestCounts
  let log: Logger
  let gate: Gate
  let pages: DeskPages
  let limits: ServerLimits

  func respond(to request: Request, context: WebContext) async throws -> Response {
    let begun = ContinuousClock.now
    let name = RequestName.new()
    var language = LanguageChoice.of(request.headers[.acceptLanguage])
    let path = Self.path(request)
    var route = "none"
    var role = "none"
    // What a page of a problem is made with.
    var asked: Call?
    var response: Response
    do {
      // Of two Host fields the second one stays a field: a proxy may have gone by either.
      guard hosts.holds(request.head.authority), request.headers[.host] == nil else {
        throw WebProblem.host
      }
      if path.hasPrefix("/desk") { asked = call(request, [:], context, language, name) }
      switch table.find(request.method, path) {
      case .none: throw WebProblem.notFound
      case .otherMethod(let allowed): throw WebProblem.method(allowed)
      case .route(let found, let words):
        route = found.path
        if let description = found.description, !description.isAcceptable(request.headers[.accept])
        {
          throw WebProblem.notAcceptable
        }
        var call = call(request, words, context, language, name)
        let isPage = found.access.isPage || found.path.hasPrefix("/login")
        if isPage { asked = call }
        let admission = try await gate.admit(call, found, formLimit: limits.json)
        call.caller = admission.caller
        call.form = admission.form
        role = call.caller.role
        if isPage {
          call.language = DeskLanguage.of(call)
          if request.method == .get {
            call.waitingProposals = await gate.waitingProposals(for: call.caller)
          }
          asked = call
        }
        language = call.language
        response = try await found.answer(call)
      }
    } catch let redirection as Redirection {
      response = redirection.response
    } catch let caught as any WebProblemSource {
      let problem = caught.webProblem
      if let asked, Self.isRead(request) {
        response = pages.answer(problem, await signedIn(asked))
      } else {
        response = Self.answer(problem, name, language)
      }
    } catch {
      log.error(
        "fault",
        metadata: ["request": "\(name)", "route": "\(route)", "cause": "\(type(of: error))"])
      response = Self.answer(.fault, name, language)
    }
    let isCheckPage = path == "/v" && response.status == .ok
    // What an answer says of itself stays: a paper's PDF may stand in a frame of ours.
    for field in headers.fields(isPage: isCheckPage) where response.headers[field.name] == nil {
      response.headers[field.name] = field.value
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    counts.count(route, response.status.code, begun.duration(to: .now))
    log.info(
      "request",
      metadata: [
        "request": "\(name)", "route": "\(route)", "method": "\(Self.word(request.method))",
        "status": .stringConvertible(response.status.code), "role": "\(role)",
        "milliseconds": .stringConvertible(Int(begun.duration(to: .now) / .milliseconds(1))),
      ])
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func call(
    _ request: Request, _ words: [String: String], _ context: WebContext,
    _ language: MessageLanguage, _ name: String
  ) -> Call {
    Call(
      request: request, words: words, address: callers.address(of: request, context.peer),
      language: language, name: name)
  }

  /// The call with who is signed in, for the page of a problem that came before that was looked at.
  private func signedIn(_ call: Call) async -> Call {
    var call = call
    if case .nobody = call.caller, let token = SessionCookie.token(of: call.request),
      let session = try? await gate.session(of: call.request)
    {
      call.caller = .account(session, token: token)
    }
    call.language = DeskLanguage.of(call)
    return call
  }

  /// Whether a person waits for the answer.
  private static func isRead(_ request: Request) -> Bool {
    request.headers[.accept]?.contains("text/html") ?? false
  }

  static func answer(
    _ problem: WebProblem, _ name: String, _ language: MessageLanguage
  ) -> Response {
    var fields = HTTPFields()
    fields[.contentType] = WebProblem.mediaType
    fields[.contentLanguage] = language.rawValue
    for (field, value) in problem.fields { fields[field] = value }
    return Response(
      status: problem.status, headers: fields,
      body: .init(byteBuffer: ByteBuffer(bytes: problem.body(request: name, in: language))))
  }

  /// The address without its query, as it stands in the request: no route has a letter that needs escaping.
  private static func path(_ request: Request) -> String {
    let text = request.head.path ?? ""
    return String(text.prefix { $0 != "?" && $0 != "#" })
  }

  /// A stranger's word does not get into the log.
  private static func word(_ method: HTTPRequest.Method) -> String {
    let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .options]
    return known.contains(method) ? method.rawValue : "other"
  }
}
