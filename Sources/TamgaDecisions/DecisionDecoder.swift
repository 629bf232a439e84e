import TamgaDomain
import TamgaFormats
import TamgaLaw

/// One record being read: what was found so far, and which of its members may not be used.
struct DecisionDecoder {
  let parser: DecisionParser
  private let members: [JSONValue.Member]
  private var findings: [Finding] = []
  /// Members of the top, of `fields` and of `facts` in which something may not be in a record.
  private var spoiled: Set<String> = []
  private(set) var spoiledFields: Set<String> = []
  private(set) var spoiledFacts: Set<String> = []
  /// The languages that are asked for.
  private(set) var languages: [Language] = [.kk, .ru]
  /// Names of fields and facts that were given and could not be read.
  var unreadable: Set<String> = []

  static let topKeys = [
    "id", "document", "languages", "issuingBody", "issueDate", "fields", "facts", "previous",
  ]

  init(
    _ parser: DecisionParser, _ members: [JSONValue.Member], _ irregularities: [JSONIrregularity]
  ) {
    self.parser = parser
    self.members = members
    for irregularity in irregularities { take(irregularity) }
  }

  mutating func run(canonical: [UInt8]) -> ParsedDecision {
    let kind = self.kind()
    for member in members where !member.key.hasPrefix("x-") {
      if !Self.topKeys.contains(member.key) { add(unknown(member.key, kind), at: [member.key]) }
    }
    let id = self.id()
    readLanguages()
    let body = issuingBody()
    let day = issueDate()
    let previous = self.previous(of: id)
    var fields: [String: FieldValue] = [:]
    let given = object("fields")
    if let kind { fields = self.fields(of: kind, in: given) }
    let facts = self.facts(in: object("facts"), kind)
    let decision = kind.map {
      Decision(
        id: id, kind: $0, languages: languages, issuingBody: body ?? "", issueDate: day,
        fields: fields, facts: facts, previous: previous, unreadable: unreadable,
        canonical: canonical)
    }
    return ParsedDecision(id: id, decision: decision, findings: findings)
  }

  // MARK: Findings

  mutating func add(_ problem: RecordProblem, at path: [String]) {
    add(problem, at: path.reduce(JSONPointer()) { $0.appending($1) })
  }

  mutating func add(_ problem: RecordProblem, at place: JSONPointer) {
    if findings.count < RecordLimits.findings {
      findings.append(problem.finding(at: place))
    } else if findings.count == RecordLimits.findings {
      findings.append(RecordProblem.furtherFindings.finding(at: JSONPointer()))
    }
  }

  private mutating func take(_ irregularity: JSONIrregularity) {
    let isStructure = irregularity.kind == .duplicateKey || irregularity.kind == .nesting
    // What is carried and ignored may hold any text; its shape is still that of a record.
    if irregularity.isPrivate, !isStructure { return }
    switch irregularity.kind {
    case .duplicateKey: add(.duplicateKey, at: irregularity.place)
    case .characters(let text):
      if let refused = RefusedCharacter(in: text) {
        add(.characters(refused), at: irregularity.place)
      }
    case .keyCharacters: return add(.keyCharacters, at: irregularity.place)
    case .key: return add(.limit(.key), at: irregularity.place)
    case .nesting, .text, .list, .number: add(.limit(irregularity.kind), at: irregularity.place)
    }
    guard case .key(let top)? = irregularity.path.first else { return }
    guard top == "fields" || top == "facts", irregularity.path.count > 1 else {
      spoiled.insert(top)
      return
    }
    guard case .key(let name) = irregularity.path[1] else { return }
    if top == "fields" { spoiledFields.insert(name) } else { spoiledFacts.insert(name) }
  }

  // MARK: The top

  /// What stands under a key of the top.
  enum Given {
    case absent
    /// A finding already says why it cannot be used.
    case spoiled
    case value(JSONValue)
  }

  private func given(_ key: String) -> Given {
    if spoiled.contains(key) { return .spoiled }
    switch members.first(where: { $0.key == key })?.value {
    case nil, .null: return .absent
    case .text(let text) where isBlank(text): return .absent
    case let value?: return .value(value)
    }
  }

  /// The members of an object at the top: none when it is absent, nil when it cannot be used.
  private mutating func object(_ key: String) -> [JSONValue.Member]? {
    switch given(key) {
    case .absent: return []
    case .spoiled: return nil
    case .value(.object(let members)): return members
    case .value:
      add(.type(.object), at: [key])
      return nil
    }
  }

