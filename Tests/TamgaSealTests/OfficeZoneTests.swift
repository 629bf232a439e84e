import TamgaDomain
import Testing

@testable import TamgaSeal

@Suite struct OfficeZoneTests {
  struct Day: Sendable, CustomTestStringConvertible {
    let zone: String
    let day: String
    let start: Int64
    /// Seconds from the first to the last of the day.
    let length: Int64
    let why: String
    var testDescription: String { why }
  }

  static let days: [Day] = [
    Day(zone: "Asia/Almaty", day: "2021-02-10", start: 1_612_893_600, length: 86_400, why: "UTC+6"),
    Day(
      zone: "Asia/Almaty", day: "2024-02-29", start: 1_709_143_200, length: 90_000,
      why: "the day of 25 hours"),
    Day(
      zone: "Asia/Almaty", day: "2024-03-01", start: 1_709_233_200, length: 86_400,
      why: "the first day of UTC+5"),
    Day(
      zone: "Asia/Almaty", day: "2026-07-01", start: 1_782_846_000, length: 86_400, why: "UTC+5"),
    Day(zone: "UTC", day: "1970-01-01", start: 0, length: 86_400, why: "the beginning"),
    Day(
      zone: "Asia/Beirut", day: "2024-03-31", start: 1_711_836_000, length: 82_800,
      why: "a day without midnight"),
    Day(
      zone: "America/Havana", day: "2023-11-05", start: 1_699_156_800, length: 90_000,
      why: "a day with two midnights"),
  ]

  @Test(arguments: days) func bounds(_ c: Day) throws {
    let zone = try #require(OfficeZone(c.zone))
    let day = try #require(CalendarDate(iso: c.day))
    #expect(zone.startOfDay(day) == c.start)
    #expect(zone.endOfDay(day) == c.start + c.length - 1)
    #expect(zone.date(of: c.start) == day)
    #expect(zone.date(of: c.start - 1) == day.adding(days: -1))
    #expect(zone.date(of: zone.endOfDay(day)) == day)
    #expect(zone.date(of: zone.noon(day)) == day)
  }

  /// What the contract shows: nbf + 12 h and exp − 12 h give back the days, on every day.
  @Test(arguments: ["Asia/Almaty", "Asia/Qyzylorda", "Europe/Berlin", "Pacific/Apia"])
  func shownDays(_ name: String) throws {
    let zone = try #require(OfficeZone(name))
    var day = try #require(CalendarDate(2011, 12, 1))
    while day.year < 2027 {
      let isSkipped = name == "Pacific/Apia" && day == CalendarDate(2011, 12, 30)
      if !isSkipped {
        #expect(zone.date(of: zone.startOfDay(day) + 43_200) == day)
        #expect(zone.date(of: zone.endOfDay(day) - 43_200) == day)
      }
      day = day.adding(days: 1)
    }
  }

  @Test func stamp() throws {
    let zone = try #require(OfficeZone("Asia/Almaty"))
    #expect(zone.stamp(1_612_864_800) == "2021-02-09T16:00:00+06:00")
    #expect(zone.stamp(1_709_229_599) == "2024-02-29T23:59:59+06:00")
    #expect(zone.stamp(1_709_229_600) == "2024-02-29T23:00:00+05:00")
    #expect(try #require(OfficeZone("America/St_Johns")).stamp(0) == "1969-12-31T20:30:00-03:30")
  }

  @Test func unknownZones() {
    for name in ["", "Asia/Nowhere", "../etc/passwd", String(repeating: "A", count: 65)] {
      #expect(OfficeZone(name) == nil, "\(name)")
    }
  }
}
