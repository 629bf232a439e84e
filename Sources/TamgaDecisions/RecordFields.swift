public import TamgaDomain
import TamgaFormats
import TamgaLaw

/// What is known of fields besides the manifests.
public enum RecordFields {
  /// Written by Tamga itself, so never required of a record (contract `decisions.md`).
  public static let derived: Set<String> = [
    "refusalReason", "revocationGroundText", "legalBasis", "extendedMark", "qrPayload",
    "issuingBodyName",
  ]

  /// Person and paper data that rules and the seal need: they may stand in `fields` of every kind,
  /// also where the form does not print them.
  public static let ofEveryKind: [String: FieldType] = [
    "birthDate": .partialDate, "citizenship": .country, "iin": .iin, "passportSeriesNumber": .plain,
    "passportSeries": .plain, "passportNumber": .plain, "passportIssueDate": .date,
    "passportExpiryDate": .date,
  ]
}

/// What came of reading one value.
enum Reading<Value> {
  case value(Value)
  case blank
  /// A finding already says why.
  case failed

  func map<Other>(_ change: (Value) -> Other) -> Reading<Other> {
    switch self {
    case .value(let value): .value(change(value))
    case .blank: .blank
    case .failed: .failed
    }
  }
}

extension DecisionDecoder {
  /// Reads `fields`; nil stands for an object that cannot be used.
  mutating func fields(
    of kind: DocumentKind, in members: [JSONValue.Member]?
  ) -> [String: FieldValue] {
    guard let members else {
      unreadable.formUnion(kind.fields.map(\.name))
      return [:]
    }
    let declared = kind.fields
    var values: [String: FieldValue] = [:]
    for member in members where !member.key.hasPrefix("x-") {
      let name = member.key
      let place = JSONPointer().appending("fields").appending(name)
      let index = declared.firstIndex { $0.name == name }
      guard let type = index.map({ declared[$0].type }) ?? extraType(name, kind) else {
        add(unknownField(name, kind), at: place)
        continue
      }
      if spoiledFields.contains(name) {
        unreadable.insert(name)
        continue
      }
      let newlines = index.map { declared[$0].allowsNewlines } ?? false
      let keepsBlanks = index.map { declared[$0].keepsBlanks } ?? false
      switch field(member.value, type, newlines: newlines, keepsBlanks: keepsBlanks, at: place) {
      case .value(let value): values[name] = value
      case .blank: break
      case .failed: unreadable.insert(name)
      }
    }
    // By places, since a declaration is large and most are given.
    for index in declared.indices where values[declared[index].name] == nil {
      let field = declared[index]
      if isAsked(field, of: kind), !unreadable.contains(field.name) {
        add(.blank, at: ["fields", field.name])
      }
    }
    return values
  }

  /// True when the record must give `field`. Numbers are allotted, some texts are derived, and the
  /// body and the day stand at the top.
  private func isAsked(_ field: FieldDeclaration, of kind: DocumentKind) -> Bool {
    field.isRequired && field.type != .iin && field.name != kind.number.field
      && (!RecordFields.derived.contains(field.name)
        || field.name == "legalBasis" && kind.groundKinds.isEmpty)
      && !Self.topKeys.contains(field.name)
      // A kind that names grounds asks for them by its own rule, which says it better.
      && (field.type != .grounds || kind.groundKinds.isEmpty)
  }

  private func extraType(_ name: String, _ kind: DocumentKind) -> FieldType? {
    name == kind.number.field ? .plain : RecordFields.ofEveryKind[name]
  }

  private func unknownField(_ name: String, _ kind: DocumentKind) -> RecordProblem {
    if RecordFields.derived.contains(name) { return .unknownKey(.derived) }
    if Self.topKeys.contains(name) { return .unknownKey(.top) }
    if FactCatalogue.type(of: name) != nil { return .unknownKey(.facts) }
    return .unknownKey(NearestName.of(name, among: kind.fields.map(\.name)).map { .name($0) })
  }

  // MARK: Values

