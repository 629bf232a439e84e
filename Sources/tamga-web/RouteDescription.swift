import TamgaDomain

/// What a route says of itself in the description of the API.
struct RouteDescription: Sendable {
  struct Body: Sendable {
    let type: String
    /// The name of a schema; nil for a file.
    let schema: String?
  }

  let name: String
  let summary: String
  /// Its name, what it is, and an example.
  var words: [(name: String, schema: String, summary: String)] = []
  var queries: [(name: String, schema: String, summary: String)] = []
  var bodies: [Body] = []
  /// What it gives when all goes well.
  let answer: Body
  /// The answer of something that was made by this request has the status 201.
  var creates = false
  /// Further statuses that this route has, beside those of every route.
  var statuses: [Int] = []

  /// Whether the answer is among what the caller takes.
  func isAcceptable(_ field: String?) -> Bool {
    guard let field, !field.isEmpty else { return true }
    let whole = answer.type.split(separator: "/").first.map { $0 + "/*" } ?? ""
    return field.split(separator: ",").contains { part in
      let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      guard let type = words.first, !words.dropFirst().contains("q=0") else { return false }
      return type == "*/*" || type == whole || type == answer.type
    }
  }
}

extension RouteDescription {
  static let verify = RouteDescription(
    name: "verify", summary: "The verdict on a code's text, a picture or a PDF; nothing is kept.",
    queries: [
      ("on", #"{"type":"string","format":"date"}"#, "Asks about noon of this day.")
    ],
    bodies: [Body(type: "application/json", schema: "Payload")]
      + VerifyRoute.fileTypes.map { Body(type: $0, schema: nil) },
    answer: Body(type: "application/json", schema: "Verdicts"), statuses: [400, 413, 415, 429])

  static let lookup = RouteDescription(
    name: "lookup",
    summary: "A paper whose code is damaged, by number and check code; without the passport.",
    bodies: [Body(type: "application/json", schema: "Lookup")],
    answer: Body(type: "application/json", schema: "Verdicts"), statuses: [400, 413, 415, 429])

  static let trust = RouteDescription(
    name: "trust", summary: "The newest trust bundle.",
    queries: [
      ("fonts", #"{"type":"string","enum":["0","1"]}"#, "0 leaves out what only PDF files need.")
    ],
    answer: Body(type: "application/vnd.tamga.trust+cbor", schema: nil), statuses: [304, 400])

  static let status = RouteDescription(
    name: "status", summary: "One status list as a signed token.",
    words: [("list", #"{"type":"string","pattern":"^[0-9]{1,5}$"}"#, "The number of the list.")],
    answer: Body(type: "application/statuslist+cwt", schema: nil), statuses: [304])
}
