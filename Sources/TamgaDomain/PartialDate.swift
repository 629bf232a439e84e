/// A day of which a passport may show the year alone, or the year and the month.
///
/// Designed (rules.md section A): the acts speak of a birth date only, and say nothing of a passport
/// without a day or a month.
public struct PartialDate: Hashable, Sendable {
  /// 1...9999
  public let year: Int
  /// 1...12; nil when only the year is known.
  public let month: Int?
  /// 1...31; nil when it is not known.
  public let day: Int?

  /// A day of which all is known.
  public init(_ date: CalendarDate) {
    year = date.year
    month = date.month
    day = date.day
  }

  /// Reads `yyyy`, `yyyy-MM` or `yyyy-MM-dd`; any other form gives nothing.
  public init?(iso text: some StringProtocol) {
    let whole =
      switch text.utf8.count {
      case 4: "\(text)-01-01"
      case 7: "\(text)-01"
      default: String(text)
      }
    guard let date = CalendarDate(iso: whole) else { return nil }
    year = date.year
    month = text.utf8.count > 4 ? date.month : nil
    day = text.utf8.count > 7 ? date.day : nil
  }

  /// The whole day; nil when a part of it is not known.
  public var whole: CalendarDate? { day == nil ? nil : earliest }

  /// The first day that it may be.
  public var earliest: CalendarDate {
    CalendarDate(year, month ?? 1, day ?? 1)!  // safe: each part was one of a day
  }

  /// The last day that it may be.
  public var latest: CalendarDate {
    let month = month ?? 12
    // safe: the month has this last day
    return CalendarDate(year, month, day ?? CalendarDate.daysIn(month: month, of: year))!
  }

  /// True when what both know is the same.
  public func agrees(with other: PartialDate) -> Bool {
    guard year == other.year else { return false }
    guard let month, let otherMonth = other.month else { return true }
    guard month == otherMonth else { return false }
    guard let day, let otherDay = other.day else { return true }
    return day == otherDay
  }

  /// `1985`, `1985-05` or `1985-05-17`: the form of records.
  public var iso: String { String(earliest.iso.prefix(day != nil ? 10 : month != nil ? 7 : 4)) }

  /// `1985`, `05.1985` or `17.05.1985`: the form of papers in both languages.
  public var printed: String {
    String(earliest.printed.suffix(day != nil ? 10 : month != nil ? 7 : 4))
  }
}
