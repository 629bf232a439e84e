public import TamgaFormats

/// An approved decision whose record could be read. Not yet judged: that makes an examined decision.
public struct Decision: Hashable, Sendable {
  /// The exporting system's id, the idempotency key; nil when it is missing or malformed.
  public let id: String?
  /// The kind that the record's `document` names.
  public let kind: DocumentKind
  /// The languages to print, Kazakh first.
  public let languages: [Language]
  /// The code of the issuing body in the office's configuration.
  public let issuingBody: String
  /// Nil when missing or malformed.
  public let issueDate: CalendarDate?
  /// What the paper prints, by the name of the field; fields that are missing or could not be read are not
  /// here.
  public let fields: [String: FieldValue]
  /// What only the rules read, by the name of the fact (contract `facts.md`).
  public let facts: [String: FactValue]
  /// The paper that it follows; nil where the record names none.
  public let previous: PreviousPaper?
  /// Names of fields and facts that were given but could not be read: a finding already says so.
  public let unreadable: Set<String>
  /// The canonical form of the record (`x-` keys aside), whose hash tells a changed record.
  public let canonical: [UInt8]

  /// A decision as a reader of records found it; nothing is judged here.
  public init(
    id: String?, kind: DocumentKind, languages: [Language], issuingBody: String,
    issueDate: CalendarDate?, fields: [String: FieldValue], facts: [String: FactValue],
    previous: PreviousPaper?, unreadable: Set<String>, canonical: [UInt8]
  ) {
    self.id = id
    self.kind = kind
    self.languages = languages
    self.issuingBody = issuingBody
    self.issueDate = issueDate
    self.fields = fields
    self.facts = facts
    self.previous = previous
    self.unreadable = unreadable
    self.canonical = canonical
  }
}

extension Decision {
  /// The same decision as the ground of a further paper: a revocation and its notice, for example.
  ///
  /// - Parameter setting: A field that the further paper prints and Tamga knows: the number of the
  ///   first paper.
  public func asPaper(of kind: DocumentKind, setting: [String: FieldValue] = [:]) -> Decision {
    var fields = fields
    for (name, value) in setting { fields[name] = value }
    return Decision(
      id: id, kind: kind, languages: languages, issuingBody: issuingBody, issueDate: issueDate,
      fields: fields, facts: facts, previous: previous, unreadable: unreadable,
      canonical: canonical)
  }
}

/// The value of a field.
public enum FieldValue: Hashable, Sendable {
  /// Form C of Unicode, one text for both languages or two.
  case text(Bilingual)
  /// A whole day, printed `dd.MM.yyyy`.
  case date(CalendarDate)
  /// A birth date whose day or month is not known; a whole one is a `date`.
  case partialDate(PartialDate)
  /// A whole number, not negative.
  case count(Int)
  /// A moment, printed as it was written.
  case time(Moment)
  /// A code of the manifest's list, or a country's alpha-3 code.
  case code(String)
  /// The items of a list in their order; papers of an applicant stand here by id or by their words.
  case texts([Bilingual])
  /// Ids of ``Ground``, in the order in which they are printed.
  case grounds([String])
}

/// The value of a fact: what only the rules read.
public enum FactValue: Hashable, Sendable {
  /// A whole day.
  case date(CalendarDate)
  /// A birth date whose day or month is not known; a whole one is a `date`.
  case partialDate(PartialDate)
  /// A moment with its offset: of an application, for example.
  case time(Moment)
  /// Whether something is the case.
  case flag(Bool)
  /// A whole number in the unit that the name of the fact tells: days, months, persons, tenge.
  case count(Int)
  /// A word of a fixed list or a free text.
  case text(String)
  /// A structured fact (`conclusions`, `stepDates`), read by its own rules.
  case value(JSONValue)
}

/// A moment with the offset in which it was written (ISO 8601).
public struct Moment: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// Minutes east of UTC.
  public let offset: Int

  /// A moment by its two parts.
  ///
  /// - Parameters:
  ///   - seconds: Since 1970-01-01T00:00:00Z.
  ///   - offset: Minutes east of UTC.
  public init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// The day at the place where it was written.
  public var date: CalendarDate {
    local.date
  }

  /// `dd.MM.yyyy HH:mm` at the place where it was written.
  public var printed: String {
    "\(local.date.printed) \(local.hour):\(local.minute)"
  }

  /// `2021-02-09T19:46+05:00`, at the place where it was written; seconds where there are some.
  public var iso: String {
    let whole = local.time.hasSuffix(":00") ? String(local.time.dropLast(3)) : local.time
    let minutes = abs(offset)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return
      "\(local.date.iso)T\(whole)\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private var local: DayTime { DayTime(seconds + Int64(offset) * 60) }

  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}

/// The paper that a decision extends, reissues, duplicates, revokes or annuls.
public enum PreviousPaper: Hashable, Sendable {
  /// `NUMBER` or `NUMBER~2`.
  case number(String)
  /// The paper of another decision.
  case decision(String)
}
