import HTTPTypes
import Hummingbird
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaSeal
import TamgaService

/// `POST /api/v1/papers/{document}/{number}/reprint` and `/handover`: for programs that print papers and hand
/// them over.
struct PaperActRoutes: Sendable {
  let desk: DeskOffice
  let limits: ServerLimits

  static let reasonLength = 1...1000

  func reprint(_ call: Call) async throws -> Response { try await act(.reprint, call) }
  func handOver(_ call: Call) async throws -> Response { try await act(.handover, call) }

  private func act(_ act: SignerAct, _ call: Call) async throws -> Response {
    let body = try await call.json(upTo: limits.json)
    guard let reason = body["reason"]?.text, Self.isReason(reason) else {
      throw WebProblem.malformed(.reason)
    }
    let paper = try await desk.paper(call)
    try await desk.ask(
      .act(act, serial: paper.serial, agent: call.caller.agent, reason: reason, seen: nil))
    let event = try await desk.reading.orBusy { try desk.newestEvent(of: paper) }
    guard let event else { throw WebProblem.fault }
    return Response(event)
  }

  /// Whether a text says something, in the bounds of the register.
  static func isReason(_ text: String) -> Bool {
    reasonLength.contains(text.count) && !text.allSatisfy(\.isWhitespace)
  }
}

extension DeskOffice {
  /// The last thing that happened to a paper: type, at, who, reason. Blocks.
  func newestEvent(of paper: PaperEntry) throws -> JSONValue? {
    let last = try office.newestEvent(of: paper)
    guard let event = try office.register.events(of: paper.serial, after: last - 1, limit: 1).first
    else { return nil }
    return .object([
      .init("type", .text(event.what)),
      .init("at", .text(office.configuration.zone.stamp(event.at))),
      .init("who", .text(event.who)),
      .init("reason", event.reason.map(JSONValue.text) ?? .null),
    ])
  }
}
