import TamgaDomain
import TamgaFormats

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
      if name == "@accepted" {
        fields["acceptanceDate"] = CalendarDate(iso: value).map { .date($0) }
      } else if Self.isField(name) {
        fields[name] = Self.field(value, as: Inputs.byName[name])
      }
    }
    return fields
  }

  /// True for what stands only in `fields`: the declarations say so, or none knows the name.
  private static func isField(_ name: String) -> Bool {
    guard !name.hasPrefix("@"), name != "issueDate", name != "previous" else { return false }
    return Inputs.byName[name]?.fact == nil
  }

  private static func field(_ value: String, as input: (any NamedInput)?) -> FieldValue? {
    switch input {
    case is Input<CalendarDate>: CalendarDate(iso: value).map { .date($0) }
    case is Input<PartialDate>:
      PartialDate(iso: value).map { date in date.whole.map { .date($0) } ?? .partialDate(date) }
    case is Input<Moment>: moment(value).map { .time($0) }
    case is Input<Int>: Int(value).map { .count($0) }
    case is Input<String>: .code(value)
    case is Input<[String]>: .grounds(value.split(separator: "+").map(String.init))
    case is Input<[Bilingual]>:
      .texts(value.split(separator: "+").map { Bilingual(both: String($0)) })
    default:
      .text(
        value.split(separator: "|", maxSplits: 1).map(String.init).count > 1
          ? Bilingual(
            kk: String(value.prefix { $0 != "|" }),
            ru: String(value.drop { $0 != "|" }.dropFirst())) : Bilingual(both: value))
    }
  }

  private var factValues: [String: FactValue] {
    var facts: [String: FactValue] = [:]
    for (name, value) in inputs where fields[name] == nil {
      facts[name] = Self.fact(value, as: Inputs.byName[name]?.fact)
    }
    return facts
  }

  private static func fact(_ value: String, as type: FactType?) -> FactValue? {
    switch type {
    // A fact of another type than its name's: rules must stand it.
    case .date?, .time?:
      CalendarDate(iso: value).map { .date($0) } ?? moment(value).map { .time($0) } ?? .text(value)
    case .partialDate?:
      PartialDate(iso: value).map { date in date.whole.map { .date($0) } ?? .partialDate(date) }
        ?? .text(value)
    case .flag?: .flag(value == "true")
    case .count?: Int(value).map { .count($0) }
    case .text?, .word?: .text(value)
    case .words?:
      value.contains("+")
        ? .value(.array(value.split(separator: "+").map { .text(String($0)) })) : .text(value)
    case .conclusions?: .value(conclusions(value))
    case .stepDates?: .value(steps(value))
    case nil: nil
    }
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
      status: value("status").flatMap { Int($0) }.flatMap(PaperStatus.init) ?? .valid,
      serial: value("serial").flatMap { Int64($0) },
      extends: value("extends").flatMap { Int64($0) },
      replaces: value("replaces").flatMap { Int64($0) })
  }

  private var history: History {
    let chain = inputs.filter { $0.name == "@paper" }.map { paper($0.value) }
    var history = History(
      previous: chain.last, chain: chain, numberIsTaken: setting("@taken") != nil,
      samePerson: inputs.filter { $0.name == "@person" }.map { paper($0.value) },
      isRegistered: setting("@register") != nil)
    history.previousPerson = setting("@holder").map(person)
    history.links = inputs.filter { $0.name == "@link" }.map { paper($0.value) }
    history.nearPerson = inputs.filter { $0.name == "@near" }.map { paper($0.value) }
    history.findOriginal { document in
      switch document {
      case "copy": .duplicate
      case "longer": .extend
      case "refusal": .refuse
      default: .grant
      }
    }
    return history
  }

  /// `NAME/PASSPORT/COUNTRY/BIRTH/IIN`; a part may be empty or left out.
  private func person(_ text: String) -> Person {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    func part(_ index: Int) -> String? {
      index < parts.count && !parts[index].isEmpty ? parts[index] : nil
    }
    return Person(
      name: part(0), passport: part(1), citizenship: part(2),
      birth: part(3).flatMap { PartialDate(iso: $0) }, iin: part(4))
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
      maxTermStartDays: setting("@termStart").flatMap { Int($0) }
        ?? OfficePolicy.standardTermStartDays,
      registerSince: dates("@registerSince").first,
      places: ["ALA"],
      formsInUse: dates("@inUse").first.map {
        ["kind": FormInUse(until: $0, basis: Bilingual(kk: "хат", ru: "письмо"))]
      } ?? [:],
      hasDocumentSigner: setting("@signer") != nil)
  }

  /// The case itself. The issue date is 2021-02-09 unless given; `issueDate none` leaves it out.
  var built: RuleContext {
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
    return RuleContext(
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
