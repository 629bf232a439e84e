public import TamgaDomain

/// The office's time zone: turns calendar days into moments and back. Moments are seconds since 1970.
public struct OfficeZone: Hashable, Sendable {
  /// A name of the IANA time zone database, for example `Asia/Almaty`.
  public let name: String
  private let rules: ZoneRules

  /// 2024-03-01 00:00 at UTC+6, when the greater part of Kazakhstan went over to UTC+5 (tz database,
  /// release 2024a).
  private static let almatyChange: Int64 = 1_709_229_600

  /// Nil for a name that the time zone data do not have.
  public init?(_ name: String) {
    guard !name.isEmpty, name.utf8.count <= 64, let rules = ZoneRules(name) else {
      return nil
    }
    self.name = name
    self.rules = rules
  }

  /// Seconds east of UTC at a moment.
  public func offset(at moment: Int64) -> Int {
    // Time zone data from before 2024 know nothing of the change.
    if name == "Asia/Almaty", moment >= Self.almatyChange { return 5 * 3600 }
    return rules.offset(at: moment)
  }

  /// The day of a moment.
  public func date(of moment: Int64) -> CalendarDate {
    DayTime(moment + Int64(offset(at: moment))).date
  }

  /// 00:00:00 of a day, or its first moment where the clocks skip midnight.
  public func startOfDay(_ day: CalendarDate) -> Int64 {
    let midnight = Int64(day.daysSinceEpoch) * DayTime.day
    // A day begins at the earliest moment that has its date; the two offsets around it are tried.
    let candidates = [midnight - DayTime.day, midnight, midnight + DayTime.day]
      .map { midnight - Int64(offset(at: $0)) }
      .filter { date(of: $0) == day && date(of: $0 - 1) < day }
    if let first = candidates.min() { return first }
    return firstMoment(of: day, near: midnight)
  }

  /// The last second of a day: 23:59:59.
  public func endOfDay(_ day: CalendarDate) -> Int64 { startOfDay(day.adding(days: 1)) - 1 }

  /// 12:00:00 of a day.
  public func noon(_ day: CalendarDate) -> Int64 {
    let noon = Int64(day.daysSinceEpoch) * DayTime.day + DayTime.day / 2
    return noon - Int64(offset(at: noon - Int64(offset(at: noon))))
  }

  /// A moment as ISO 8601 with the zone's offset, for example `2021-02-09T15:30:00+06:00`.
  public func stamp(_ moment: Int64) -> String {
    let offset = offset(at: moment)
    let local = DayTime(moment + Int64(offset))
    let minutes = abs(offset) / 60
    return "\(local.date.iso)T\(local.time)\(offset < 0 ? "-" : "+")"
      + "\(DayTime.two(minutes / 60)):\(DayTime.two(minutes % 60))"
  }

  /// For midnights that do not exist: halves the time in which the day must begin.
  private func firstMoment(of day: CalendarDate, near midnight: Int64) -> Int64 {
    var before = midnight - 2 * DayTime.day
    var within = midnight + 2 * DayTime.day
    while within - before > 1 {
      let middle = before + (within - before) / 2
      if date(of: middle) < day { before = middle } else { within = middle }
    }
    return within
  }

}
