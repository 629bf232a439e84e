import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct CountingTests {
  static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  @Test(arguments: [
    ("9999-11-30", 1, "9999-12-30", "inside the calendar"),
    ("9999-12-01", 1, "9999-12-31", "a month past its end"),
    ("9999-12-31", 3660, "9999-12-31", "the greatest parameter"),
    ("2021-01-31", 1, "2021-02-28", "clamped as everywhere"),
  ])
  func monthsStopAtTheLastDay(_ from: String, _ months: Int, _ to: String, _ why: String) throws {
    #expect(try Self.day(from).adding(months: months) == Self.day(to), "\(why)")
  }

  @Test(arguments: [
    ("9999-12-30", 1, "9999-12-31"), ("9999-12-31", 1, "9999-12-31"),
    ("2021-02-28", 1, "2021-03-01"),
  ])
  func daysStopAtTheLastDay(_ from: String, _ days: Int, _ to: String) throws {
    #expect(try Self.day(from).after(days: days) == Self.day(to))
  }

  @Test func lastDayIsTheLastOfTheCalendar() throws {
    #expect(try CalendarDate.last == Self.day("9999-12-31"))
  }

  @Test(arguments: [
    ("2008-04-01", "2024-04-01", "an ordinary day"),
    ("2008-02-29", "2024-02-29", "a leap year again"),
    ("2084-02-29", "2100-03-01", "no leap day that year"),
  ])
  func sixteenthBirthday(_ birth: String, _ birthday: String, _ why: String) throws {
    let day = try Self.day(birth).birthday(16)
    #expect(try day == Self.day(birthday), "\(why)")
    #expect(
      try Self.day(birth).age(on: day) == 16 && Self.day(birth).age(on: day.adding(days: -1)) == 15)
  }

  @Test(arguments: [
    (1, "2021-03-05", "2021-03-09", "Friday, a holiday on Monday"),
    (1, "2021-03-04", "2021-03-05", "Thursday"),
    (3, "2021-03-05", "2021-03-11", "three over the weekend and the holiday"),
    (5, "2021-03-19", "2021-03-29", "a week with a holiday"),
    (1, "2021-03-06", "2021-03-09", "Saturday"),
  ])
  func nthWorkingDay(_ count: Int, _ start: String, _ expected: String, _ why: String) throws {
    let holidays: Set<CalendarDate> = [try Self.day("2021-03-08"), try Self.day("2021-03-22")]
    let policy = OfficePolicy(holidays: holidays)
    let last = try policy.workingDay(count, after: Self.day(start))
    #expect(try last == Self.day(expected), "\(why)")
    #expect(try policy.workingDays(after: Self.day(start), through: last) == count)
  }

  @Test(arguments: [
    ("KARIMOV ANVAR", true, "capitals"), ("Þórður Ægisson-Łuk", true, "diacritics"),
    ("Ìbrahim", true, "composed"), ("I\u{300}brahim", true, "decomposed"), ("", false, "nothing"),
    ("...", false, "no letter"), ("Иван", false, "Cyrillic"), ("Ivan, Petr", false, "a comma"),
    ("Ivan/Petr", false, "a slash"), ("\u{FF21}NNA", false, "a full-width letter"),
    ("Anna\u{301}", true, "a combining accent"), ("Anna\n", false, "a line break"),
    ("Anna\u{2018}", false, "a quotation mark that opens"), ("李", false, "Chinese"),
  ])
  func latinName(_ name: String, _ isLatin: Bool, _ why: String) {
    #expect(name.isLatinName == isLatin, "\(why)")
  }

  @Test(arguments: [
    ("ішкі істер", "", "Cyrillic"), ("iшкi", "i", "one letter twice"),
    ("көрcетуге", "c", "one letter once"), ("Aлмaты қaласы", "Aa", "two letters"),
    ("IT маман", "", "a Latin word apart"), ("A4-форма", "", "digit and hyphen part words"),
    ("Ivanov Петр", "", "two names"), ("", "", "nothing"), ("ҚазҰУ KazNU", "", "both names"),
  ])
  func mixedWords(_ text: String, _ letters: String, _ why: String) {
    let found = text.latinLettersInCyrillicWords
    #expect(String(String.UnicodeScalarView(found.map(\.scalar))) == letters, "\(why)")
    for (scalar, position) in found {
      #expect(Array(text.unicodeScalars)[position - 1] == scalar, "\(why)")
    }
  }
}
