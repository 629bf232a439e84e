import TamgaDomain

/// Days on which synthetic decisions are made: working days whatever holidays an office has set.
enum Calendar2020s {
  /// Month and day of the national and state holidays of Kazakhstan, with the days off around them.
  private static let holidays: Set<Int> = [
    101, 102, 103, 104, 107, 308, 309, 310, 321, 322, 323, 324, 325, 501, 502, 503, 507, 508, 509,
    510, 511, 706, 830, 831, 1025, 1026, 1027, 1201, 1216, 1217, 1218, 1219,
  ]

  /// A date that is known to exist.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year, month, day)!  // safe: only called with days written out in this target
  }

  static func isOpen(_ day: CalendarDate) -> Bool {
    day.weekday <= 5 && !holidays.contains(day.month * 100 + day.day)
  }

  /// A day from Tuesday to Friday, at `day` or before it, whose eve was a working day too: between
  /// the two there is one working day at most, whatever the office's holidays.
  static func decisionDay(onOrBefore day: CalendarDate) -> CalendarDate {
    var day = day
    while day.weekday == 1 || !isOpen(day) || !isOpen(day.adding(days: -1)) {
      day = day.adding(days: -1)
    }
    return day
  }

  /// Such a day within others; where there is none among them, a working day, or the last one.
  static func decisionDay(
    within days: ClosedRange<CalendarDate>, _ random: inout SplitMix64
  ) -> CalendarDate {
    let all = (0...days.lowerBound.days(to: days.upperBound)).map(days.lowerBound.adding(days:))
    let best = all.filter { decisionDay(onOrBefore: $0) == $0 }
    let open = best.isEmpty ? all.filter(isOpen) : best
    return open.isEmpty ? days.upperBound : random.pick(open)
  }

  /// `8 ақпан`-style parts of a date in words, for texts that officers write.
  static func inWords(_ day: CalendarDate) -> Bilingual {
    Bilingual(
      kk: "\(day.year) жылғы \(day.day) \(monthsKk[day.month - 1])",
      ru: "\(day.day) \(monthsRu[day.month - 1]) \(day.year) года")
  }

  private static let monthsKk = [
    "қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы", "шілдедегі",
    "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы",
  ]
  private static let monthsRu = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
}
