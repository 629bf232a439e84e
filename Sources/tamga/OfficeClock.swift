import TamgaDomain
import TamgaIssue
import TamgaSeal

/// The day where there is no office to say in which zone.
enum OfficeClock {
  static func today() -> CalendarDate {
    let now = Office.systemClock()
    return OfficeZone("Asia/Almaty")?.date(of: now)
      ?? DayTime(now).date
  }
}
