import TamgaDecisions
import TamgaDomain
import TamgaLaw
import TamgaTemplates

/// Sorts what a kind may be given into sections.
struct FormPlan {
  private(set) var sections: [FormSection] = []
  private(set) var further: [FormSection] = []
  private(set) var spare: [FormControl] = []
  private(set) var plainFlags: Set<String> = []
  private let kind: DocumentKind
  private let shared: SharedWords
  private let bodies: [IssuingBody]

  /// Tell the person, whatever the rules of the kind read.
  private static let ofThePerson: Set<String> = [
    "birthDate", "citizenship", "passportSeriesNumber",
  ]
  /// Absent and false are not the same for these: what they say is said by others, or of a paper that
  /// the register does not hold.
  private static let silentFlags: Set<String> = [
    "workPermitRequired", "previousChecked", "previousExtended",
  ]

  init(_ kind: DocumentKind, _ shared: SharedWords, _ bodies: [IssuingBody]) {
    self.kind = kind
    self.shared = shared
    self.bodies = bodies
    let read = Ruleset.inputs(readFor: kind)
    let asked = kind.fields.filter { isAsked($0.name) }
    let printed = asked.filter(\.isPrinted)
    // What a record may give as a field or as a fact is asked for once.
    let carried = asked.filter { !$0.isPrinted && !Self.isFact($0.name) }
    let isWanted = { (field: FieldDeclaration) in
      field.isRequired || kind.also.isEmpty == false && !Self.isCommon(field.name)
        || read.contains(field.name) || Self.ofThePerson.contains(field.name)
    }
    var runs: [(FormSubject, [FormControl])] = [(.body, top(isSuccessor: isSuccessor))]
    for field in printed {
      let subject = FormSubject.of(field.name)
      if let index = runs.firstIndex(where: { $0.0 == subject }) {
        runs[index].1.append(control(field))
      } else {
        runs.append((subject, [control(field)]))
      }
    }
    // A paper ends with its signature.
    if let index = runs.firstIndex(where: { $0.0 == .signature }) {
      runs.append(runs.remove(at: index))
    }
    for field in carried where field.name != kind.number.field && isWanted(field) {
      let subject = FormSubject.of(field.name)
      if let index = runs.firstIndex(where: { $0.0 == subject }) {
        runs[index].1.append(control(field))
      } else {
        // Before the signature, which ends a paper.
        let end = runs.firstIndex { $0.0 == .signature } ?? runs.count
        runs.insert((subject, [control(field)]), at: end)
      }
    }
    let facts = FactCatalogue.names.filter { kind.field($0)?.isPrinted != true }
    let readFacts = facts.filter(read.contains)
    if !readFacts.isEmpty { runs.append((.facts, readFacts.compactMap(fact))) }
    sections = runs.map { FormSection(subject: $0.0, controls: $0.1) }

    var rest = carried.filter { $0.name == kind.number.field || !isWanted($0) }.map(control)
    for (name, type) in RecordFields.ofEveryKind.sorted(by: { $0.key < $1.key })
    where kind.field(name) == nil {
      let label = Self.extraWords[name] ?? shared.label(of: name) ?? Message(both: name)
      rest.append(control(name, type, label, lines: false, keepsBlanks: false, isRequired: false))
    }
    let topRest = [
      FormControl("/id", Words.record.id, .text(lines: false)),
      FormControl("/languages", Words.record.languages, .languages),
    ]
    further = [
      FormSection(
        subject: .further,
        controls: topRest + (isSuccessor ? [] : [Self.previous]) + rest),
      FormSection(
        subject: .facts, controls: facts.filter { !read.contains($0) }.compactMap(fact)),
    ]
    spare =
      asked.filter { !$0.isPrinted && Self.isFact($0.name) }.map(control)
      + FactCatalogue.names.filter { kind.field($0)?.isPrinted == true }.compactMap(fact)
    let flags = readFacts.filter { FactCatalogue.type(of: $0) == .flag }
    plainFlags = Set(flags.filter { !Self.silentFlags.contains($0) }.map { "/facts/" + $0 })
  }

  // MARK: The top

  private static let previous = FormControl("/previous", Words.record.previous, .previous)

  /// An extension, a duplicate, a revocation: something of an earlier paper.
  private var isSuccessor: Bool {
    kind.rules.contains { $0.id.hasPrefix("GEN-SUCCESSOR") }
  }

