import HTTPTypes
import Hummingbird
import TamgaAccounts
import TamgaDesk
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaTemplates

/// The first page of the desk, and the search.
struct SearchRoutes: Sendable {
  let desk: DeskOffice
  let pages: DeskPages

  /// Rows that a search shows.
  private static let most = 20
  /// Nobody types more.
  private static let longest = 200

  /// `GET /desk`.
  func home(_ call: Call) async throws -> Response {
    let office = desk.office.folder
    let counts = await BlockingWork.run {
      DeskBatch.all(office: office).first.map { BatchView.Counts($0.counts) }
    }
    let role = call.caller.account?.role
    let bodies = call.caller.visibleBodies
    var awaited: [SearchView.Row] = []
    if role.map(Set.issuers.contains) ?? false {
      awaited = try await desk.reading.orBusy {
        try desk.office.waitingPrints(bodies: bodies, limit: Self.most)
      }.map(row)
    }
    let accounts = desk.accounts
    var proposals = 0
    if role == .supervisor {
      let caller = call.caller
      proposals = try await desk.reading.orBusy {
        try accounts.proposals(open: true).filter { proposal in
          proposal.draft.proposer != caller.agent && proposal.draft.bodies.allSatisfy(caller.covers)
        }.count
      }
    }
    return pages.answer(
      SearchView(batch: counts, awaited: awaited, proposals: proposals), call)
  }

  private func row(_ found: FoundPaper) -> SearchView.Row {
    let id = found.paper.document
    return SearchView.Row(
      document: id,
      title: desk.office.library.kind(id)?.title ?? Message(kk: id, ru: id, en: id),
      number: found.paper.number.description, status: found.paper.statusWord,
      isOver: found.paper.isOver(on: desk.office.today),
      issueDate: found.paper.issueDate, name: found.person?.name,
      passport: found.person?.passport)
  }

  /// `POST /desk/search`: by number, decision, passport, or the beginning of a name.
  func search(_ call: Call) async throws -> Response {
    let query: String
    if let form = call.form {
      query = form["q"] ?? ""
    } else {
      query = try await call.json(upTo: 16 << 10)["q"]?.text ?? ""
    }
    guard query.count <= Self.longest else { throw WebProblem.malformed(.query) }
    let bodies = call.caller.visibleBodies
    let found = try await desk.reading.orBusy {
      do {
        return try desk.office.find(query, bodies: bodies, limit: Self.most + 1)
      } catch is RegisterError {
        throw WebProblem.noRegister
      }
    }
    let shown = found.prefix(Self.most)
    if FormRoutes.wantsJSON(call) {
      return Response(
        .object([
          .init("papers", .array(shown.map { .object($0.members) })), .init("next", .null),
        ]))
    }
    return pages.answer(
      SearchView(query: query, rows: shown.map(row), hasMore: found.count > Self.most), call)
  }

  /// `GET /desk/new`: the kinds that can be issued.
  func kinds(_ call: Call) async throws -> Response {
    let kinds = desk.office.library.templates.values.map(\.kind).filter(\.isSealed)
    return pages.answer(KindsView(kinds), call)
  }
}
