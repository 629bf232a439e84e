import TamgaDomain

@testable import TamgaLaw

/// A case of one rule, written in few words.
///
/// `inputs` is a list `name value, name value`: names of the record, or of its surroundings when
/// they begin with `@`. Several values of a list are joined by `+`.
struct TestCase: Sendable {
  var action: DecisionAction
  var rules: [RuleUse]
  var inputs: [(name: String, value: String)]
  var facts: OfficePolicy.Facts

  init(
    _ rules: [RuleUse], _ action: DecisionAction, _ inputs: String,
    facts: OfficePolicy.Facts = .strict
  ) {
    self.rules = rules
    self.action = action
    self.facts = facts
    self.inputs = inputs.split(separator: ",").map { pair in
      let words = pair.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      let value = words.count > 1 ? String(words[1]) : ""
      return (String(words[0]), value == "''" ? " " : value)
    }
  }

  func without(_ name: String) -> TestCase {
    var copy = self
    copy.inputs.removeAll { $0.name == name }
    return copy
  }

  /// A surrounding value, for example `@copies`.
  private func setting(_ name: String) -> String? { inputs.first { $0.name == name }?.value }

  static let codes: Set<String> = [
    "citizenship", "passportKind", "stayPurpose", "sex", "requestedAction", "conclusionResult",
    "originalMark",
  ]
  static let plainTexts: Set<String> = [
    "latinFullName", "fullName", "refusalDetail", "permitNumber", "certificateNumber", "iin",
    "previousCertificateNumber", "residenceAddress", "officerFullName", "serviceName",
    "resultPlace",
  ]
  static let printedDates: Set<String> = [
    "validFrom", "validUntil", "birthDate", "passportExpiryDate", "newStayUntil",
    "originalIssueDate",
  ]
  static let textFacts: Set<String> = [
    "minutesNumber", "inspectionActNumber", "employerName", "employerAddress", "employerIinBin",
  ]

  var service: Service {
    if let service = setting("@service").flatMap(Service.init(rawValue:)) { return service }
    return switch rules.first?.id.prefix(3) {
    case "TRP": .temporaryResidence
    case "PR-": .permanentResidence
    case "QC-": .qualification
    case "EXI": .exit
    default: .labourImmigrant
    }
  }

  private var fields: [String: FieldValue] {
    var fields: [String: FieldValue] = [:]
    for (name, value) in inputs {
      switch name {
      case _ where Self.codes.contains(name): fields[name] = .code(value)
      case _ where Self.plainTexts.contains(name):
        let sides = value.split(separator: "|", maxSplits: 1).map(String.init)
        fields[name] = .text(Bilingual(kk: sides[0], ru: sides.last ?? ""))
      case _ where Self.printedDates.contains(name):
        fields[name] = CalendarDate(iso: value).map { .date($0) }
      case "termMonths": fields[name] = Int(value).map { .count($0) }
      case "groundIds": fields[name] = .grounds(value.split(separator: "+").map(String.init))
      case "missingDocuments", "acceptedDocuments", "untilText":
        fields[name] = .texts(value.split(separator: "+").map { Bilingual(both: String($0)) })
      case "resultDateTime": fields[name] = Self.moment(value).map { .time($0) }
      case "@accepted": fields["acceptanceDate"] = CalendarDate(iso: value).map { .date($0) }
      default: break
      }
    }
    return fields
  }

  private var factValues: [String: FactValue] {
    var facts: [String: FactValue] = [:]
    for (name, value) in inputs where fields[name] == nil && !name.hasPrefix("@") {
      if name == "issueDate" || name == "previous" { continue }
      if name == "conclusions" || name == "stepDates" {
        facts[name] = .value(name == "stepDates" ? Self.steps(value) : Self.conclusions(value))
      } else if Self.textFacts.contains(name) {
        facts[name] = .text(value)
      } else if let date = CalendarDate(iso: value) {
        facts[name] = .date(date)
      } else if let moment = Self.moment(value) {
        facts[name] = .time(moment)
      } else if let count = Int(value) {
        facts[name] = .count(count)
      } else if value == "true" || value == "false" {
        facts[name] = .flag(value == "true")
      } else {
        facts[name] = .text(value)
      }
    }
    return facts
  }

