import HTTPTypes
import Hummingbird
import Logging
import NIOCore
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

  func respond(to request: Request, context: WebContext) async throws -> Response {
    let begun = ContinuousClock.now
    let name = RequestName.new()
    let language = LanguageChoice.of(request.headers[.acceptLanguage])
    let path = Self.path(request)
    var route = "none"
    var response: Response
    do {
      guard hosts.holds(request.head.authority) else { throw WebProblem.host }
      switch table.find(request.method, path) {
      case .none: throw WebProblem.notFound
      case .otherMethod(let allowed): throw WebProblem.method(allowed)
      case .route(let found, let words):
        route = found.path
        if let description = found.description, !description.isAcceptable(request.headers[.accept])
        {
          throw WebProblem.notAcceptable
        }
        response = try await found.answer(
          Call(
            request: request, words: words, address: callers.address(of: request, context.peer),
            language: language, name: name))
      }
    } catch let problem as WebProblem {
      response = Self.answer(problem, name, language)
    } catch {
      log.error(
        "fault",
        metadata: ["request": "\(name)", "route": "\(route)", "cause": "\(type(of: error))"])
      response = Self.answer(.fault, name, language)
    }
    let isPage = path == "/v" && response.status == .ok
    for field in headers.fields(isPage: isPage) { response.headers[field.name] = field.value }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    counts.count(route, response.status.code, begun.duration(to: .now))
    log.info(
      "request",
      metadata: [
        "request": "\(name)", "route": "\(route)", "method": "\(Self.word(request.method))",
        "status": "\(response.status.code)",
        "milliseconds": "\(Int(begun.duration(to: .now) / .milliseconds(1)))",
      ])
    return request.method == .head ? response.createHeadResponse() : response
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
