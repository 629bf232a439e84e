public import TamgaDomain

/// A decision with everything that the rules may look at.
public struct Case: Sendable {
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

// Inputs. A name is looked up in the fields, then in the facts (contract `facts.md`); each accessor
// throws when the input is absent or unreadable.
extension Case {
  /// True when the record gives the input at all.
  public func has(_ name: String) -> Bool {
    decision.fields[name] != nil || decision.facts[name] != nil
  }

  /// Where an input stands, for the place of a finding.
  public func place(_ name: String) -> String {
    if decision.fields[name] != nil || decision.facts[name] == nil && kind.field(name) != nil {
      return "/fields/\(name)"
    }
    return "/facts/\(name)"
  }

  public func date(_ name: String) throws(Unanswered) -> CalendarDate {
    switch decision.fields[name] {
    case .date(let date)?: return date
    case .time(let moment)?: return moment.date
    default: break
    }
    switch decision.facts[name] {
    case .date(let date)?: return date
    case .time(let moment)?: return moment.date
    default: throw missing(name)
    }
  }

  public func time(_ name: String) throws(Unanswered) -> Moment {
    if case .time(let moment)? = decision.fields[name] { return moment }
    if case .time(let moment)? = decision.facts[name] { return moment }
    throw missing(name)
  }

  public func count(_ name: String) throws(Unanswered) -> Int {
    if case .count(let count)? = decision.fields[name] { return count }
    if case .count(let count)? = decision.facts[name] { return count }
    throw missing(name)
  }

  public func flag(_ name: String) throws(Unanswered) -> Bool {
    if case .flag(let flag)? = decision.facts[name] { return flag }
    throw missing(name)
  }

  /// A word of a fixed list: a code field or a fact.
  public func word(_ name: String) throws(Unanswered) -> String {
    if case .code(let code)? = decision.fields[name] { return code }
    if case .text(let text)? = decision.facts[name] { return text }
    throw missing(name)
  }

  /// A printed text; a fact counts for both languages.
  public func text(_ name: String) throws(Unanswered) -> Bilingual {
    if case .text(let text)? = decision.fields[name] { return text }
    if case .text(let text)? = decision.facts[name] { return Bilingual(both: text) }
    throw missing(name)
  }

  /// A structured fact, as it stood in the record.
  public func structure(_ name: String) throws(Unanswered) -> JSONValue {
    if case .value(let value)? = decision.facts[name] { return value }
    throw missing(name)
  }

  public func issueDate() throws(Unanswered) -> CalendarDate {
    guard let date = decision.issueDate else { throw .unreadable("issueDate") }
    return date
  }

  /// The ids of the grounds that the decision names; empty when it names none.
  public var groundIds: [String] {
    if case .grounds(let ids)? = decision.fields["groundIds"] { ids } else { [] }
  }

  private func missing(_ name: String) -> Unanswered {
    decision.unreadable.contains(name) ? .unreadable(name) : .absent(name)
  }
}
