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

  static let search = RouteDescription(
    name: "searchPapers",
    summary:
      "Papers by number, decision or passport, newest first; a passport stands in no address.",
    bodies: [Body(type: json, schema: "PaperSearch")],
    answer: Body(type: json, schema: "FoundPapers"), statuses: [400, 401, 403, 413, 415])

  static let paper = RouteDescription(
    name: "paper", summary: "One paper, its events and its chain.", words: paperWords,
    answer: Body(type: json, schema: "Paper"), statuses: [401, 403])

  static let pdf = RouteDescription(
    name: "paperFile", summary: "The stored file of a paper, with Content-Digest.",
    words: paperWords, answer: Body(type: "application/pdf", schema: nil), statuses: [401, 403])

  static let feed = RouteDescription(
    name: "feed", summary: "What came into force and what ended, in the order of the log.",
    queries: [
      ("after", #"{"type":"integer","minimum":0,"default":0}"#, "`next` of the last answer."),
      (
        "limit", #"{"type":"integer","minimum":1,"maximum":1000,"default":500}"#, "Events at most."
      ),
      (
        "wait", #"{"type":"integer","minimum":0,"maximum":30,"default":0}"#,
        "Seconds to wait where there is nothing yet."
      ),
      ("document", #"{"type":"string"}"#, "Only papers of this kind."),
    ], answer: Body(type: json, schema: "Feed"), statuses: [400, 401, 403, 409])

  static let templates = RouteDescription(
    name: "templates", summary: "Every kind of paper with its editions, titles and fields.",
    answer: Body(type: json, schema: "Templates"), statuses: [401, 403])

  static let schema = RouteDescription(
    name: "templateSchema", summary: "The JSON Schema of a kind's decision.",
    words: [("document", #"{"type":"string"}"#, "The kind.")],
    queries: [
      (
        "of", #"{"enum":["decision","paper"]}"#,
        "Of the decision, or of the data inside its papers, decision.json."
      )
    ],
    answer: Body(type: json, schema: "KindSchema"), statuses: [400, 401, 403])
}
