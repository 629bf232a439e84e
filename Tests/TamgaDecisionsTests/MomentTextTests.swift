import TamgaDomain
import Testing

@testable import TamgaDecisions

@Suite struct MomentTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let seconds: Int64?
    let why: String
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(text: "1970-01-01T00:00Z", seconds: 0, why: "the start of the count"),
    Case(text: "1970-01-01T06:00+06:00", seconds: 0, why: "the same in Almaty"),
    Case(text: "1970-01-01T05:00:01+05", seconds: 1, why: "an offset of hours"),
    Case(text: "1969-12-31T20:30:00-0330", seconds: 0, why: "an offset without a colon"),
    Case(text: "2021-02-09T15:30:00.123456+06:00", seconds: 1_612_863_000, why: "a fraction"),
    Case(text: "2024-02-29T23:59:59Z", seconds: 1_709_251_199, why: "a leap day"),
    Case(text: "2021-02-09T15:30:00+14:00", seconds: 1_612_834_200, why: "the widest offset"),
    Case(text: "2021-02-09T15:30:00", seconds: nil, why: "no offset"),
    Case(text: "2021-02-09 15:30:00Z", seconds: nil, why: "a blank for the T"),
    Case(text: "2021-02-09", seconds: nil, why: "no time"),
    Case(text: "2021-02-30T15:30Z", seconds: nil, why: "no such day"),
    Case(text: "2021-02-09T24:00Z", seconds: nil, why: "hour 24"),
    Case(text: "2021-02-09T15:60Z", seconds: nil, why: "minute 60"),
    Case(text: "2021-02-09T15:30:60Z", seconds: nil, why: "second 60"),
    Case(text: "2021-02-09T15:30:00.Z", seconds: nil, why: "a fraction of nothing"),
    Case(text: "2021-02-09T15:30+15:00", seconds: nil, why: "an offset that is nowhere"),
    Case(text: "2021-02-09T15:30+14:30", seconds: nil, why: "half an hour beyond the widest"),
    Case(text: "2021-02-09T15:30+06:00Z", seconds: nil, why: "two offsets"),
    Case(text: "2021-02-09T15:30Z ", seconds: nil, why: "a blank at the end"),
    Case(text: "2021-02-09T1５:30Z", seconds: nil, why: "a digit of another script"),
    Case(
      text: "2021-02-09T15:30:00.\(String(repeating: "1", count: 30))Z", seconds: nil,
      why: "a fraction without end"),
  ]

  @Test(arguments: cases) func reads(_ c: Case) {
    #expect(Moment(iso: c.text)?.seconds == c.seconds)
  }

  @Test func keepsTheDayOfThePlace() {
    #expect(Moment(iso: "2021-02-09T00:30+06:00")?.date == CalendarDate(2021, 2, 9))
    #expect(Moment(iso: "2021-02-08T18:30Z")?.date == CalendarDate(2021, 2, 8))
  }
}
