import TamgaDomain
import Testing

/// Moments before and after 1970, at both ends of a day, in zones on both sides.
@Suite struct DayTimeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let seconds: Int64
    let date: String
    let time: String
    var testDescription: String { "\(seconds)" }
  }

  @Test(arguments: [
    Row(seconds: 0, date: "1970-01-01", time: "00:00:00"),
    Row(seconds: -1, date: "1969-12-31", time: "23:59:59"),
    Row(seconds: -86_400, date: "1969-12-31", time: "00:00:00"),
    Row(seconds: -86_401, date: "1969-12-30", time: "23:59:59"),
    Row(seconds: 86_399, date: "1970-01-01", time: "23:59:59"),
    Row(seconds: 951_826_154, date: "2000-02-29", time: "12:09:14"),
    Row(seconds: 253_402_300_799, date: "9999-12-31", time: "23:59:59"),
  ]) func isSplit(_ row: Row) {
    let split = DayTime(row.seconds)
    #expect(split.date.iso == row.date && split.time == row.time)
    #expect(Int64(split.date.daysSinceEpoch) * DayTime.day + Int64(split.second) == row.seconds)
  }

  @Test func aMomentIsPrintedWhereItWasWritten() {
    #expect(Moment(seconds: -1, offset: 0).printed == "31.12.1969 23:59")
    #expect(Moment(seconds: -1, offset: 300).printed == "01.01.1970 04:59")
    #expect(Moment(seconds: 0, offset: -60).printed == "31.12.1969 23:00")
    #expect(Moment(seconds: 86_399, offset: 1).date.iso == "1970-01-02")
  }
}
