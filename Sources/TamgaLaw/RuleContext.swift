public import TamgaDomain
import TamgaFormats

/// A decision with everything that the rules may look at.
public struct RuleContext: Sendable {
  public let decision: Decision
  /// The body that issues the paper; nil when the record names none that the office knows.
  public let body: IssuingBody?
  public let policy: OfficePolicy
  /// The day of the examination in the office's calendar.
  public let today: CalendarDate
  /// The edition of the form in force on the issue date; nil when there is none.
  public let edition: Edition?
  public let history: History
  /// Every ground that the acts list, by id.
  public let grounds: [String: Ground]
  /// Every paper that the acts ask applicants for.
  public let papers: RequiredDocuments
  /// Told the name of every input that a rule asks for: the page of facts is made by it.
  var onRead: (@Sendable (String) -> Void)?

  public init(
    decision: Decision, body: IssuingBody?, policy: OfficePolicy, today: CalendarDate,
    edition: Edition?, history: History, grounds: [String: Ground],
    papers: RequiredDocuments = .none
  ) {
    self.decision = decision
    self.body = body
    self.policy = policy
    self.today = today
    self.edition = edition
    self.history = history
    self.grounds = grounds
    self.papers = papers
  }

  public var kind: DocumentKind { decision.kind }
}

// A name is looked up in the fields, then in the facts (contract `facts.md`).
extension RuleContext {
  /// The value of an input.
  ///
  /// - Throws: ``Unanswered`` when the record does not give it, or gives what could not be read.
  subscript<Value>(_ input: InputName<Value>) -> Value {
    get throws(Unanswered) {
      guard let value = given(input) else {
        throw isUnreadable(input) ? unreadable(input) : absent(input)
      }
      return value
    }
  }

  /// The value of an input; nil when it is absent or unreadable.
  func given<Value>(_ input: InputName<Value>) -> Value? {
    let name = name(input)
    if let field = decision.fields[name], let value = Value(field: field) { return value }
    return decision.facts[name].flatMap { Value(fact: $0) }
  }

  /// True when the record gives the input at all.
  func has(_ input: InputName<some InputValue>) -> Bool {
    let name = name(input)
    return decision.fields[name] != nil || decision.facts[name] != nil
  }

  /// True when the input was given and could not be read: a finding about the record says so.
  func isUnreadable(_ input: InputName<some InputValue>) -> Bool {
    decision.unreadable.contains(name(input))
  }

  /// True when the form of this kind has the input among its fields.
  func declares(_ input: InputName<some InputValue>) -> Bool { kind.field(name(input)) != nil }

  /// Where an input stands, for the place of a finding.
  func place(_ input: InputName<some InputValue>) -> String { place(of: name(input)) }

  func place(of name: String) -> String {
    if decision.fields[name] != nil || decision.facts[name] == nil && kind.field(name) != nil {
      return "/fields/\(name)"
    }
    return "/facts/\(name)"
  }

  /// Where a structured fact stands.
  func factPlace(_ input: InputName<JSONValue>) -> JSONPointer {
    JSONPointer().appending("facts").appending(name(input))
  }

  func name(_ input: InputName<some InputValue>) -> String {
    let name = Inputs.table[keyPath: input].name
    onRead?(name)
    return name
  }

  func absent(_ input: InputName<some InputValue>) -> Unanswered { .absent(name(input)) }

  func unreadable(_ input: InputName<some InputValue>) -> Unanswered { .unreadable(name(input)) }

  /// The fact `name`, a flag that a list of papers names; false when it is absent.
  ///
  /// - Throws: ``Unanswered`` when it could not be read.
  func isTrue(fact name: String) throws(Unanswered) -> Bool {
    if case .flag(let flag)? = decision.facts[name] { return flag }
    if decision.unreadable.contains(name) { throw .unreadable(name) }
    return false
  }

  /// The number that the record gives in the field of its kind.
  func numberField() throws(Unanswered) -> Bilingual? {
    let name = kind.number.field
    if case .text(let number)? = decision.fields[name] { return number }
    if decision.unreadable.contains(name) { throw .unreadable(name) }
    return nil
  }

  public func issueDate() throws(Unanswered) -> CalendarDate {
    guard let date = decision.issueDate else { throw .unreadable("issueDate") }
    return date
  }

  /// The ids of the grounds that the decision names; empty when it names none.
  var groundIds: [String] { given(\.groundIds) ?? [] }
}
