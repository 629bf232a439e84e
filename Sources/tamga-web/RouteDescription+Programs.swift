extension RouteDescription {
  private static let json = "application/json"
  static let paperWords: [(name: String, schema: String, summary: String)] = [
    ("document", #"{"type":"string"}"#, "The kind."),
    ("number", #"{"type":"string"}"#, "The number, NUMBER~2 for a copy; slashes as %2F."),
  ]

  static let issue = RouteDescription(
    name: "issue", summary: "Issues one decision; repeated, it gives the same paper.",
    bodies: [Body(type: json, schema: "Decision")],
    answer: Body(type: json, schema: "Result"), creates: true,
    statuses: [400, 401, 403, 409, 413, 415, 422])

  static let check = RouteDescription(
    name: "check", summary: "What issuing the decision would say; issues nothing.",
    bodies: [Body(type: json, schema: "Decision")],
    answer: Body(type: json, schema: "Judgement"), statuses: [400, 401, 403, 413, 415])

  static let reprint = RouteDescription(
    name: "reprint", summary: "Records that a paper was printed again.", words: paperWords,
    bodies: [Body(type: json, schema: "ReasonGiven")],
    answer: Body(type: json, schema: "Event"), statuses: [400, 401, 403, 409, 413, 415])

  static let handOver = RouteDescription(
    name: "handOver", summary: "Records that a paper was given to its holder.", words: paperWords,
    bodies: [Body(type: json, schema: "ReasonGiven")],
    answer: Body(type: json, schema: "Event"), statuses: [400, 401, 403, 409, 413, 415])
}
