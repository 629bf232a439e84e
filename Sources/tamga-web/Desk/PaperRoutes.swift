import Foundation
import HTTPTypes
import Hummingbird
import TamgaDesk
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaSeal
import TamgaService
import TamgaTemplates

/// One paper at the desk: what it is, its file and pages, and what can be done with it.
struct PaperRoutes: Sendable {
  let desk: DeskOffice
  let pages: DeskPages
  let forms: FormRoutes

  /// Pages of papers drawn for screens at once.
  let drawing: WorkPool

  /// `GET …/paper.pdf`: the stored bytes.
  func pdf(_ call: Call) async throws -> Response {
    let bytes = try await file(call)
    var response = Response(bytes, type: "application/pdf")
    response.headers[.contentSecurityPolicy] = SafetyHeaders.policyOfPaper
    return response
  }

  /// `GET …/page-{n}.png`.
  func picture(_ call: Call) async throws -> Response {
    guard let name = call.words["picture"], name.hasPrefix("page-"), name.hasSuffix(".png"),
      let page = Int(name.dropFirst(5).dropLast(4)), (1...100).contains(page)
    else { throw WebProblem.notFound }
    let bytes = try await file(call)
    guard let picture = try await drawing.orBusy({ PagePicture.png(of: bytes, page: page) }) else {
      throw WebProblem.notFound
    }
    return Response(picture, type: "image/png")
  }

  private func file(_ call: Call) async throws -> [UInt8] {
    let paper = try await desk.paper(call)
    return try await desk.reading.orBusy {
      do {
        return try desk.office.file(of: paper)
      } catch let error as IssueError where error.code == .noSuchPaper || error.code == .filePurged
      {
        throw WebProblem.notFound
      }
    }
  }

  // MARK: What is done with a print

  func print(_ call: Call) async throws -> Response {
    try await act(.reprint, call, reason: Self.printed, to: "printed")
  }

  func spoil(_ call: Call) async throws -> Response { try await act(.spoil, call, once: true) }
  func handOver(_ call: Call) async throws -> Response {
    try await act(.handover, call, once: true)
  }

  /// Why a paper is printed where nobody says more.
  private static let printed = "басып шығару / печать"

  private func act(
    _ act: SignerAct, _ call: Call, reason usual: String? = nil, to place: String? = nil,
    once: Bool = false
  ) async throws -> Response {
    let paper = try await desk.paper(call)
    // Of a paper that is not in force the register says so.
    if once, paper.status == .valid,
      let before = try await desk.reading.orBusy({ try desk.office.handOver(of: paper) })
    {
      let day = DayTime(before.at + Int64(desk.office.configuration.zone.offset(at: before.at)))
      throw WebProblem.handedOver("\(day.date.printed) \(day.time)", before.who)
    }
    let given = call.form?["reason"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    guard let reason = given ?? usual, PaperActRoutes.isReason(reason) else {
      throw WebProblem.malformed(.reason)
    }
    try await desk.ask(
      .act(act, serial: paper.serial, agent: call.caller.agent, reason: reason, seen: nil))
    return Redirection(Self.link(paper, query: place.map { [("after", $0)] } ?? []).address)
      .response
  }

  static func link(_ paper: PaperEntry, query: [(String, String)] = []) -> Link {
    Link("desk", "papers", paper.document, paper.number.description).adding(query: query)
  }

  // MARK: Duplicate

  /// A duplicate of a paper in force: its decision made from the paper's own record, of today; issued where
  /// nothing stands against it, else its form with what does. The decision's id comes of the paper and its
  /// last event, so that a button pressed twice makes one duplicate.
  func duplicate(_ call: Call) async throws -> Response {
    let paper = try await desk.paper(call)
    let library = desk.office.library
    guard paper.state == .issued, paper.status == .valid,
      let kind = library.templates.values.map(\.kind)
        .first(where: { $0.service == paper.service && $0.action == .duplicate }),
      let bytes = try await desk.reading.orBusy({
        try desk.office.register.record(of: paper.serial)
      }),
      let record = try? JSONReader.strictValue(of: bytes)
    else {
      throw WebProblem.moveNotAllowed(
        from: paper.statusWord, move: "duplicate",
        Message(
          kk: "бұл құжаттың телнұсқасы берілмейді", ru: "дубликат этого документа не выдаётся",
          en: "there is no duplicate of this paper"))
    }
    let today = desk.office.today.iso
    var fields = (record["fields"]?.members ?? []).filter { kind.field($0.key) != nil }
    if fields.contains(where: { $0.key == kind.number.field }) == false {
      fields.append(.init(kind.number.field, .text(paper.number.number)))
    }
    var facts: [JSONValue.Member] = [
      .init("applicationDate", .text(today)), .init("acceptanceDate", .text(today)),
      .init("decisionDate", .text(today)),
    ]
    if let cause = call.form?["cause"], !cause.isEmpty {
      facts.append(.init("cause", .text(cause)))
    }
    let next = JSONValue.object([
      .init("document", .text(kind.id)), .init("previous", .text(paper.number.number)),
      .init("issuingBody", .text(paper.issuingBody)), .init("issueDate", .text(today)),
      .init("fields", .object(fields)), .init("facts", .object(facts)),
    ])
    let event = try await desk.reading.orBusy { try desk.office.newestEvent(of: paper) }
    return try await forms.issue(next, kind.id, once: "D\(paper.serial)E\(event)", call)
  }
}
