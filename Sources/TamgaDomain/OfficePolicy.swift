/// What an office has settled where the acts leave room: the settings that the rules read.
public struct OfficePolicy: Hashable, Sendable {
  /// What the absence of a fact means (contract `facts.md`).
  public enum Facts: String, CaseIterable, Hashable, Sendable {
    /// An error of the rule that needs it.
    case strict
    /// The rule is skipped and listed as not checked.
    case given
  }

  /// What a rule does that misses a fact.
  public var facts: Facts
  /// Alpha-3 codes of countries whose agreement allows a visa-free stay of three months; nil when
  /// the office has not said.
  public var visaFreeThreeMonths: Set<String>?
  /// Days off besides Saturdays and Sundays.
  public var holidays: Set<CalendarDate>
  /// Days by which an issue date may lie back without a warning; nil for no limit.
  public var maxBackdatingDays: Int?
  /// What an older issue date is: a warning, or an error where the office says so.
  public var backdating: Level
  /// Months; the term of the Law for family reunification (TRP-FAMILY).
  public var statutoryFamilyTermMonths: Int?
  /// Papers on contracts with one employer of domestic workers (TRP-DOMESTIC-COUNT).
  public var domesticWorkersLimit: Int?
  /// Days after the issue date within which a term begins (GEN-TERM-START).
  public var maxTermStartDays: Int
  /// The day from which on every paper of the office's own bodies is in the register
  /// (GEN-SUCCESSOR-NAMED).
  public var registerSince: CalendarDate?
  /// The places in the numbers of the office's own bodies.
  public var places: Set<String>
  /// Ended forms that the office goes on with, by the id of the document.
  public var formsInUse: [String: FormInUse]
  /// True when the office has a signer for electronic documents (QC-EDS).
  public var hasDocumentSigner: Bool
  /// The codes of bodies whose certificates the office has: their papers are signed when they are made.
  public var signingBodies: Set<String> = []

  /// Without arguments, what holds for an office that has settled nothing; `tamga.yaml` of a new office
  /// settles more.
  public init(
    facts: Facts = .strict, visaFreeThreeMonths: Set<String>? = nil,
    holidays: Set<CalendarDate> = [], maxBackdatingDays: Int? = nil,
    backdating: Level = .warning,
    statutoryFamilyTermMonths: Int? = nil, domesticWorkersLimit: Int? = nil,
    maxTermStartDays: Int = standardTermStartDays, registerSince: CalendarDate? = nil,
    places: Set<String> = [], formsInUse: [String: FormInUse] = [:],
    hasDocumentSigner: Bool = false
  ) {
    self.facts = facts
    self.visaFreeThreeMonths = visaFreeThreeMonths
    self.holidays = holidays
    self.maxBackdatingDays = maxBackdatingDays
    self.backdating = backdating
    self.statutoryFamilyTermMonths = statutoryFamilyTermMonths
    self.domesticWorkersLimit = domesticWorkersLimit
    self.maxTermStartDays = maxTermStartDays
    self.registerSince = registerSince
    self.places = places
    self.formsInUse = formsInUse
    self.hasDocumentSigner = hasDocumentSigner
  }

  /// What holds where the office has said nothing.
  public static let standardTermStartDays = 30

  /// True on Monday to Friday unless the day is a holiday. Saturday is no working day, although
  /// police units are open on it (rules.md section A).
  public func isWorkingDay(_ day: CalendarDate) -> Bool {
    day.weekday <= 5 && !holidays.contains(day)
  }

  /// Working days after `start` up to and including `end`; the day of the event is not counted.
  public func workingDays(after start: CalendarDate, through end: CalendarDate) -> Int {
    guard start < end else { return 0 }
    return (1...start.days(to: end)).count { isWorkingDay(start.adding(days: $0)) }
  }
}

/// A form whose act has ended and that an office goes on with, because its ministry said so (rules.md,
/// GEN-EDITION).
public struct FormInUse: Hashable, Sendable {
  /// The last day on which papers of the form may be dated.
  public let until: CalendarDate
  /// What the ministry said it in; stands at the foot of the paper.
  public let basis: Bilingual

  /// A last day and the ministry’s letter, as `formsInUse` of `tamga.yaml` gives them.
  public init(until: CalendarDate, basis: Bilingual) {
    self.until = until
    self.basis = basis
  }
}

/// A body that issues papers, as the office's configuration names it.
public struct IssuingBody: Hashable, Sendable {
  /// Which organisation a body belongs to; the rules and the heads of papers go by it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A migration service unit of a police department.
    case police
    /// An akimat: an employment authority of a region or a city.
    case localExecutiveBody = "local-executive-body"
    /// «Government for Citizens», which takes applications in and hands papers over.
    case stateCorporation = "state-corporation"
    /// Another body of the Ministry of Internal Affairs.
    case internalAffairs = "internal-affairs"
  }

  /// What records call it in `issuingBody`, for example `ALA-MPS-01`; the key in `tamga.yaml`.
  public let code: String
  /// Which rules and heads of papers go by.
  public let kind: Kind
  /// The place in allotted numbers, for example `ALA`.
  public let place: String
  /// In the nominative, as papers print it.
  public let name: Bilingual
  /// The name in the genitive, for the line of a head; nil where the office has not said.
  public let nameGenitive: Bilingual?
  /// True for a body that is itself the migration unit.
  public let isMigrationUnit: Bool

  /// A body as `issuingBodies` of `tamga.yaml` gives it.
  public init(
    code: String, kind: Kind, place: String, name: Bilingual, nameGenitive: Bilingual? = nil,
    isMigrationUnit: Bool = false
  ) {
    self.code = code
    self.kind = kind
    self.place = place
    self.name = name
    self.nameGenitive = nameGenitive
    self.isMigrationUnit = isMigrationUnit
  }
}
