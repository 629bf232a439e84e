import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import TamgaAccounts
import TamgaDesk
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaSeal
import TamgaService
import TamgaTemplates

/// The forms of the kinds: filled in, judged as they stand, drawn, and issued.
struct FormRoutes: Sendable {
  let desk: DeskOffice
  let pages: DeskPages

  /// `GET /desk/new/{document}`; with `?like=NUMBER` filled in as that paper was, under an id of its own; with
  /// `?person=NUMBER` for the same person, and nothing else of that paper.
  func form(_ call: Call) async throws -> Response {
    let parser = try parser(call)
    let form = parser.form
    var values = desk.lastSigned.added(to: parser.beginning, of: form, by: call.caller.agent)
    if let number = try call.query("like") {
      values = try await self.values(like: number, parser, call)
    } else if let number = try call.query("person") {
      let earlier = try await self.values(like: number, parser, call)
      let places = form.sections.filter { $0.subject == .person }.flatMap(\.controls).map(\.place)
      for pair in earlier.pairs
      where form.control(at: pair.name).map({ places.contains($0.place) }) == true {
        values.add(pair.name, pair.value)
      }
    }
    return page(call, parser, values, findings: nil, once: UUID().uuidString, .ok)
  }

  /// What the record of a paper holds, without its id and the number that it used up.
  private func values(
    like number: String, _ parser: FormParser, _ call: Call
  ) async throws -> FormValues {
    var call = call
    call.words["number"] = number
    let paper = try await desk.paper(call)
    guard
      let bytes = try await desk.reading.orBusy({
        try desk.office.register.record(of: paper.serial)
      }),
      let record = try? JSONReader.strictValue(of: bytes)
    else { throw WebProblem.notFound }
    let fields = (record["fields"]?.members ?? []).filter {
      $0.key != parser.form.kind.number.field
    }
    let rest = (record.members ?? []).filter { !["id", "fields"].contains($0.key) }
    return RecordValues(parser).values(
      of: .object(rest + [.init("fields", .object(fields))]), in: call.language
    ).values
  }

  /// `POST /desk/check/{document}`: the findings of the form as it stands.
  func check(_ call: Call) async throws -> Response {
    let parser = try parser(call)
    let values = try Self.values(call)
    let record = try await record(parser, values, call)
    let result = try await desk.told(.check(record: record), about: record, to: call.caller)
    guard !Self.wantsJSON(call) else { return Self.judgement(result) }
    return page(
      call, parser, values, findings: Finding.all(of: result),
      once: values.first("once") ?? UUID().uuidString, .ok)
  }

  /// What a check found, for programs.
  static func judgement(_ result: JSONValue) -> Response {
    let outcome = result["outcome"]?.text
    return Response(
      .object([
        .init("findings", result["findings"] ?? .array([])),
        .init("wouldIssue", .flag(outcome == "lawful" || outcome == "already-issued")),
      ]))
  }

  /// `POST /desk/preview/{document}`: the first page of the form as it stands, not valid, without a number.
  func preview(_ call: Call) async throws -> Response {
    let parser = try parser(call)
    let record = try await record(parser, try Self.values(call), call)
    return try await picture(of: record, parser.form.kind.id)
  }

  /// The first page of a record as it stands.
  func picture(of record: [UInt8], _ document: String) async throws -> Response {
    let (_, picture) = try await desk.whole(.draw(document: document, record: record))
    return Response(picture, type: "image/png")
  }

  /// `POST /desk/issue/{document}`: the paper, or the form with what stands against it. The same form sent
  /// again issues nothing more.
  func issue(_ call: Call) async throws -> Response {
    let parser = try parser(call)
    let values = try Self.values(call)
    try Mandate(office: desk.office, caller: call.caller).checkEnding(parser.form.kind.id)
    let once = Self.key(values)
    let record = try await record(parser, values, call)
    if call.form?["again"] == nil, let twin = try await twin(of: record) {
      return page(
        call, parser, values, findings: [Self.again(twin)], once: once, asksAgain: true, .conflict)
    }
    do {
      // A button pressed twice waits for the paper of the first press.
      let (_, answer, _) = try await desk.once(
        call, key: "form " + once, body: record, waiting: true
      ) {
        let result = try await desk.told(
          .issue(record: record, agent: call.caller.agent), about: record, to: call.caller)
        switch result["outcome"]?.text {
        case "issued", "already-issued": return (.ok, result)
        case "rejected": throw Refused(status: .unprocessableContent, result: result)
        default: throw Refused(status: .serviceUnavailable, result: result)
        }
      }
      guard let document = answer["document"]?.text, let number = answer["number"]?.text else {
        throw WebProblem.fault
      }
      desk.lastSigned.take(values, of: parser.form, by: call.caller.agent)
      desk.issueNotes.take(answer)
      return Redirection(Link("desk", "papers", document, number).address).response
    } catch let refused as Refused {
      return page(
        call, parser, values, findings: Finding.all(of: refused.result), once: once,
        refused.status)
    }
  }

