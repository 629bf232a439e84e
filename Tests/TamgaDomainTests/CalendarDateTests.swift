import TamgaDomain
import Testing

@Suite struct CalendarDateTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let from: String
    let count: Int
    let to: String
    let why: String
    var testDescription: String { why }
  }

  static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  // Reading

  /// Days over the whole calendar, a step of a prime number of days apart, and all of its edges.
  static let samples: [CalendarDate] = {
    let first = -719_162  // 0001-01-01
    let last = 2_932_896  // 9999-12-31
    return stride(from: first, through: last, by: 997).map { CalendarDate(daysSinceEpoch: $0) }
      + [first, last, -1, 0, 1].map { CalendarDate(daysSinceEpoch: $0) }
  }()

  @Test func isoReadsBackWhatItWrote() throws {
    #expect(Self.samples.count > 3600)
    for date in Self.samples {
      #expect(CalendarDate(iso: date.iso) == date && date.iso.utf8.count == 10)
      #expect(CalendarDate(daysSinceEpoch: date.daysSinceEpoch) == date)
      #expect(CalendarDate(date.year, date.month, date.day) == date)
    }
  }

  @Test func neighboursDifferByOneDayAndOneWeekday() {
    for date in Self.samples.filter({ $0.year < 9999 }) {
      let next = date.adding(days: 1)
      #expect(date < next && date.days(to: next) == 1 && next.days(to: date) == -1)
      #expect(next.weekday == date.weekday % 7 + 1)
      let isNewMonth = date.day == CalendarDate.daysIn(month: date.month, of: date.year)
      #expect(next.day == (isNewMonth ? 1 : date.day + 1))
    }
  }

  @Test(arguments: [
    "2021-02-29", "2100-02-29", "2021-00-10", "2021-13-01", "2021-01-00", "2021-01-32",
    "2021-04-31",
    "0000-01-01", "10000-01-01", "2021-1-01", "2021/01/01", "21-01-01", "2021-01-01 ",
    " 2021-01-01",
    "+021-01-01", "-001-01-01", "2021-01-01T00", "２０２１-01-01", "", "----------",
  ])
  func refuses(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test(arguments: ["0001-01-01", "9999-12-31", "2000-02-29", "2024-02-29", "2021-12-31"])
  func reads(_ text: String) throws { #expect(try Self.day(text).iso == text) }

  @Test func printsForPapers() throws {
    #expect(try Self.day("2021-02-09").printed == "09.02.2021")
    #expect(try Self.day("0007-11-30").printed == "30.11.0007")
    // The end of a certificate without an end, a day further on (RFC 5280, 4.1.2.5).
    let last = try Self.day("9999-12-31").daysSinceEpoch
    #expect(CalendarDate(daysSinceEpoch: last + 1).iso == "10000-01-01")
    #expect(CalendarDate(daysSinceEpoch: last + 1).printed == "01.01.10000")
    #expect(CalendarDate(daysSinceEpoch: -800_000).iso == "-221-09-04")
  }

  // Counting

  static let months: [Row] = [
    Row(from: "9999-11-30", count: 2, to: "9999-12-31", why: "the calendar's last day is the end"),
    Row(from: "0001-02-01", count: -3, to: "0001-01-01", why: "and its first day the other"),
    Row(from: "2021-01-31", count: 1, to: "2021-02-28", why: "clamped to February"),
    Row(from: "2020-01-31", count: 1, to: "2020-02-29", why: "clamped to a leap February"),
    Row(from: "2021-02-10", count: 3, to: "2021-05-10", why: "the corresponding day"),
    Row(from: "2024-02-29", count: 12, to: "2025-02-28", why: "a year from a leap day"),
    Row(from: "2024-02-29", count: 48, to: "2028-02-29", why: "four years from a leap day"),
    Row(from: "2021-11-30", count: 3, to: "2022-02-28", why: "over a new year, clamped"),
    Row(from: "2021-12-31", count: 1, to: "2022-01-31", why: "over a new year"),
    Row(from: "2021-08-31", count: 1, to: "2021-09-30", why: "clamped to thirty days"),
    Row(from: "2021-02-28", count: 1, to: "2021-03-28", why: "a last day stays a number"),
    Row(from: "2021-05-10", count: 0, to: "2021-05-10", why: "nothing"),
    Row(from: "2021-01-31", count: -2, to: "2020-11-30", why: "backwards"),
    Row(from: "2021-03-31", count: -15, to: "2019-12-31", why: "backwards over two new years"),
  ]

  @Test(arguments: months) func addsMonths(_ row: Row) throws {
    #expect(try Self.day(row.from).adding(months: row.count) == Self.day(row.to))
  }

  static let days: [Row] = [
    Row(from: "2021-03-31", count: 30, to: "2021-04-30", why: "thirty days after a permit"),
    Row(from: "2021-03-31", count: 31, to: "2021-05-01", why: "thirty-one"),
    Row(from: "2024-04-01", count: 90, to: "2024-06-30", why: "the days of an applicant"),
    Row(from: "2024-04-01", count: 180, to: "2024-09-28", why: "half a year"),
    Row(from: "2024-02-28", count: 2, to: "2024-03-01", why: "over a leap day"),
    Row(from: "1970-01-01", count: -1, to: "1969-12-31", why: "before the epoch"),
    Row(from: "2000-02-28", count: 2, to: "2000-03-01", why: "a leap century"),
    Row(from: "1900-02-28", count: 1, to: "1900-03-01", why: "a common century"),
  ]

  @Test(arguments: days) func addsDays(_ row: Row) throws {
    #expect(try Self.day(row.from).adding(days: row.count) == Self.day(row.to))
    #expect(try Self.day(row.from).days(to: Self.day(row.to)) == row.count)
  }

  static let weekdays: [Row] = [
    Row(from: "1970-01-01", count: 4, to: "", why: "Thursday, the epoch"),
    Row(from: "1969-12-31", count: 3, to: "", why: "Wednesday, the day before it"),
    Row(from: "2021-03-01", count: 1, to: "", why: "Monday"),
    Row(from: "2021-03-06", count: 6, to: "", why: "Saturday"),
    Row(from: "2021-03-07", count: 7, to: "", why: "Sunday"),
    Row(from: "0001-01-01", count: 1, to: "", why: "Monday, the first day"),
    Row(from: "9999-12-31", count: 5, to: "", why: "Friday, the last day"),
  ]

  @Test(arguments: weekdays) func knowsTheWeekday(_ row: Row) throws {
    #expect(try Self.day(row.from).weekday == row.count)
  }

  static let ages: [Row] = [
    Row(from: "1990-05-17", count: 30, to: "2021-05-16", why: "the day before the birthday"),
    Row(from: "1990-05-17", count: 31, to: "2021-05-17", why: "the birthday"),
    Row(from: "1990-05-17", count: 31, to: "2021-05-18", why: "the day after"),
    Row(from: "2008-02-29", count: 14, to: "2023-02-28", why: "a leap birth, 28 February"),
    Row(from: "2008-02-29", count: 15, to: "2023-03-01", why: "a leap birth, 1 March"),
    Row(from: "2008-02-29", count: 15, to: "2024-02-28", why: "a leap year, the day before"),
    Row(from: "2008-02-29", count: 16, to: "2024-02-29", why: "a leap year, the day"),
    Row(from: "2021-05-17", count: 0, to: "2021-05-17", why: "the day of birth"),
    Row(from: "2021-05-17", count: -1, to: "2021-05-16", why: "not yet born"),
  ]

  @Test(arguments: ages) func countsAge(_ row: Row) throws {
    #expect(try Self.day(row.from).age(on: Self.day(row.to)) == row.count)
  }

  // Moments

  @Test(arguments: [
    (1_614_574_800, 300, "2021-03-01", "10:00 at UTC+5"),
    (1_614_538_799, 300, "2021-02-28", "a second before midnight there"),
    (1_614_538_800, 300, "2021-03-01", "midnight there"),
    (1_614_538_800, 0, "2021-02-28", "the same moment at UTC"),
    (-1, 0, "1969-12-31", "before the epoch"), (0, -60, "1969-12-31", "west of UTC"),
  ])
  func momentHasADay(_ seconds: Int64, _ offset: Int, _ day: String, _ why: String) throws {
    #expect(try Moment(seconds: seconds, offset: offset).date == Self.day(day), "\(why)")
  }
}
