import Hummingbird
import TamgaAccounts
import TamgaDesk
import TamgaDomain
import TamgaIssue
import TamgaRegister
import TamgaSeal
import TamgaTemplates

/// `GET /desk/papers/{document}/{number}`: a paper, everything that happened to it, and what may be done.
struct PaperPage: Sendable {
  let desk: DeskOffice
  let pages: DeskPages

  func answer(_ call: Call) async throws -> Response {
    let entry = try await desk.paper(call)
    let role = call.caller.account?.role
    let after = try call.query("after")
    let view = try await desk.reading.orBusy { try self.view(entry, role, after) }
    return pages.answer(view, call)
  }

  private func view(_ entry: PaperEntry, _ role: Role?, _ after: String?) throws -> PaperView {
    let office = desk.office
    let zone = office.configuration.zone
    let person = try office.person(of: entry)
    let paper = PaperView.Paper(
      document: entry.document, title: title(of: entry.document),
      number: entry.number.description, copy: entry.number.copy, status: entry.statusWord,
      isOver: entry.isOver(on: desk.office.today),
      issueDate: entry.issueDate, validFrom: entry.validFrom, validUntil: entry.validUntil,
      name: person?.name, passport: person?.passport,
      body: office.configuration.bodies[entry.issuingBody]?.name, decision: entry.decision,
      pages: entry.purgedAt == nil ? entry.file?.pages ?? 0 : 0)
    let events = try office.register.events(of: entry.serial, after: 0, limit: 1000)
    let chain = try office.register.chain(endingWith: entry.serial)
    let last = events.last?.what
    return PaperView(
      paper,
      events: events.reversed().map { event in
        PaperView.Event(
          at: DayTime(event.at + Int64(zone.offset(at: event.at))), what: event.what,
          who: event.who, reason: event.reason)
      },
      chain: chain.map { other in
        PaperView.Relative(
          document: other.document, number: other.number.description,
          title: title(of: other.document), status: other.statusWord)
      },
      actions: actions(entry, role)
        .subtracting(try office.handOver(of: entry) == nil ? [] : [.handover, .spoil]),
      moves: moves(entry, role),
      wasPrinted: after == "printed" && last == PaperMove.reprint.rawValue,
      wasIssued: after == "issued",
      notes: desk.issueNotes.findings(of: entry.document, entry.number.description))
  }

  private func title(of document: String) -> Message {
    desk.office.library.kind(document)?.title ?? Message(kk: document, ru: document, en: document)
  }

  /// What the state of the paper and the role allow.
  private func actions(_ entry: PaperEntry, _ role: Role?) -> Set<PaperView.Action> {
    guard let role, Set<Role>.issuers.contains(role) else { return [] }
    var actions: Set<PaperView.Action> = [.propose]
    let moves: [(PaperMove, PaperView.Action)] = [
      (.reprint, .print), (.spoil, .spoil), (.handOver, .handover),
    ]
    for (move, action) in moves where move.next(from: entry.condition) != nil {
      actions.insert(action)
    }
    let hasDuplicate = desk.office.library.templates.values.contains {
      $0.kind.service == entry.service && $0.kind.action == .duplicate
    }
    let isGrant = desk.office.library.kind(entry.document)?.effect == .grants
    if hasDuplicate, isGrant, entry.state == .issued, entry.status == .valid {
      actions.insert(.duplicate)
    }
    let isThere = entry.state == .issued || entry.state == .void
    if isThere, entry.purgedAt == nil { actions.insert(.correct) }
    if isGrant, entry.purgedAt == nil { actions.insert(.again) }
    return actions
  }

  private func moves(_ entry: PaperEntry, _ role: Role?) -> [PaperView.Move] {
    guard let role, Set<Role>.issuers.contains(role) else { return [] }
    let all: [(PaperMove, PaperView.Move)] = [
      (.suspend, .suspend), (.resume, .resume), (.void, .void), (.revoke, .revoke),
    ]
    return all.filter { $0.0.next(from: entry.condition) != nil }.map(\.1)
  }
}
