import TamgaDomain
import Testing

@Suite struct OfficePolicyTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let days: Int
    let why: String
    var testDescription: String { why }
  }

  static let rows: [Row] = [
    Row(from: "2021-03-01", to: "2021-03-01", days: 0, why: "the day of the event is not counted"),
    Row(from: "2021-03-01", to: "2021-03-02", days: 1, why: "Monday to Tuesday"),
    Row(from: "2021-03-01", to: "2021-03-04", days: 3, why: "Monday to Thursday"),
    Row(from: "2021-03-05", to: "2021-03-06", days: 0, why: "Saturday is no working day"),
    Row(from: "2021-03-05", to: "2021-03-07", days: 0, why: "nor is Sunday"),
    Row(from: "2021-03-05", to: "2021-03-08", days: 0, why: "nor a holiday on Monday"),
    Row(from: "2021-03-05", to: "2021-03-09", days: 1, why: "the Tuesday after it"),
    Row(from: "2021-03-19", to: "2021-03-29", days: 5, why: "a week with a holiday"),
    Row(from: "2021-03-02", to: "2021-03-01", days: 0, why: "backwards"),
    Row(from: "2021-05-07", to: "2021-05-11", days: 1, why: "a day off moved to Monday"),
  ]

  static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  static func policy() throws -> OfficePolicy {
    OfficePolicy(holidays: [try day("2021-03-08"), try day("2021-03-22"), try day("2021-05-10")])
  }

  @Test(arguments: rows) func countsWorkingDays(_ row: Row) throws {
    let counted = try Self.policy().workingDays(
      after: Self.day(row.from), through: Self.day(row.to))
    #expect(counted == row.days)
  }

  @Test(arguments: [
    ("2021-03-01", true, "Monday"), ("2021-03-05", true, "Friday"),
    ("2021-03-06", false, "Saturday"), ("2021-03-07", false, "Sunday"),
    ("2021-03-08", false, "a holiday"), ("2022-03-08", true, "a holiday of another year"),
  ])
  func workingDay(_ iso: String, _ isWorking: Bool, _ why: String) throws {
    #expect(try Self.policy().isWorkingDay(Self.day(iso)) == isWorking, "\(why)")
  }

  @Test func strictIsTheDefault() { #expect(OfficePolicy().facts == .strict) }

  @Test(arguments: [
    ("2021-01-29", false, "the day before"), ("2021-01-30", true, "the first day"),
    ("2022-04-25", true, "the last day"), ("2022-04-26", false, "the day after"),
  ])
  func editionCovers(_ iso: String, _ covers: Bool, _ why: String) throws {
    let act = Message(kk: "а", ru: "б", en: "c")
    let edition = Edition(
      id: "e", from: try Self.day("2021-01-30"), until: try Self.day("2022-04-25"), act: act)
    #expect(try edition.covers(Self.day(iso)) == covers, "\(why)")
    let open = Edition(id: "e", from: try Self.day("2021-01-30"), until: nil, act: act)
    #expect(try open.covers(Self.day(iso)) == (iso != "2021-01-29"))
  }

  @Test(arguments: DecisionAction.allCases) func onlyGivingDecisionsAreBound(
    _ action: DecisionAction
  ) {
    let giving: Set<DecisionAction> = [.grant, .extend, .reissue, .duplicate]
    #expect(action.gives == giving.contains(action))
  }
}
