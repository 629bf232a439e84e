import Foundation
import HTTPTypes
import Hummingbird
import TamgaAccounts
import TamgaDesk
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaService
import TamgaTemplates

/// `POST …/propose`: what a clerk wants done with a paper that only a supervisor may have done. A revocation comes
/// with its decision, which is judged before it is proposed.
struct ProposeRoute: Sendable {
  let desk: DeskOffice
  let pages: DeskPages
  let forms: FormRoutes

  /// Characters of a reason.
  private static let reasonLength = 10...1000

  func answer(_ call: Call) async throws -> Response {
    let paper = try await desk.paper(call)
    guard let sent = call.form else { throw WebProblem.mediaType([FormBody.mediaType]) }
    guard let move = sent["move"].flatMap(TamgaAccounts.Proposal.Move.init) else {
      throw WebProblem.malformed(.form)
    }
    guard move.registerMove.next(from: paper.condition) != nil else {
      throw WebProblem.moveNotAllowed(
        from: paper.statusWord, move: move.rawValue, Self.wrongState)
    }
    let reason = Self.trimmed(sent["reason"] ?? "")
    let isReason = Self.reasonLength.contains(reason.count)
    guard move == .revoke else {
      guard isReason else { throw WebProblem.refused(Self.shortReason) }
      return try await propose(call, paper, move, reason, record: nil)
    }
    guard let kind = revocation(of: paper) else {
      throw WebProblem.moveNotAllowed(
        from: paper.statusWord, move: move.rawValue, Self.noRevocation)
    }
    let parser = try forms.parser(call, document: kind.id)
    guard sent.pairs.contains(where: { $0.name.hasPrefix("/") }) else {
      // The first step: nothing is proposed before the decision is written.
      var values = try await filled(parser, kind, paper, call)
      values.add("reason", reason)
      return page(call, parser, values, paper, findings: nil, .ok)
    }
    let (values, record) = try await decision(of: paper, parser, call)
    let result = try await desk.ask(.check(record: record))
    guard result["outcome"]?.text == "lawful", isReason else {
      var findings = Finding.all(of: result)
      if !isReason {
        findings.append(Finding("DESK-REASON", .error, at: "/reason", Self.shortReason))
      }
      return page(call, parser, values, paper, findings: findings, .unprocessableContent)
    }
    return try await propose(call, paper, move, reason, record: record)
  }

  /// `POST …/propose/check`: the findings of the decision as it stands; proposes nothing.
  func check(_ call: Call) async throws -> Response {
    let paper = try await desk.paper(call)
    guard let kind = revocation(of: paper) else { throw WebProblem.notFound }
    let parser = try forms.parser(call, document: kind.id)
    let (values, record) = try await decision(of: paper, parser, call)
    let result = try await desk.ask(.check(record: record))
    guard !FormRoutes.wantsJSON(call) else { return FormRoutes.judgement(result) }
    return page(call, parser, values, paper, findings: Finding.all(of: result), .ok)
  }

  private func decision(
    of paper: PaperEntry, _ parser: FormParser, _ call: Call
  ) async throws -> (FormValues, [UInt8]) {
    let values = try FormRoutes.values(call).setting("/previous", paper.number.number)
    return (values, try await forms.record(parser, values, call))
  }

  /// `POST …/correct`: a paper that was made with a mistake. Its end is proposed, and its form opens filled in:
  /// the corrected paper can be issued as soon as a supervisor has confirmed the end. Of a paper that is void
  /// already the form alone.
  func correct(_ call: Call) async throws -> Response {
    let paper = try await desk.paper(call)
    guard let sent = call.form else { throw WebProblem.mediaType([FormBody.mediaType]) }
    if paper.state != .void {
      guard PaperMove.void.next(from: paper.condition) != nil else {
        throw WebProblem.moveNotAllowed(
          from: paper.statusWord, move: PaperMove.void.rawValue, Self.wrongState)
      }
      let reason = Self.trimmed(sent["reason"] ?? "")
      guard Self.reasonLength.contains(reason.count) else {
        throw WebProblem.refused(Self.shortReason)
      }
      _ = try await propose(call, paper, .void, reason, record: nil)
    }
    let form = Link("desk", "new", paper.document)
      .adding(query: [("like", paper.number.description)])
    return Redirection(form.address).response
  }

