import TamgaDomain
import TamgaFormats
import TamgaLaw

/// What can be wrong with a record itself, as opposed to the decision in it.
enum RecordProblem: Hashable, Sendable {
  case json(JSONFault.Code, line: Int, column: Int)
  case recordTooLong
  case notAnObject
  case duplicateKey
  case limit(JSONIrregularity.Kind)
  case characters(RefusedCharacter)
  case keyCharacters
  case newline
  case unknownKey(Suggestion?)
  case unknownFact(Suggestion?)
  case furtherUnknownFacts
  case furtherFindings
  case type(Expected)
  case date
  case partialDate
  case time
  case count(limit: Int)
  case idMissing
  case id
  case documentMissing
  case unknownDocument(String?)
  case unknownBody(String?)
  case unknownPaper(String?)
  case languages
  case previous
  case previousIsItself
  case blank
  case blankIn(Language)

  /// Where a key was perhaps meant to stand, or what it was perhaps meant to be.
  enum Suggestion: Hashable, Sendable {
    case name(String)
    case top, fields, facts
    /// Tamga writes it itself.
    case derived
  }

  enum Expected: Hashable, Sendable {
    case object, text, plain, bilingual, dateText, partialDateText, timeText, count, flag, country,
      iin, texts
    case grounds, conclusions, stepDates
    case code([String])
  }

  /// The id under which the finding is listed.
  var rule: String {
    switch self {
    case .json: "REC-JSON"
    case .recordTooLong, .limit, .furtherFindings, .count: "REC-LIMIT"
    case .duplicateKey: "REC-DUPLICATE-KEY"
    case .characters, .keyCharacters, .newline: "REC-CHARACTERS"
    case .unknownKey: "REC-UNKNOWN-KEY"
    case .unknownFact, .furtherUnknownFacts: "REC-UNKNOWN-FACT"
    case .notAnObject, .type: "REC-TYPE"
    case .date, .partialDate, .time: "REC-DATE"
    case .idMissing, .id: "REC-ID"
    case .documentMissing, .unknownDocument: "REC-UNKNOWN-DOCUMENT"
    case .unknownBody: "REC-UNKNOWN-BODY"
    case .unknownPaper: "REC-UNKNOWN-PAPER"
    case .languages: "REC-LANGUAGES"
    case .previous, .previousIsItself: "REC-PREVIOUS"
    case .blank, .blankIn: Ruleset.ofBlankFields
    }
  }

  var level: Level {
    switch self {
    case .unknownFact, .furtherUnknownFacts: .warning
    default: .error
    }
  }

  /// The code that was perhaps meant.
  private func suggestions(at place: JSONPointer) -> [TamgaDomain.Suggestion] {
    switch self {
    case .unknownBody(let near?), .unknownPaper(let near?), .unknownDocument(let near?):
      [TamgaDomain.Suggestion(at: place.description, near)]
    default: []
    }
  }

  func finding(at place: JSONPointer) -> Finding {
    Finding(rule, level, at: place.description, message, suggestions: suggestions(at: place))
  }
}