  private func top(isSuccessor: Bool) -> [FormControl] {
    let choices = bodies.map {
      FormControl.Choice(
        $0.code, Message(kk: $0.name.kk, ru: $0.name.ru, en: $0.name.ru + " (\($0.code))"))
    }
    let first = [
      FormControl("/issuingBody", Words.record.issuingBody, .body(choices), isRequired: true),
      FormControl("/issueDate", Words.record.issueDate, .date, isRequired: true),
    ]
    return isSuccessor ? [Self.previous] + first : first
  }

  // MARK: Fields

  private func isAsked(_ name: String) -> Bool {
    (!RecordFields.derived.contains(name) || name == "legalBasis")
      && !["id", "document", "languages", "issuingBody", "issueDate", "previous"].contains(name)
  }

  private static func isFact(_ name: String) -> Bool { FactCatalogue.type(of: name) != nil }

  private static func isCommon(_ name: String) -> Bool {
    RecordFields.ofEveryKind[name] != nil
      || ["sex", "passportKind", "applicationDate", "acceptanceDate", "decisionDate", "termMonths"]
        .contains(name)
  }

  private func control(_ field: FieldDeclaration) -> FormControl {
    control(
      field.name, field.type, field.label, lines: field.allowsNewlines,
      keepsBlanks: field.keepsBlanks, isRequired: field.isRequired && field.type != .iin)
  }

  private func control(
    _ name: String, _ type: FieldType, _ label: Message, lines: Bool, keepsBlanks: Bool,
    isRequired: Bool
  ) -> FormControl {
    let content: FormControl.Content =
      switch type {
      case .text: .pair(lines: lines)
      case .plain: .text(lines: lines)
      case .date: .date
      case .partialDate: .partialDate
      case .count: .count
      case .time: .time
      case .country: .country
      case .iin: .iin
      case .code(let words):
        .choice(
          words.map {
            FormControl.Choice(
              $0.code,
              Message(
                kk: $0.words.kk, ru: $0.words.ru,
                en: CodeWords.words(of: $0.code)?.en ?? Self.spaced($0.code)))
          })
      case .texts: .pairs(lines: lines, keepsBlanks: keepsBlanks)
      case .papers: .papers(papers)
      case .grounds: .grounds(grounds)
      }
    return FormControl("/fields/" + name, label, content, isRequired: isRequired)
  }

  private var papers: [FormControl.Choice] {
    shared.papers.papers.filter { $0.service == kind.service && !$0.isHeld }.map {
      FormControl.Choice($0.id, Message(kk: $0.text.kk, ru: $0.text.ru, en: $0.text.ru))
    }
  }

  private var grounds: [FormControl.Choice] {
    shared.grounds.values
      .filter { $0.service == kind.service && kind.groundKinds.contains($0.kind) }
      .sorted { Self.order($0.id) < Self.order($1.id) }
      .map { FormControl.Choice($0.id, Message(kk: $0.text.kk, ru: $0.text.ru, en: $0.text.ru)) }
  }

  /// `LIM-R2` before `LIM-R10`.
  private static func order(_ id: String) -> (String, Int) {
    let digits = id.reversed().prefix { $0.isNumber }
    return (String(id.dropLast(digits.count)), Int(String(digits.reversed())) ?? 0)
  }

  /// `family-reunification` in English words.
  private static func spaced(_ code: String) -> String { code.replacing("-", with: " ") }

  private static let extraWords: [String: Message] = [
    "passportSeries": Message(
      kk: "паспорттың сериясы", ru: "серия паспорта", en: "passport series"),
    "passportNumber": Message(
      kk: "паспорттың нөмірі", ru: "номер паспорта", en: "passport number"),
  ]

  // MARK: Facts

  private func fact(_ name: String) -> FormControl? {
    guard let type = FactCatalogue.type(of: name), let words = FactCatalogue.words(of: name) else {
      return nil
    }
    let content: FormControl.Content =
      switch type {
      case .date: .date
      case .partialDate: .partialDate
      case .time: .time
      case .flag: .flag
      case .count: .count
      case .text:
        FactCatalogue.isCountry(name)
          ? .country
          : FactCatalogue.knownWords(of: name).map { .openChoice(Self.choices($0)) }
            ?? .text(lines: false)
      case .word(let codes): .choice(Self.choices(codes))
      case .words(let codes): .choices(Self.choices(codes))
      case .conclusions: .conclusions
      case .stepDates: .steps
      }
    return FormControl("/facts/" + name, words, content)
  }

  private static func choices(_ codes: [String]) -> [FormControl.Choice] {
    codes.map { FormControl.Choice($0, CodeWords.words(of: $0) ?? Message(both: spaced($0))) }
  }

}

extension Message {
  /// One text for every language: a code, a number.
  init(both text: String) { self.init(kk: text, ru: text, en: text) }
}
