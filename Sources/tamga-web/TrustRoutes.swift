import HTTPTypes
import Hummingbird
import TamgaSeal
import TamgaService

/// `GET /api/v1/trust` and the status lists of the same signing.
struct TrustRoutes: Sendable {
  let keeper: TrustKeeper

  func trust(_ call: Call) async throws -> Response {
    guard let published = keeper.published else { throw WebProblem.noBundle }
    let wantsFonts: Bool
    switch try call.query("fonts") {
    case nil, "1": wantsFonts = true
    case "0": wantsFonts = false
    default: throw WebProblem.malformed(.query)
    }
    let bundle = wantsFonts ? published.bundle : published.small
    return Self.answer(
      call, bundle.bytes, type: "application/vnd.tamga.trust+cbor",
      sequence: bundle.status.sequence)
  }

  func list(_ call: Call) async throws -> Response {
    guard let published = keeper.published else { throw WebProblem.noBundle }
    let word = call.words["list"] ?? ""
    guard let number = Int(word), String(number) == word,
      let token = published.lists[number]
    else { throw WebProblem.notFound }
    return Self.answer(
      call, token, type: "application/statuslist+cwt", sequence: published.bundle.status.sequence)
  }

  private static func answer(
    _ call: Call, _ bytes: [UInt8], type: String, sequence: UInt64
  ) -> Response {
    let tag = "\"\(sequence)\""
    var response = Response(bytes, type: type)
    if holds(call.request.headers[.ifNoneMatch], tag) {
      response = Response(status: .notModified)
    }
    response.headers[.eTag] = tag
    response.headers[.cacheControl] = "no-cache"
    return response
  }

  /// Whether a list of tags names this one (RFC 9110 section 13.1.2, the weak comparison).
  private static func holds(_ field: String?, _ tag: String) -> Bool {
    (field ?? "").split(separator: ",").contains { part in
      let text = part.filter { !$0.isWhitespace }
      return text == "*" || text == tag || text == "W/" + tag
    }
  }
}
