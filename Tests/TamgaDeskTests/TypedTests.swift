import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaDesk

/// Values as people type them.
@Suite struct TypedTests {
  // safe: a day of the calendar
  private static let today = CalendarDate(2026, 3, 2)!

  @Test(arguments: [
    ("09.03.2021", "2021-03-09"), ("9.3.21", "2021-03-09"), ("090321", "2021-03-09"),
    ("09032021", "2021-03-09"), ("2021-03-09", "2021-03-09"), ("2021-3-9", "2021-03-09"),
    ("20210309", "2021-03-09"), ("9/3/2021", "2021-03-09"), ("9 3 2021", "2021-03-09"),
    ("09-03-21", "2021-03-09"), ("9.3.56", "2056-03-09"), ("9.3.57", "1957-03-09"),
    ("31.12.99", "1999-12-31"), ("9,3,2021", "2021-03-09"), ("29.02.2024", "2024-02-29"),
    ("29.02.2023", nil), ("31.04.2021", nil), ("0.3.2021", nil), ("9.3", nil), ("9.3.021", nil),
    ("9 марта 2021", nil), ("090321x", nil), ("", nil), (".", nil), ("1234567", nil),
    ("٠٩.٠٣.٢٠٢١", nil), ("9.3.2021.1", nil), ("99999999999999999999", nil),
  ])
  func days(_ typed: String, _ iso: String?) {
    #expect(TypedDate(today: Self.today).day(typed)?.iso == iso)
  }

  @Test(arguments: [
    ("17.05.90", "1990-05-17"), ("170590", "1990-05-17"), ("1.1.26", "2026-01-01"),
    ("1.1.27", "1927-01-01"), ("1985", "1985"), ("05.1985", "1985-05"), ("5.1985", "1985-05"),
    ("1985-05", "1985-05"), ("13.1985", nil), ("85", nil), ("", nil),
  ])
  func birthDays(_ typed: String, _ iso: String?) {
    #expect(TypedDate(today: Self.today, isBirth: true).partial(typed)?.iso == iso)
  }

  @Test(arguments: [
    ("09.03.2021 14:30", "2021-03-09T14:30+06:00"), ("090321 1430", "2021-03-09T14:30+06:00"),
    ("9.3.21 9:05", "2021-03-09T09:05+06:00"), ("9 3 2021 14.30", "2021-03-09T14:30+06:00"),
    ("2026-03-09T14:30", "2026-03-09T14:30+05:00"), ("09.03.2021 24:00", nil),
    ("09.03.2021", nil), ("14:30", nil), ("2026-03-09T14:30:00+05:00", nil),
  ])
  func times(_ typed: String, _ iso: String?) {
    let moment = TypedMoment(today: Self.today) { $0.year < 2024 ? 360 : 300 }
    #expect(moment.iso(typed) == iso)
  }

  @Test(arguments: [
    ("3", JSONValue.integer(3)), (" 1 000 ", .integer(1000)), ("03", .integer(3)),
    ("три", .text("три")), ("-1", .text("-1")), ("3.5", .text("3.5")),
    ("99999999999999999999", .text("99999999999999999999")),
  ])
  func counts(_ typed: String, _ value: JSONValue) {
    #expect(FormParser.count(typed) == value)
  }

  @Test(arguments: [
    ("UZB", "UZB"), ("uzb", "UZB"), ("Узбекистан", "UZB"), ("узбекистан", "UZB"),
    ("Өзбекстан", "UZB"), ("Uzbekistan", "UZB"), ("узбек", "UZB"), ("Turkey", "TUR"),
    ("Кот-д'Ивуар", "CIV"), ("китай", "CHN"), ("XXA", "XXA"), ("Гвинея", "GIN"), ("гв", nil),
    ("", nil), ("Нарния", nil),
  ])
  func countries(_ typed: String, _ code: String?) {
    #expect(Desk.countries.code(typed) == code)
  }

  /// No two countries are called alike in a language, so that whatever is offered is understood.
  @Test func everyNameOfACountryIsItsOwn() {
    for code in Desk.countries.codes {
      for language in MessageLanguage.allCases {
        let name = Desk.countries.name(code)?[language] ?? ""
        #expect(!name.isEmpty && Desk.countries.code(name) == code, "\(code) \(name)")
      }
    }
  }
}
