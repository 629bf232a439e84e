public import TamgaDomain

/// One requirement of law, judged on one decision.
///
/// A rule is a function of the case: it reads no clock, file or register. A rule says nothing when
/// its condition is false ("if …"), and throws ``Unanswered`` through the accessors of ``RuleContext``
/// when an input is absent: the ruleset then reports it as the office's `facts` setting says.
public protocol Rule: Sendable {
  /// The id of `rules.md`, for example `LIM-GAP-30`.
  static var id: String { get }
  static var citation: Citation { get }
  /// The strongest level that the rule can give.
  static var level: Level { get }

  /// - Throws: ``InvalidParameter`` when the manifest's parameters are not this rule's.
  init(parameters: [String: RuleParameter]) throws(InvalidParameter)

  func findings(in c: RuleContext) throws(Unanswered) -> [Finding]
}

/// A rule without parameters.
public protocol PlainRule: Rule {
  init()
}

extension PlainRule {
  public init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    if let name = parameters.keys.sorted().first { throw InvalidParameter(Self.id, name) }
    self.init()
  }
}

extension Rule {
  /// A finding of this rule at its own level unless another is given.
  ///
  /// - Parameter days: Days at `place` that would end the finding, the likeliest first.
  func found(
    at place: String, _ level: Level? = nil, suggesting days: [CalendarDate] = [], kk: String,
    ru: String, en: String
  ) -> Finding {
    found(
      at: place, level, offering: days.map { Suggestion(at: place, $0) }, kk: kk, ru: ru, en: en)
  }

  /// The same with values of any kind.
  func found(
    at place: String, _ level: Level? = nil, offering suggestions: [Suggestion], kk: String,
    ru: String, en: String
  ) -> Finding {
    Finding(
      Self.id, level ?? Self.level, at: place, Message(kk: kk, ru: ru, en: en),
      citation: Self.citation, suggestions: suggestions)
  }
}

/// A manifest gives a rule a parameter that the rule does not have, or of another type.
public struct InvalidParameter: Problem, Hashable {
  public enum Code: String, ProblemCode { case parameter = "law-parameter" }

  public let rule: String
  public let parameter: String

  init(_ rule: String, _ parameter: String) {
    self.rule = rule
    self.parameter = parameter
  }

  public var code: Code { .parameter }
  public var place: String { "\(rule)/\(parameter)" }
  public var message: Message {
    Message(
      kk: "ережеде мұндай параметр жоқ немесе мәні жарамсыз",
      ru: "у правила нет такого параметра, или его значение негодно",
      en: "the rule has no such parameter, or its value is not valid")
  }
  public var hint: Message? {
    Message(
      kk: "манифесті «tamga templates check» арқылы тексеріңіз",
      ru: "проверьте манифест: «tamga templates check»",
      en: "examine the manifest: 'tamga templates check'")
  }
}

/// Why a rule could not answer.
public enum Unanswered: Error, Hashable, Sendable {
  /// The record does not carry this fact or field.
  case absent(String)
  /// The office has not set this.
  case setting(OfficeSetting)
  /// It was given but could not be read; a finding about the record already says so.
  case unreadable(String)
}
