import HTTPTypes
import TamgaAccounts

/// The routes of the interface for programs that need a client or a session.
struct ProgramRoutes: Sendable {
  let desk: DeskOffice
  let limits: ServerLimits

  var routes: [Route] {
    let decisions = DecisionRoutes(desk: desk, limits: limits)
    let acts = PaperActRoutes(desk: desk, limits: limits)
    return [
      Route(
        .post, "/api/v1/decisions", .issue,
        for: .program([.issue], sessions: .issuers), answer: decisions.issue),
      Route(
        .post, "/api/v1/decisions/check", .check,
        for: .program([.issue], sessions: .issuers), answer: decisions.check),
      Route(
        .post, "/api/v1/papers/{document}/{number}/reprint", .reprint,
        for: .program([.papers], sessions: .issuers), answer: acts.reprint),
      Route(
        .post, "/api/v1/papers/{document}/{number}/handover", .handOver,
        for: .program([.papers], sessions: .issuers), answer: acts.handOver),
    ]
  }
}
