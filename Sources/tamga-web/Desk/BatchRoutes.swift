import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TamgaDesk
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaService
import TamgaTemplates

/// Batches of the operator: a file handed in, its progress, and its rejects corrected one by one.
struct BatchRoutes: Sendable {
  let desk: DeskOffice
  let pages: DeskPages
  let forms: FormRoutes
  let limits: ServerLimits

  private static let rejectedName = "rejected.jsonl"
  private static let files = [
    rejectedName, "results.jsonl", "summary.json", "report.html", "findings.csv",
  ]
  /// The files of a batch are those of all bodies: who is bound to some gets their rejects alone.
  private static func files(of batch: DeskBatch, for caller: Caller) -> [String] {
    caller.bodies.isEmpty ? files.filter(batch.has) + batch.printRuns : [rejectedName]
  }

  private static let types = [
    "jsonl": "application/jsonl", "json": "application/json", "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "pdf": "application/pdf",
  ]

  /// `GET /desk/batches`.
  func list(_ call: Call) async throws -> Response {
    let folder = desk.office.folder
    let batches = await BlockingWork.run {
      DeskBatch.all(office: folder).map { ($0.name, $0.counts, Stage(of: $0), $0.started) }
    }
    var rows: [BatchesView.Row] = []
    for (name, counts, stage, started) in batches {
      let (state, known) = try await state(name, counts, stage)
      rows.append(
        BatchesView.Row(name, started: started, state: state, counts: BatchView.Counts(known)))
    }
    return pages.answer(BatchesView(rows), call)
  }

  /// `POST /desk/batches`: the file is the body.
  func begin(_ call: Call) async throws -> Response {
    let path = try await BatchUpload.keep(
      call, office: desk.office.folder, upTo: limits.batch)
    let mandate = Mandate(office: desk.office, caller: call.caller)
    do {
      try await desk.reading.orBusy { try mandate.check(file: path) }
    } catch let problem as WebProblem {
      unlink(path)
      throw problem
    }
    let name = try await desk.ask(.run(file: path, agent: call.caller.agent))
    guard let batch = name.text else { throw WebProblem.fault }
    return Redirection(Link("desk", "batches", batch).address).response
  }

  /// `GET /desk/batches/{batch}`.
  func one(_ call: Call) async throws -> Response {
    let name = call.words["batch"] ?? ""
    let folder = desk.office.folder
    let caller = call.caller
    let read = await BlockingWork.run {
      DeskBatch(name, office: folder).map { batch in
        (
          batch.counts, batch.rejects, Stage(of: batch), Self.files(of: batch, for: caller),
          batch.started
        )
      }
    }
    let (state, counts) = try await state(name, read?.0 ?? [:], read?.2 ?? .broken)
    // A batch that was just handed in has no folder yet.
    guard read != nil || state == .running else { throw WebProblem.notFound }
    let library = desk.office.library
    let mandate = Mandate(office: desk.office, caller: caller)
    let told = (read?.1 ?? []).filter { $0.isCovered(by: caller) }
    let rejects = try await desk.reading.orBusy {
      try told.map { reject in
        BatchView.Reject(
          line: reject.line, id: reject.id,
          title: reject.document.flatMap { library.kind($0)?.title },
          findings: try findings(of: reject, mandate).filter { $0.level == .error })
      }
    }
    return pages.answer(
      BatchView(
        name, started: read?.4, state: state, counts: BatchView.Counts(counts), rejects: rejects,
        files: state == .done ? read?.3 ?? [] : []), call)
  }

  private typealias Stage = BatchView.State

  /// What the signer knows of a batch that it runs, and what its folder says.
  private func state(
    _ name: String, _ counts: [String: Int], _ stage: Stage
  ) async throws -> (BatchView.State, [String: Int]) {
    let progress = try await desk.ask(.progress(batch: name))
    if progress["running"] == .flag(true) {
      var counts = counts
      // How many are left is not known before the end; how many are through is.
      if case .integer(let records)? = progress["records"], counts.isEmpty {
        counts["issued"] = Int(records)
      }
      return (.running, counts)
    }
    return (stage, counts)
  }

  /// `GET /desk/batches/{batch}/{file}`: what the run left, as it is.
  func file(_ call: Call) async throws -> Response {
    let (name, file) = (call.words["batch"] ?? "", call.words["file"] ?? "")
    let folder = desk.office.folder
    let caller = call.caller
    let body = await BlockingWork.run { () -> ResponseBody? in
      guard let batch = DeskBatch(name, office: folder),
        Self.files(of: batch, for: caller).contains(file)
      else { return nil }
      guard !caller.bodies.isEmpty else { return FileBody(batch.path(of: file))?.body }
      let rejects = batch.rejects.filter { $0.isCovered(by: caller) }
        .flatMap { CanonicalJSON.bytes(of: $0.record ?? .null) + [UInt8(ascii: "\n")] }
      return ResponseBody(byteBuffer: ByteBuffer(bytes: rejects))
    }
    guard let body else { throw WebProblem.notFound }
    let end = file.split(separator: ".").last.map(String.init) ?? ""
    return Response(
      status: .ok,
      headers: [
        .contentType: Self.types[end] ?? "application/octet-stream",
        .contentDisposition: "attachment; filename=\"\(name)-\(file)\"",
      ], body: body)
  }