  private mutating func field(
    _ value: JSONValue, _ type: FieldType, newlines: Bool, keepsBlanks: Bool,
    at place: JSONPointer
  ) -> Reading<FieldValue> {
    if value == .null { return .blank }
    if let text = value.text, isBlank(text) { return .blank }
    switch type {
    case .text: return bilingual(value, newlines: newlines, at: place).map { .text($0) }
    case .plain: return plain(value, newlines: newlines, at: place).map { .text($0) }
    case .date: return date(value, at: place).map { .value(.date($0)) } ?? .failed
    case .partialDate: return partialDate(value, at: place)?.field ?? .failed
    case .count:
      let limit = place.description.hasSuffix("Months") ? RecordLimits.months : RecordLimits.count
      return count(value, upTo: limit, at: place).map { .value(.count($0)) } ?? .failed
    case .time: return time(value, at: place).map { .value(.time($0)) } ?? .failed
    case .country:
      return code(value, .country, at: place) { [parser] code in
        code.utf8.count == 3 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
          && (Person.codesWithoutState.contains(code) || parser.isCountry(code))
      }
    case .iin:
      return code(value, .iin, at: place) {
        $0.utf8.count == 12 && $0.utf8.allSatisfy(JSONBytes.isDigit)
      }.map { if case .code(let digits) = $0 { .text(Bilingual(both: digits)) } else { $0 } }
    case .code(let words):
      let codes = words.map(\.code)
      return code(value, .code(codes), at: place) { codes.contains($0) }
    case .texts: return texts(value, newlines: newlines, keepsBlanks: keepsBlanks, at: place)
    case .papers: return papers(value, newlines: newlines, at: place)
    case .grounds:
      guard case .array(let items) = value else { return failed(.type(.grounds), at: place) }
      let ids = items.compactMap(\.text)
      guard ids.count == items.count, !ids.contains(where: { $0.contains("\n") }) else {
        return failed(.type(.grounds), at: place)
      }
      return .value(.grounds(ids))
    }
  }

  mutating func failed<Value>(
    _ problem: RecordProblem, at place: JSONPointer
  ) -> Reading<Value> {
    add(problem, at: place)
    return .failed
  }

  private mutating func code(
    _ value: JSONValue, _ expected: RecordProblem.Expected, at place: JSONPointer,
    where isKnown: (String) -> Bool
  ) -> Reading<FieldValue> {
    guard let code = value.text, isKnown(code) else { return failed(.type(expected), at: place) }
    return .value(.code(code))
  }

  private mutating func line(
    _ text: String, newlines: Bool, at place: JSONPointer
  ) -> Reading<String> {
    if isBlank(text) { return .blank }
    if !newlines, text.contains("\n") { return failed(.newline, at: place) }
    if let letters = parser.letters, let refused = RefusedCharacter(in: text, letters: letters) {
      return failed(.characters(refused), at: place)
    }
    return .value(text)
  }

  /// A text in the languages asked for. The other one, when it is not given, stays empty.
  mutating func bilingual(
    _ value: JSONValue, newlines: Bool, at place: JSONPointer
  ) -> Reading<Bilingual> {
    switch value {
    case .text(let text):
      return line(text, newlines: newlines, at: place).map(Bilingual.init(both:))
    case .object(let members):
      var given: [Language: String] = [:]
      var isSound = true
      for member in members where !member.key.hasPrefix("x-") {
        let inner = place.appending(member.key)
        guard let language = Language(rawValue: member.key) else {
          add(.unknownKey(nil), at: inner)
          isSound = false
          continue
        }
        if member.value == .null { continue }
        guard let text = member.value.text else {
          isSound = false
          add(.type(.text), at: inner)
          continue
        }
        switch line(text, newlines: newlines, at: inner) {
        case .value(let text): given[language] = text
        case .blank: break
        case .failed: isSound = false
        }
      }
      guard isSound else { return .failed }
      if given.isEmpty { return .blank }
      let missing = languages.filter { given[$0] == nil }
      for language in missing {
        add(.blankIn(language), at: place.appending(language.rawValue))
      }
      return missing.isEmpty
        ? .value(Bilingual(kk: given[.kk] ?? "", ru: given[.ru] ?? "")) : .failed
    default: return failed(.type(.bilingual), at: place)
    }
  }

  private mutating func plain(
    _ value: JSONValue, newlines: Bool, at place: JSONPointer
  ) -> Reading<Bilingual> {
    switch value {
    case .text(let text):
      return line(text, newlines: newlines, at: place).map(Bilingual.init(both:))
    case .object(let members):
      let texts = Set(members.filter { !$0.key.hasPrefix("x-") }.map(\.value))
      let keys = members.filter { !$0.key.hasPrefix("x-") }.map(\.key)
      guard texts.count == 1, keys.allSatisfy({ Language(rawValue: $0) != nil }),
        let text = texts.first?.text
      else { return failed(.type(.plain), at: place) }
      return line(text, newlines: newlines, at: place).map(Bilingual.init(both:))
    default: return failed(.type(.plain), at: place)
    }
  }
}
