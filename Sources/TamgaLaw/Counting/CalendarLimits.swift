import TamgaDomain

extension CalendarDate {
  /// The last day that a date can have. Records are read up to this day, so sums stop here.
  static let last = CalendarDate(daysSinceEpoch: 2_932_896)  // 9999-12-31

  /// The day `days` later, at most ``last``.
  func after(days: Int) -> CalendarDate {
    daysSinceEpoch + days > Self.last.daysSinceEpoch ? Self.last : adding(days: days)
  }

  /// The day on which a person born on this day reaches `years`; born on 29 February: 1 March of a
  /// common year (designed, rules.md section A).
  func birthday(_ years: Int) -> CalendarDate {
    let day = adding(months: years * 12)
    return day.day == self.day ? day : day.after(days: 1)
  }
}

extension OfficePolicy {
  /// `day` itself when it is a working day, otherwise the next working day.
  func workingDay(onOrAfter day: CalendarDate) -> CalendarDate {
    var day = day
    while day < .last, !isWorkingDay(day) { day = day.after(days: 1) }
    return day
  }

  /// The `count`-th working day after `start`; the day of the event is not counted.
  func workingDay(_ count: Int, after start: CalendarDate) -> CalendarDate {
    var day = start
    for _ in 0..<count { day = workingDay(onOrAfter: day.after(days: 1)) }
    return day
  }
}
