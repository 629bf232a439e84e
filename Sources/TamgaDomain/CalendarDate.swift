/// A day of the Gregorian calendar, without a time and without a zone: the office's own calendar.
public struct CalendarDate: Hashable, Sendable {
  /// 1...9999
  public let year: Int
  /// 1...12
  public let month: Int
  /// 1...31
  public let day: Int

  /// A day of the years 1 to 9999, or nothing when the calendar has no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads exactly `yyyy-MM-dd` in ASCII digits; any other form gives nothing.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year, month, day)
  }

  /// `yyyy-MM-dd`, the form of records and of the register.
  public var iso: String {
    Self.text([(year, 4), (month, 2), (day, 2)], between: "-")
  }

  /// `dd.MM.yyyy`, the form of papers in both languages.
  public var printed: String {
    Self.text([(day, 2), (month, 2), (year, 4)], between: ".")
  }

  /// - Parameter sign: In ASCII.
  private static func text(
    _ parts: [(value: Int, width: Int)], between sign: Unicode.Scalar
  ) -> String {
    // A day that was counted may lie in a year of five digits.
    guard parts.allSatisfy({ (0...9_999).contains($0.value) }) else {
      return parts.map { padded($0.value, $0.width) }.joined(separator: String(sign))
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      var place = 0
      for (value, width) in parts {
        if place > 0 {
          text[place] = UInt8(ascii: sign)
          place += 1
        }
        var rest = value
        for digit in stride(from: place + width - 1, through: place, by: -1) {
          text[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        place += width
      }
      return place
    }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The number of days in a month, leap years included.
  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable {
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  public var description: String { iso }
}

// Counting
extension CalendarDate {
  /// Days since 1970-01-01, negative before it.
  public var daysSinceEpoch: Int {
    // The year begins in March, so that the leap day is its last.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that lies `days` after 1970-01-01.
  public init(daysSinceEpoch days: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Calendar days from this day to `later`; negative when `later` is earlier.
  public func days(to later: CalendarDate) -> Int { later.daysSinceEpoch - daysSinceEpoch }

  /// That many calendar days later, or earlier for a negative number.
  ///
  /// - Precondition: the day is one of the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: daysSinceEpoch + days)
  }

  /// The same day number `months` later, clamped to the last day of that month.
  ///
  /// `2021-01-31` plus one month is `2021-02-28`; `2024-02-29` plus twelve is `2025-02-28`. The
  /// calendar's own first and last day are the ends.
  ///
  /// - SeeAlso: Law No. 107-II of 27 November 2000 "On administrative procedures", art. 12-1.
  public func adding(months: Int) -> CalendarDate {
    let count = year * 12 + (month - 1) + months
    let y = count >= 0 ? count / 12 : (count - 11) / 12
    let m = count - y * 12 + 1
    guard y >= 1 else { return CalendarDate(1, 1, 1)! }  // safe: a day of the calendar
    guard y <= 9999 else { return CalendarDate(9999, 12, 31)! }  // safe: as above
    let last = Self.daysIn(month: m, of: y)
    return CalendarDate(y, m, min(day, last))!  // safe: the day is clamped to the month
  }

  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 + 1 }

  /// Full years of a person born on this day, on `day`. Born on 29 February: the birthday of other
  /// years is 1 March (designed, rules.md section A).
  public func age(on day: CalendarDate) -> Int {
    let reached = (day.month, day.day) >= (month, self.day)
    return day.year - year - (reached ? 0 : 1)
  }
}
