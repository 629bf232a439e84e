import HTTPTypes
import TamgaAccounts
import TamgaIssue

/// The routes of the interface for programs that need a client or a session.
struct ProgramRoutes: Sendable {
  let desk: DeskOffice
  let limits: ServerLimits

  var routes: [Route] {
    let decisions = DecisionRoutes(desk: desk, limits: limits)
    let acts = PaperActRoutes(desk: desk, limits: limits)
    let papers = PaperQueryRoutes(desk: desk, limits: limits)
    let templates = TemplateRoutes(desk.office.library)
    let reading = Access.program([.papers], sessions: .readers)
    let kinds = Access.program([.issue, .papers], sessions: .readers)
    let paper = "/api/v1/papers/{document}/{number}"
    return [
      Route(.post, "/api/v1/papers/search", .search, for: reading, answer: papers.search),
      Route(.get, paper, .paper, for: reading, answer: papers.paper),
      Route(.get, paper + "/pdf", .pdf, for: reading, answer: papers.pdf),
      Route(
        .get, "/api/v1/feed", .feed, for: .program([.feed]), answer: FeedRoute(desk: desk).answer),
      Route(.get, "/api/v1/templates", .templates, for: kinds, answer: templates.list),
      Route(
        .get, "/api/v1/templates/{document}/schema", .schema, for: kinds,
        answer: templates.schema),
      Route(
        .post, "/api/v1/decisions", .issue,
        for: .program([.issue], sessions: .issuers), answer: decisions.issue),
      Route(
        .post, "/api/v1/decisions/check", .check,
        for: .program([.issue], sessions: .issuers), answer: decisions.check),
      Route(
        .post, paper + "/reprint", .reprint,
        for: .program([.papers], sessions: .issuers), answer: acts.reprint),
      Route(
        .post, paper + "/handover", .handOver,
        for: .program([.papers], sessions: .issuers), answer: acts.handOver),
    ]
  }
}