  /// `AGENCY:DATE` or `AGENCY:DATE:GROUND;GROUND`, joined by `+`.
  private static func conclusions(_ text: String) -> JSONValue {
    .array(
      text.split(separator: "+").map { item in
        let parts = item.split(separator: ":").map(String.init)
        let grounds = parts.count > 2 ? parts[2].split(separator: ";").map(String.init) : []
        return .object([
          .init("agency", .text(parts[0])), .init("date", .text(parts[1])),
          .init("groundIds", .array(grounds.map { .text($0) })),
        ])
      })
  }

  /// `STEP:DATE`, joined by `+`.
  private static func steps(_ text: String) -> JSONValue {
    .object(
      text.split(separator: "+").map { item in
        let parts = item.split(separator: ":").map(String.init)
        return .init(parts[0], .text(parts[1]))
      })
  }

  /// `2021-03-01T10:00` or `…T10:00:30`, at UTC+5.
  private static func moment(_ text: String) -> Moment? {
    let parts = text.split(separator: "T")
    guard parts.count == 2, let date = CalendarDate(iso: parts[0]) else { return nil }
    let clock = parts[1].split(separator: ":").compactMap { Int($0) }
    let seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count > 2 ? clock[2] : 0)
    return Moment(seconds: Int64(date.daysSinceEpoch * 86_400 + seconds - 5 * 3600), offset: 300)
  }

  /// `FROM..UNTIL` or `none` for a paper without a term, then optionally `number:N`, `status:N`, `issued:DATE` and `kind:ID`.
  private func paper(_ text: String) -> EarlierPaper {
    let words = text.split(separator: " ").map(String.init)
    let days = words[0].split(separator: ".", omittingEmptySubsequences: true)
    func value(_ key: String) -> String? {
      words.first { $0.hasPrefix(key + ":") }.map { String($0.dropFirst(key.count + 1)) }
    }
    let from = CalendarDate(iso: days[0])
    let until = days.count > 1 ? CalendarDate(iso: days[1]) : nil
    return EarlierPaper(
      document: value("kind") ?? "first",
      service: value("service").flatMap(Service.init) ?? service,
      number: value("number") ?? "ALA-21-1", copy: 0, decision: "D-1",
      issueDate: value("issued").flatMap { CalendarDate(iso: $0) } ?? from
        ?? CalendarDate(daysSinceEpoch: 0),
      validFrom: from, validUntil: until,
      status: value("status").flatMap { Int($0) }.flatMap(PaperStatus.init) ?? .valid)
  }

  private var history: History {
    let chain = inputs.filter { $0.name == "@paper" }.map { paper($0.value) }
    var history = History(
      previous: chain.last, chain: chain, numberIsTaken: setting("@taken") != nil,
      samePerson: inputs.filter { $0.name == "@person" }.map { paper($0.value) },
      isRegistered: setting("@register") != nil)
    history.findOriginal { document in
      document == "copy" ? .duplicate : document == "longer" ? .extend : .grant
    }
    return history
  }

  private func dates(_ name: String) -> [CalendarDate] {
    (setting(name) ?? "").split(separator: "+").compactMap { CalendarDate(iso: $0) }
  }

  var kind: DocumentKind {
    let words = Message(kk: "жол", ru: "строка", en: "line")
    let required = (setting("@required") ?? "").split(separator: "+").map(String.init)
    let optional = (setting("@optional") ?? "").split(separator: "+").map(String.init)
    let hasMark = setting("@mark") != nil
    let sealsTerm = setting("@sealed") == nil
    return DocumentKind(
      id: "kind", code: "K", service: service, action: action, effect: .grants, title: words,
      fields: (required + optional).map {
        FieldDeclaration(
          name: $0, type: $0 == "groundIds" ? .grounds : .text, label: words,
          isRequired: required.contains($0), isPrinted: true)
      },
      rules: rules,
      number: NumberDeclaration(
        field: service == .qualification ? "certificateNumber" : "permitNumber", series: "{yy}"),
      copies: setting("@copies").flatMap { Int($0) } ?? 1,
      claims: SealedClaims(
        name: "latinFullName", passport: nil, printsPassport: false, citizenship: nil,
        validFrom: nil, validUntil: sealsTerm ? "validUntil" : nil, further: []),
      groundKinds: setting("@grounds") == "none" ? [] : [.refusal, .refusalOrAnnulment],
      extendedMark: hasMark ? Bilingual(kk: "ұзартылған", ru: "продлено") : nil,
      isSealed: setting("@form") == nil,
      also: (setting("@also") ?? "").split(separator: "+").map(String.init))
  }

  var policy: OfficePolicy {
    OfficePolicy(
      facts: facts,
      visaFreeThreeMonths: setting("@visaFree").map {
        Set($0.split(separator: "+").map(String.init))
      },
      holidays: Set(dates("@holidays")),
      maxBackdatingDays: setting("@backdating").flatMap { Int($0) },
      backdating: setting("@backdatingIs") == "error" ? .error : .warning,
      statutoryFamilyTermMonths: setting("@familyTerm").flatMap { Int($0) },
      domesticWorkersLimit: setting("@domesticLimit").flatMap { Int($0) },
      hasDocumentSigner: setting("@signer") != nil)
  }

  /// The case itself. The issue date is 2021-02-09 unless given; `issueDate none` leaves it out.
  var built: Case {
    let issued = inputs.first { $0.name == "issueDate" }?.value ?? "2021-02-09"
    let decision = Decision(
      id: "T-1", kind: kind, languages: [.kk, .ru], issuingBody: "B",
      issueDate: CalendarDate(iso: issued), fields: fields, facts: factValues,
      previous: inputs.first { $0.name == "previous" }.map { .number($0.value) },
      unreadable: Set((setting("@unreadable") ?? "").split(separator: "+").map(String.init)),
      canonical: [])
    let body = IssuingBody.Kind(rawValue: setting("@body") ?? "police").map {
      IssuingBody(code: "B", kind: $0, place: "ALA", name: Bilingual(both: "B"))
    }
    let editionDays = dates("@edition")
    let edition = Edition(
      id: "e", from: editionDays.first ?? CalendarDate(daysSinceEpoch: 0),
      until: editionDays.count > 1 ? editionDays[1] : nil,
      act: Message(kk: "а", ru: "а", en: "a"))
    return Case(
      decision: decision, body: body, policy: policy,
      today: dates("@today").first ?? CalendarDate(daysSinceEpoch: 22_000),
      edition: setting("@edition") == "none" ? nil : edition, history: history,
      grounds: Self.grounds, papers: Self.papers)
  }

  static let grounds: [String: Ground] = Dictionary(
    uniqueKeysWithValues: [
      ("LIM-R1", Service.labourImmigrant, GroundKind.refusal),
      ("LIM-R2", .labourImmigrant, .refusal), ("LIM-LATER", .labourImmigrant, .refusal),
      ("LIM-V1", .labourImmigrant, .revocation),
      ("TRP-R1", .temporaryResidence, .refusal),
      ("PR-G4", .permanentResidence, .refusalOrAnnulment),
      ("PR-G10", .permanentResidence, .refusalOrAnnulment),
    ].map { id, service, kind in
      (
        id,
        Ground(
          id: id, service: service, kind: kind, text: Bilingual(both: id), legalBasis: nil,
          reference: nil, givesReasons: id != "PR-G10",
          from: id == "LIM-LATER" ? CalendarDate(2021, 3, 1) : nil)
      )
    })
}
