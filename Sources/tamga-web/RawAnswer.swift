import HTTPTypes
import TamgaDomain

/// The bytes of an answer for a connection on which no request could be read.
struct RawAnswer: Sendable {
  let headers: SafetyHeaders

  func bytes(_ problem: WebProblem) -> [UInt8] {
    let body = problem.body(request: RequestName.new(), in: .en)
    var fields = headers.fields(isPage: false)
    for (name, value) in problem.fields { fields[name] = value }
    fields[.contentType] = WebProblem.mediaType
    fields[.contentLength] = String(body.count)
    fields[.cacheControl] = "no-store"
    fields[.connection] = "close"
    var head = "HTTP/1.1 \(problem.status.code) \(problem.status.reasonPhrase)\r\n"
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    return Array((head + "\r\n").utf8) + body
  }
}
