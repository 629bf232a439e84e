import TamgaDomain
import TamgaFormats
import TamgaRegister

/// What the log tells of the office itself, apart from papers.
struct LoggedOffice {
  /// Details of the entries, by place.
  var bodies: [String] = []
  /// Likewise of certificates.
  var certificates: [String] = []
  /// Details of the entries, by the id of the kind.
  var kinds: [String: String] = [:]
  /// Of the last trust bundle; 0 before the first.
  var sequence: Int64 = 0
  /// SHA-256 in hexadecimal of the changed forms that somebody answered for.
  var acceptedForms: Set<String> = []

  /// The entries that it is made of.
  private enum Entry: String { case body, bundle, kind, certificate, accepted = "form-accepted" }

  static func isTold(by event: RegisterEvent) -> Bool { Entry(rawValue: event.what) != nil }

  mutating func take(_ event: RegisterEvent) {
    guard let entry = Entry(rawValue: event.what) else { return }
    let detail = Self.members(event.detail)
    switch entry {
    case .body: bodies.append(event.detail)
    case .certificate: certificates.append(event.detail)
    case .bundle: sequence = detail["sequence"].flatMap { Int64($0) } ?? 0
    case .kind: kinds[detail["document"] ?? ""] = event.detail
    case .accepted: acceptedForms.insert(detail["sha256"] ?? "")
    }
  }

  static func members(_ detail: String) -> [String: String] {
    let value = try? JSONReader.strictValue(of: Array(detail.utf8))
    let members = (value?.members ?? []).compactMap { member in
      member.value.text.map { (member.key, $0) }
    }
    return Dictionary(members) { _, last in last }
  }
}

extension Audit {
  /// Compares what the register keeps of the office with the log, and the forms of its papers with the
  /// templates.
  mutating func compareOffice(upTo size: Int) throws {
    let register = office.register
    let told = told
    var differing: [AuditFinding] = []
    if try register.storedSequence() != told.sequence {
      differing.append(Self.sequence(told.sequence))
    }
    for (place, body) in try register.bodies().enumerated() {
      let now = ["place": "\(place)", "code": body.code, "kk": body.name.kk, "ru": body.name.ru]
      let logged = told.bodies.indices.contains(place) ? told.bodies[place] : ""
      if LoggedOffice.members(logged) != now { differing.append(Self.body(body.code)) }
    }
    if try register.bodies().count < told.bodies.count { differing.append(Self.body("")) }
    let certificates = try register.certificates()
    for (place, certificate) in certificates.enumerated() {
      let logged = told.certificates.indices.contains(place) ? told.certificates[place] : ""
      if LoggedOffice.members(logged) != certificate.members(at: place) {
        differing.append(Self.certificate(certificate.body))
      }
    }
    if certificates.count < told.certificates.count { differing.append(Self.certificate("")) }
    for kind in try register.kinds()
    where kind.members != LoggedOffice.members(told.kinds[kind.document] ?? "") {
      differing.append(Self.kind(kind.document))
    }
    let kinds = Set(try register.kinds().map(\.document))
    differing += told.kinds.keys.filter { !kinds.contains($0) }.sorted().map(Self.kind)
    // What was entered after the audit began is left for the next one.
    if !differing.isEmpty, try !isToldLater(than: size) {
      for finding in differing { found(finding) }
    }
    try forms()
  }

  private func isToldLater(than size: Int) throws -> Bool {
    var last = Int64(size)
    while true {
      let events = try office.register.events(of: nil, after: last, limit: Self.page)
      if events.contains(where: LoggedOffice.isTold) { return true }
      guard let end = events.last?.sequence else { return false }
      last = end
    }
  }

  private mutating func forms() throws {
    for kind in try office.changedKinds() {
      found(AuditFinding(.kind, kind.document + "/manifest.yaml", kind.message))
    }
    for changed in try office.changedForms() {
      let hash = changed.form.hash
      guard let papers = papersOfForm[hash], !told.acceptedForms.contains(Hex.text(hash)) else {
        continue
      }
      let words = changed.message
      found(
        AuditFinding(
          .form, changed.form.edition, kk: "\(words.kk) (құжат: \(papers))",
          ru: "\(words.ru) (документов: \(papers))", en: "\(words.en) (papers: \(papers))"))
    }
    for form in try office.register.forms()
    where form.isAccepted != told.acceptedForms.contains(Hex.text(form.hash)) {
      found(
        AuditFinding(
          .form, form.edition, kk: "нысанның қабылданғаны туралы белгі журналдан өзгеше",
          ru: "отметка о принятии формы расходится с журналом",
          en: "whether the form was answered for differs from the log"))
    }
    let known = Set(try office.register.forms().map(\.hash))
    for hash in papersOfForm.keys.filter({ !known.contains($0) }).map(Hex.text).sorted() {
      found(
        AuditFinding(
          .form, "form " + hash.prefix(16), kk: "құжаттар жасалған файлдардың тізімі жоқ",
          ru: "нет списка файлов, по которым сделаны документы",
          en: "the list of the files that papers were made from is missing"))
    }
  }

  private static func sequence(_ logged: Int64) -> AuditFinding {
    AuditFinding(
      .bundleSequence, "bundle_sequence",
      kk: "сенім бумасының реттік нөмірі журналдағыдай (\(logged)) емес",
      ru: "номер пакета доверия не тот, что в журнале (\(logged))",
      en: "the sequence of the trust bundles is not the one of the log (\(logged))")
  }

  private static func body(_ code: String) -> AuditFinding {
    AuditFinding(
      .body, "body " + code, kk: "беруші органның жазбасы журналдан өзгеше",
      ru: "запись о выдающем органе расходится с журналом",
      en: "the row of the issuing body differs from the log")
  }

  private static func certificate(_ body: String) -> AuditFinding {
    AuditFinding(
      .certificate, "certificate " + body, kk: "ЭЦҚ сертификатының жазбасы журналдан өзгеше",
      ru: "запись о сертификате ЭЦП расходится с журналом",
      en: "the row of a signing certificate differs from the log")
  }

  private static func kind(_ document: String) -> AuditFinding {
    AuditFinding(
      .kind, document, kk: "құжат түрінің жазбасы журналдан өзгеше",
      ru: "запись о виде документа расходится с журналом",
      en: "the row of the kind differs from the log")
  }
}

extension RegisteredKind {
  /// As the log has it; empty for a kind whose papers are from before that.
  fileprivate var members: [String: String] {
    guard let words else { return [:] }
    return [
      "document": document, "code": words.code, "effect": words.effect.rawValue,
      "kk": words.title.kk, "ru": words.title.ru, "en": words.title.en,
    ]
  }
}
