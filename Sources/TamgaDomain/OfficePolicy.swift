/// What an office has settled where the acts leave room: the settings that the rules read.
public struct OfficePolicy: Hashable, Sendable {
  /// What the absence of a fact means (contract `facts.md`).
  public enum Facts: String, Hashable, Sendable {
    /// An error of the rule that needs it.
    case strict
    /// The rule is skipped and listed as not checked.
    case given
  }

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
  /// True when the office has a signer for electronic documents (QC-EDS).
  public var hasDocumentSigner: Bool

  public init(
    facts: Facts = .strict, visaFreeThreeMonths: Set<String>? = nil,
    holidays: Set<CalendarDate> = [], maxBackdatingDays: Int? = nil,
    backdating: Level = .warning,
    statutoryFamilyTermMonths: Int? = nil, domesticWorkersLimit: Int? = nil,
    hasDocumentSigner: Bool = false
  ) {
    self.facts = facts
    self.visaFreeThreeMonths = visaFreeThreeMonths
    self.holidays = holidays
    self.maxBackdatingDays = maxBackdatingDays
    self.backdating = backdating
    self.statutoryFamilyTermMonths = statutoryFamilyTermMonths
    self.domesticWorkersLimit = domesticWorkersLimit
    self.hasDocumentSigner = hasDocumentSigner
  }

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

/// A body that issues papers, as the office's configuration names it.
public struct IssuingBody: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case police
    case localExecutiveBody = "local-executive-body"
    case stateCorporation = "state-corporation"
    case internalAffairs = "internal-affairs"
  }

  public let code: String
  public let kind: Kind
  /// The place in allotted numbers, for example `ALA`.
  public let place: String
  public let name: Bilingual

  public init(code: String, kind: Kind, place: String, name: Bilingual) {
    self.code = code
    self.kind = kind
    self.place = place
    self.name = name
  }
}
