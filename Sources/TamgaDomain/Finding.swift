/// How much a finding weighs.
public enum Level: String, Hashable, Sendable {
  /// The paper must not be produced.
  case error
  /// A person must look at it; the paper is produced.
  case warning
  /// Said for the record.
  case information
}

/// One thing found in a decision. Carries no personal data: only where to look and what to do.
public struct Finding: Hashable, Sendable {
  /// The id of the rule (`LIM-GAP-30`) or of the finding about the record itself (`REC-TYPE`).
  public let rule: String
  /// How much it weighs; one ``Level/error`` is enough to stop the paper.
  public let level: Level
  /// A JSON pointer (RFC 6901) into the record; empty for the record as a whole.
  public let place: String
  /// What is wrong and what to do, one sentence.
  public let message: Message
  /// What the law asks for; nil for findings about the form of the record.
  public let citation: Citation?
  /// True when the rule could not be applied because a fact is absent and the office's setting
  /// allows that (`facts: given`).
  public let notChecked: Bool
  /// Values that would end the finding, the likeliest first; empty where none is known.
  public let suggestions: [Suggestion]

  /// A finding of a rule at a place of the record.
  public init(
    _ rule: String, _ level: Level, at place: String, _ message: Message,
    citation: Citation? = nil, notChecked: Bool = false, suggestions: [Suggestion] = []
  ) {
    self.rule = rule
    self.level = level
    self.place = place
    self.message = message
    self.citation = citation
    self.notChecked = notChecked
    self.suggestions = suggestions
  }
}

/// A value that a person may take over with one key, instead of typing it.
public struct Suggestion: Hashable, Sendable {
  /// A JSON pointer (RFC 6901) into the record.
  public let place: String
  /// As a record writes it: a day is ISO, a country is its code.
  public let value: String
  /// What people call the value.
  public let words: Message

  /// A value for a place of the record, and what it is called.
  public init(at place: String, _ value: String, _ words: Message) {
    self.place = place
    self.value = value
    self.words = words
  }

  /// A value that is called what it is: a number, a count.
  public init(at place: String, _ value: String) {
    self.init(at: place, value, Message(kk: value, ru: value, en: value))
  }

  /// A day, called as papers print it.
  public init(at place: String, _ day: CalendarDate) {
    self.init(at: place, day.iso, Message(kk: day.printed, ru: day.printed, en: day.printed))
  }
}