  private mutating func kind() -> DocumentKind? {
    switch given("document") {
    case .absent: add(.documentMissing, at: ["document"])
    case .spoiled: break
    case .value(.text(let name)):
      if let kind = parser.kind(name) { return kind }
      add(.unknownDocument(NearestName.of(name, among: parser.kindNames)), at: ["document"])
    case .value: add(.type(.text), at: ["document"])
    }
    return nil
  }

  private mutating func id() -> String? {
    switch given("id") {
    case .absent: add(.idMissing, at: ["id"])
    case .spoiled: break
    case .value(.text(let id)) where Self.isID(id): return id
    case .value: add(.id, at: ["id"])
    }
    return nil
  }

  /// 1 to 64 characters of `A-Z a-z 0-9 . _ : / -`.
  static func isID(_ text: String) -> Bool {
    (1...RecordLimits.idCharacters).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "_"): true  // - . / 0-9 :
        default: false
        }
      }
  }

  private mutating func readLanguages() {
    guard case .value(let value) = given("languages") else { return }
    guard case .array(let items) = value, !items.isEmpty else {
      return add(.languages, at: ["languages"])
    }
    let known = items.compactMap { $0.text.flatMap(Language.init(rawValue:)) }
    let named = Set(known)
    if named.count != items.count { add(.languages, at: ["languages"]) }
    if !named.isEmpty { languages = named.sorted() }
  }

  private mutating func issuingBody() -> String? {
    switch given("issuingBody") {
    case .absent: add(.blank, at: ["issuingBody"])
    case .spoiled: break
    case .value(.text(let code)):
      guard let bodies = parser.bodies, !bodies.contains(code) else { return code }
      add(.unknownBody(NearestName.of(code, among: bodies.sorted())), at: ["issuingBody"])
      return code
    case .value: add(.type(.text), at: ["issuingBody"])
    }
    return nil
  }

  private mutating func issueDate() -> CalendarDate? {
    switch given("issueDate") {
    case .absent: add(.blank, at: ["issueDate"])
    case .spoiled: break
    case .value(let value): return date(value, at: JSONPointer().appending("issueDate"))
    }
    return nil
  }

  private mutating func previous(of id: String?) -> PreviousPaper? {
    switch given("previous") {
    case .absent, .spoiled: return nil
    case .value(.text(let number)) where isPaperNumber(number): return .number(number)
    case .value(.object(let members)):
      for member in members where !member.key.hasPrefix("x-") && member.key != "decision" {
        add(.previous, at: ["previous", member.key])
      }
      guard let earlier = members.first(where: { $0.key == "decision" })?.value.text,
        Self.isID(earlier)
      else {
        add(.previous, at: ["previous"])
        return nil
      }
      guard earlier != id else {
        add(.previousIsItself, at: ["previous", "decision"])
        return nil
      }
      return .decision(earlier)
    case .value:
      add(.previous, at: ["previous"])
      return nil
    }
  }

  /// `NUMBER` or `NUMBER~2`; the numbers of other offices may hold letters and marks of any kind.
  private func isPaperNumber(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= RecordLimits.numberScalars, !text.contains("\n") else {
      return false
    }
    let parts = text.split(separator: "~", omittingEmptySubsequences: false)
    guard let number = parts.first, !isBlank(number), parts.count <= 2 else { return false }
    guard parts.count == 2 else { return true }
    return Int(parts[1]).map { (1...999).contains($0) && !parts[1].hasPrefix("+") } ?? false
  }

  private func unknown(_ key: String, _ kind: DocumentKind?) -> RecordProblem {
    if RecordFields.derived.contains(key) { return .unknownKey(.derived) }
    if kind?.field(key) != nil { return .unknownKey(.fields) }
    if FactCatalogue.type(of: key) != nil { return .unknownKey(.facts) }
    return .unknownKey(NearestName.of(key, among: Self.topKeys).map { .name($0) })
  }
}

/// True for a text without anything to see.
func isBlank(_ text: some StringProtocol) -> Bool {
  text.unicodeScalars.allSatisfy {
    // Most texts begin with a character that is surely seen.
    !(0x21...0x7E).contains($0.value) && !(0x400...0x47F).contains($0.value)
      && ($0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint)
  }
}