  /// Issues a record that a page made; what stands against it is shown in its form.
  ///
  /// - Parameter once: What the decision's id is made of: the same one is the same decision.
  func issue(
    _ record: JSONValue, _ document: String, once: String, _ call: Call
  ) async throws -> Response {
    let parser = try parser(call, document: document)
    var values = RecordValues(parser).values(of: record, in: call.language).values
    values.add("once", once)
    let bytes = try await self.record(parser, values, call)
    let result = try await desk.told(
      .issue(record: bytes, agent: call.caller.agent), about: bytes, to: call.caller)
    desk.issueNotes.take(result)
    if let document = result["document"]?.text, let number = result["number"]?.text {
      return Redirection(Link("desk", "papers", document, number).address).response
    }
    return page(
      call, parser, values, findings: Finding.all(of: result), once: once,
      result["outcome"]?.text == "rejected" ? .unprocessableContent : .serviceUnavailable)
  }

  private struct Refused: Error {
    let status: HTTPResponse.Status
    let result: JSONValue
  }

  // MARK: Twice

  /// A paper of today from the same data; the form's own paper is none, so that a form may be sent twice.
  private func twin(of record: [UInt8]) async throws -> PaperEntry? {
    guard let value = try? JSONReader.strictValue(of: record) else { return nil }
    let office = desk.office
    return try await desk.reading.orBusy { try office.twin(of: value) }
  }

  private static func again(_ paper: PaperEntry) -> Finding {
    let number = paper.number.description
    return Finding(
      "DESK-SAME-DATA", .warning, at: "",
      Message(
        kk:
          "бүгін дәл осы деректермен \(number) құжаты берілген: тағы біреуі керек болса ғана «Беру» батырмасын қайта басыңыз",
        ru:
          "сегодня по этим же данным уже выдан документ \(number): нажмите «Выдать» ещё раз, только если нужен второй",
        en:
          "paper \(number) was issued today from the same data: press Issue again only if a second one is needed"
      ))
  }

  // MARK: Parts

  /// The form of the address's kind for the bodies of the account.
  func parser(_ call: Call, document: String? = nil) throws -> FormParser {
    let office = desk.office
    let id = document ?? call.words["document"] ?? ""
    guard let kind = office.library.templates[id]?.kind, kind.isSealed else {
      throw WebProblem.notFound
    }
    let bodies = office.configuration.bodies.values
      .filter { call.caller.covers($0.code) }.sorted { $0.code < $1.code }
    let zone = office.configuration.zone
    return FormParser(
      KindForm(
        kind, shared: office.library.shared, bodies: bodies,
        countries: CountryNames(office.library.shared.countries)),
      today: office.today, asksEveryFact: office.configuration.policy.facts == .strict
    ) { day in
      zone.offset(at: zone.noon(day)) / 60
    }
  }

  /// The form's own key; where it was lost, one of all that is filled in: the same words are the same decision.
  private static func key(_ values: FormValues) -> String {
    if let key = values.first("once"), key.contains(where: { $0.isLetter || $0.isNumber }) {
      return key
    }
    let words = values.pairs.filter { $0.name.hasPrefix("/") }
      .map { "\($0.name)\u{0}\($0.value)" }.sorted().joined(separator: "\u{0}")
    return Hex.text(Array(SHA256.hash(data: Array(words.utf8)).prefix(16)))
  }

  /// The record of a form; one for a foreign body, or about a paper of one, is as good as none.
  func record(
    _ parser: FormParser, _ values: FormValues, _ call: Call
  ) async throws -> [UInt8] {
    var record = parser.record(values)
    let (mandate, sent) = (Mandate(office: desk.office, caller: call.caller), record)
    try await desk.reading.orBusy { try mandate.check(sent) }
    if record["id"] == nil {
      // The form's own key makes the id, so that the form sent again is the same decision.
      let key = Self.key(values)
      let letters = key.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(32)
      record = .object([.init("id", .text("DESK-" + letters))] + (record.members ?? []))
    }
    return CanonicalJSON.bytes(of: record)
  }

  static func values(_ call: Call) throws -> FormValues {
    guard let form = call.form else { throw WebProblem.mediaType([FormBody.mediaType]) }
    var values = FormValues(form.pairs.map { FormValues.Pair($0.name, $0.value) })
    // A correction that was offered: `suggest=/fields/validUntil=2026-05-01`.
    if let offered = form["suggest"], let end = offered.firstIndex(of: "=") {
      values = values.setting(
        String(offered[..<end]), String(offered[offered.index(after: end)...]))
    }
    return values
  }

  static func wantsJSON(_ call: Call) -> Bool {
    call.request.headers[.accept]?.contains("application/json") ?? false
  }

  private func page(
    _ call: Call, _ parser: FormParser, _ values: FormValues, findings: [Finding]?, once: String,
    asksAgain: Bool = false, _ status: HTTPResponse.Status
  ) -> Response {
    pages.answer(
      DecisionFormView(
        parser.form, values: values, findings: findings, once: once, asksAgain: asksAgain,
        asksEveryFact: desk.office.configuration.policy.facts == .strict), call, status: status)
  }
}
