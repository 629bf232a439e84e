import HTTPTypes
import Hummingbird
import TamgaAccounts
import TamgaDomain
import TamgaFormats
import TamgaService

/// `POST /api/v1/decisions` and `/decisions/check`: decisions of programs, issued or judged.
struct DecisionRoutes: Sendable {
  let desk: DeskOffice
  let limits: ServerLimits

  private static let keyLength = 1...255

  /// Issues one decision. A repeated key gets the repeated answer; the decision's own id guards for ever.
  func issue(_ call: Call) async throws -> Response {
    let record = try await record(call, isIssued: true)
    guard let key = call.request.headers[.idempotencyKey] else {
      let (status, json) = try await issued(record, call)
      return Response(json, status: status)
    }
    guard Self.keyLength.contains(key.utf8.count) else { throw WebProblem.malformed(.request) }
    let (status, json, isReplayed) = try await desk.once(call, key: key, body: record) {
      try await issued(record, call)
    }
    var response = Response(json, status: status)
    if isReplayed { response.headers[.idempotentReplayed] = "true" }
    return response
  }

  func check(_ call: Call) async throws -> Response {
    let record = try await record(call)
    let result = try await desk.told(.check(record: record), about: record, to: call.caller)
    return Response(
      .object([
        .init("findings", result["findings"] ?? .array([])),
        .init("wouldIssue", .flag(["lawful", "already-issued"].contains(result["outcome"]?.text))),
      ]))
  }

  /// The bytes as they came: what is sealed is what was sent.
  private func record(_ call: Call, isIssued: Bool = false) async throws -> [UInt8] {
    guard call.mediaType == "application/json" else {
      throw WebProblem.mediaType(["application/json"])
    }
    let bytes = try await call.body(upTo: limits.json)
    let most = JSONReader.Limits(textScalars: limits.json, listItems: 10_000, keyScalars: 1_000)
    guard let value = try? JSONReader.strictValue(of: bytes, limits: most), value.members != nil
    else { throw WebProblem.malformed(.json) }
    let mandate = Mandate(office: desk.office, caller: call.caller)
    if isIssued { try mandate.checkEnding(value["document"]?.text) }
    try await desk.reading.orBusy { try mandate.check(value) }
    return bytes
  }

  private func issued(
    _ record: [UInt8], _ call: Call
  ) async throws -> (status: HTTPResponse.Status, json: JSONValue) {
    let result = try await desk.told(
      .issue(record: record, agent: call.caller.agent), about: record, to: call.caller)
    let findings = result["findings"] ?? .array([])
    switch result["outcome"]?.text {
    case "issued", "already-issued":
      let isNew = result["outcome"]?.text == "issued"
      return (
        isNew ? .created : .ok,
        .object((result.members ?? []) + [.init("links", links(result))])
      )
    case "rejected": throw WebProblem.rejected(findings)
    default: throw WebProblem.failed(findings)
    }
  }

  private func links(_ result: JSONValue) -> JSONValue {
    guard let document = result["document"]?.text, let number = result["number"]?.text else {
      return .null
    }
    let paper = desk.url + "/api/v1/papers/\(document)/\(PathWord.escaped(number))"
    return .object([
      .init("paper", .text(paper)), .init("pdf", .text(paper + "/pdf")),
      .init("verify", .text(desk.url + "/v")),
    ])
  }
}

/// A word of an address.
enum PathWord {
  /// Everything but unreserved characters (RFC 3986 section 2.3) written as its bytes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = Array("0123456789ABCDEF")
        escaped += "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return escaped
  }
}
