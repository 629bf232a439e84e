import Hummingbird
import TamgaDesk
import TamgaDomain
import TamgaIssue
import TamgaLog
import TamgaRegister
import TamgaSeal

/// `GET /desk/log`: who did what; `POST /desk/log/compare`: whether it follows from a checkpoint.
struct LogRoutes: Sendable {
  let desk: DeskOffice
  let pages: DeskPages

  /// Entries of a page.
  private static let rows = 50
  private static let longest = 128

  func log(_ call: Call) async throws -> Response { try await page(call, nil) }

  func compare(_ call: Call) async throws -> Response {
    guard let text = call.form?["checkpoint"] else { throw WebProblem.malformed(.form) }
    // A browser ends lines as it likes, and forgets the last one.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != "\r" } }
    var note = lines.joined(separator: "\n").replacing("\r\n", with: "\n")
    while note.hasSuffix("\n\n") { note.removeLast() }
    if !note.hasSuffix("\n") { note += "\n" }
    let held = note
    let result = try await desk.reading.orBusy { () throws -> Comparison in
      let found = try desk.office.compare(withCheckpoint: held)
      return Comparison(isConsistent: found.isConsistent, words: found.words)
    }
    return try await page(call, result)
  }

  /// `GET /desk/log/proofs/{entry}`: evidence that an entry stands in the signed log; it holds no person.
  func proof(_ call: Call) async throws -> Response {
    guard let sequence = call.words["entry"].flatMap({ Int64($0) }),
      let evidence = try await desk.reading.orBusy({
        try desk.office.evidence(ofEntry: sequence)
      })
    else { throw WebProblem.notFound }
    var response = Response(Array(evidence.text.utf8), type: "text/plain; charset=utf-8")
    response.headers[.contentDisposition] =
      "attachment; filename=\"\(sequence).\(InclusionEvidence.fileExtension)\""
    return response
  }

  private struct Comparison: Sendable {
    let isConsistent: Bool
    let words: Message
  }

  private func page(_ call: Call, _ comparison: Comparison?) async throws -> Response {
    func text(_ name: String) throws -> String {
      let text = try call.query(name) ?? ""
      guard text.count <= Self.longest else { throw WebProblem.malformed(.query) }
      return text
    }
    let filter = LogView.Filter(
      who: try text("who"), paper: try text("paper"), what: try text("what"))
    var cursor = LogCursor.newest
    if let before = try call.query("before") {
      guard let sequence = Int64(before), sequence > 0 else { throw WebProblem.malformed(.query) }
      cursor = .before(sequence)
    }
    let (start, bodies) = (cursor, call.caller.visibleBodies)
    let found = try await desk.reading.orBusy { () throws -> LogView in
      try self.view(filter, start, bodies, comparison)
    }
    return pages.answer(found, call)
  }

  private func view(
    _ filter: LogView.Filter, _ cursor: LogCursor, _ bodies: [String]?, _ comparison: Comparison?
  ) throws -> LogView {
    let office = desk.office
    func asked(_ text: String) -> String? { text.isEmpty ? nil : text }
    let found: LogPage?
    do {
      found = try office.log(
        cursor, who: asked(filter.who), paper: asked(filter.paper), what: asked(filter.what),
        bodies: bodies, limit: Self.rows)
    } catch let error as IssueError where error.code == .noSuchPaper {
      found = nil
    }
    let zone = office.configuration.zone
    func local(_ moment: Int64) -> DayTime { DayTime(moment + Int64(zone.offset(at: moment))) }
    let entries = (found?.rows ?? []).map { row in
      LogView.Entry(
        index: row.sequence, at: local(row.at), who: row.who, what: row.what,
        paper: row.paper.map { ($0.document, $0.number.description) }, reason: row.reason)
    }
    var older: Int64?
    if case .before(let sequence)? = found?.next { older = sequence }
    return LogView(
      entries: entries, filter: filter, older: older, size: Int64(try office.register.logSize()),
      checkpoint: try office.newestNote(), audit: audit(local),
      comparison: comparison.map { ($0.isConsistent, $0.words) })
  }

  /// What `tamga register audit` found last.
  private func audit(_ local: (Int64) -> DayTime) -> LogView.Audit {
    guard let last = KeptAudit.last(of: desk.office) else { return .never }
    return last.findings == 0
      ? .clean(local(last.at)) : .findings(local(last.at), last.sentences)
  }
}
