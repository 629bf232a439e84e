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
    return pages.answer(SearchView(batch: counts), call)
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
    let bodies = call.caller.bodies.isEmpty ? nil : call.caller.bodies
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
    let library = desk.office.library
    let rows = shown.map { row in
      let id = row.paper.document
      return SearchView.Row(
        document: id,
        title: library.kind(id)?.title ?? Message(kk: id, ru: id, en: id),
        number: row.paper.number.description, status: row.paper.statusWord,
        issueDate: row.paper.issueDate, name: row.person?.name, passport: row.person?.passport)
    }
    return pages.answer(
      SearchView(query: query, rows: rows, hasMore: found.count > Self.most), call)
  }

  /// `GET /desk/new`: the kinds that can be issued.
  func kinds(_ call: Call) async throws -> Response {
    let kinds = desk.office.library.templates.values.map(\.kind).filter(\.isSealed)
    return pages.answer(KindsView(kinds), call)
  }
}