  private func propose(
    _ call: Call, _ paper: PaperEntry, _ move: TamgaAccounts.Proposal.Move, _ reason: String,
    record: [UInt8]?
  ) async throws -> Response {
    let desk = desk
    let agent = call.caller.agent
    let made = try await desk.reading.orBusy {
      try desk.accounts.propose(
        .init(
          document: paper.document, number: paper.number.number, copy: paper.number.copy,
          move: move, reason: reason, form: record.map { String(decoding: $0, as: UTF8.self) },
          proposer: agent, bodies: [paper.issuingBody],
          event: try desk.office.newestEvent(of: paper)))
    }
    return Redirection(Link("desk", "proposals", made.id).address).response
  }

  // MARK: Revocation

  /// The kind of the decision that ends papers of this service; nil where the acts have none.
  private func revocation(of paper: PaperEntry) -> DocumentKind? {
    desk.office.library.templates.values.map(\.kind)
      .filter { $0.service == paper.service && [.revoke, .annul].contains($0.action) }
      .min { $0.id < $1.id }
  }

  /// The decision as far as the paper says it.
  private func filled(
    _ parser: FormParser, _ kind: DocumentKind, _ paper: PaperEntry, _ call: Call
  ) async throws -> FormValues {
    let desk = desk
    let bytes = try await desk.reading.orBusy { try desk.office.register.record(of: paper.serial) }
    let record = bytes.flatMap { try? JSONReader.strictValue(of: $0) }
    let today = desk.office.today.iso
    let ofPaper: [(String, String?)] = [
      ("permitNumber", paper.number.number), ("certificateNumber", paper.number.number),
      ("permitIssueDate", paper.issueDate.iso), ("issueDateOfCertificate", paper.issueDate.iso),
      ("validFrom", paper.validFrom?.iso), ("validUntil", paper.validUntil?.iso),
      ("decisionDate", today),
    ]
    var fields = ofPaper.compactMap { name, value in
      kind.field(name) == nil ? nil : value.map { JSONValue.Member(name, .text($0)) }
    }
    // The officer of today is another than the one of the paper.
    for member in record?["fields"]?.members ?? []
    where kind.field(member.key) != nil && !member.key.hasPrefix("officer")
      && !fields.contains(where: { $0.key == member.key })
    {
      fields.append(member)
    }
    let decision = JSONValue.object([
      .init("document", .text(kind.id)), .init("previous", .text(paper.number.number)),
      .init("issuingBody", .text(paper.issuingBody)), .init("issueDate", .text(today)),
      .init("fields", .object(fields)),
    ])
    return RecordValues(parser).values(of: decision, in: call.language).values
  }

  private func page(
    _ call: Call, _ parser: FormParser, _ values: FormValues, _ paper: PaperEntry,
    findings: [Finding]?, _ status: HTTPResponse.Status
  ) -> Response {
    pages.answer(
      DecisionFormView(
        parser.form, values: values, findings: findings,
        once: values.first("once") ?? UUID().uuidString,
        purpose: .revocation(document: paper.document, number: paper.number.description),
        asksEveryFact: desk.office.configuration.policy.facts == .strict), call, status: status)
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static let shortReason = Message(
    kk: "себебі кемінде 10 таңбадан тұруы керек", ru: "причина – не меньше 10 знаков",
    en: "a reason has at least 10 characters")
  private static let wrongState = Message(
    kk: "құжаттың қазіргі күйінде бұл болмайды",
    ru: "в нынешнем состоянии документа это недопустимо",
    en: "the paper as it is now does not allow that")
  private static let noRevocation = Message(
    kk: "бұл қызметтің құжаттары үшін қайтарып алу шешімі жоқ",
    ru: "для документов этой услуги нет решения об отзыве",
    en: "papers of this service have no decision that revokes them")
}

extension TamgaAccounts.Proposal.Move {
  /// What it will be in the register.
  var registerMove: PaperMove {
    switch self {
    case .suspend: .suspend
    case .resume: .resume
    case .void: .void
    case .revoke: .revoke
    }
  }
}