  // MARK: Rejects

  /// `GET /desk/batches/{batch}/rejects/{line}`: the record in its form, with what stands against it.
  func reject(_ call: Call) async throws -> Response {
    let (_, reject, parser) = try await found(call)
    let (values, strays) = RecordValues(parser).values(
      of: reject.record ?? .object([]), in: call.language)
    let mandate = Mandate(office: desk.office, caller: call.caller)
    let findings = try await desk.reading.orBusy { try self.findings(of: reject, mandate) }
    return page(call, reject, parser, values, strays, findings, .ok)
  }

  /// As the run told them; where the decision has got a paper since, that too.
  private func findings(
    of reject: DeskBatch.Reject, _ mandate: Mandate
  ) throws -> [Finding] {
    let told = try desk.office.told(
      Finding.all(of: .object([.init("findings", reject.findings)])), of: reject.id)
    let result = JSONValue.object([.init("findings", .array(told.map(\.json)))])
    return Finding.all(of: try mandate.veiled(result, about: reject.record ?? .object([])))
  }

  /// `POST`: issues the corrected record in the same batch, under the id of its decision.
  func correct(_ call: Call) async throws -> Response {
    let (batch, reject, parser) = try await found(call)
    let (values, record) = try await corrected(reject, parser, call)
    try Mandate(office: desk.office, caller: call.caller).checkEnding(parser.form.kind.id)
    let result = try await desk.told(
      .issue(record: record, agent: call.caller.agent, batch: batch.name), about: record,
      to: call.caller)
    desk.issueNotes.take(result)
    guard let document = result["document"]?.text, let number = result["number"]?.text else {
      var findings = Finding.all(of: result)
      if findings.contains(where: { $0.rule == "REC-ID-CONFLICT" }) {
        let mandate = Mandate(office: desk.office, caller: call.caller)
        findings = try await desk.reading.orBusy { try self.findings(of: reject, mandate) }
      }
      return page(
        call, reject, parser, values, [], findings,
        result["outcome"]?.text == "rejected" ? .unprocessableContent : .serviceUnavailable)
    }
    let (line, login) = (reject.line, call.caller.agent)
    await BlockingWork.run {
      batch.addCorrection(line: line, document: document, number: number, by: login)
    }
    return Redirection(Link("desk", "batches", batch.name).address).response
  }

  /// `POST …/check`: the findings of the form as it stands; issues nothing.
  func check(_ call: Call) async throws -> Response {
    let (_, reject, parser) = try await found(call)
    let (values, record) = try await corrected(reject, parser, call)
    let result = try await desk.told(.check(record: record), about: record, to: call.caller)
    guard !FormRoutes.wantsJSON(call) else { return FormRoutes.judgement(result) }
    return page(call, reject, parser, values, [], Finding.all(of: result), .ok)
  }

  /// `POST …/preview`: its first page, not valid, without a number.
  func preview(_ call: Call) async throws -> Response {
    let (_, reject, parser) = try await found(call)
    let (_, record) = try await corrected(reject, parser, call)
    return try await forms.picture(of: record, parser.form.kind.id)
  }

  /// The form as it was sent, and its record under the id of the rejected one.
  private func corrected(
    _ reject: DeskBatch.Reject, _ parser: FormParser, _ call: Call
  ) async throws -> (FormValues, [UInt8]) {
    let values = try FormRoutes.values(call)
    var sent = parser.record(values)
    if let id = reject.record?["id"], sent["id"] != id {
      sent = .object([.init("id", id)] + (sent.members ?? []).filter { $0.key != "id" })
    }
    let (mandate, record) = (Mandate(office: desk.office, caller: call.caller), sent)
    try await desk.reading.orBusy { try mandate.check(record) }
    return (values, CanonicalJSON.bytes(of: sent))
  }

  private func found(
    _ call: Call
  ) async throws -> (DeskBatch, DeskBatch.Reject, FormParser) {
    let name = call.words["batch"] ?? ""
    let line = call.words["line"].flatMap { Int($0) }
    let folder = desk.office.folder
    let read = await BlockingWork.run { () -> (DeskBatch, DeskBatch.Reject)? in
      guard let batch = DeskBatch(name, office: folder),
        let reject = batch.rejects.first(where: { $0.line == line })
      else { return nil }
      return (batch, reject)
    }
    guard let (batch, reject) = read,
      let document = reject.document ?? reject.record?["document"]?.text
    else { throw WebProblem.notFound }
    guard reject.isCovered(by: call.caller) else { throw WebProblem.notFound }
    return (batch, reject, try forms.parser(call, document: document))
  }

  private func page(
    _ call: Call, _ reject: DeskBatch.Reject, _ parser: FormParser, _ values: FormValues,
    _ strays: [String], _ findings: [Finding], _ status: HTTPResponse.Status
  ) -> Response {
    pages.answer(
      DecisionFormView(
        parser.form, values: values, findings: findings, strays: strays,
        once: UUID().uuidString,
        purpose: .reject(batch: call.words["batch"] ?? "", line: reject.line),
        asksEveryFact: desk.office.configuration.policy.facts == .strict), call, status: status)
  }
}

extension BatchView.State {
  fileprivate init(of batch: DeskBatch) {
    self = batch.isRunning ? .running : batch.summary == nil ? .broken : .done
  }
}
