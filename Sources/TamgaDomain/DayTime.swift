/// A moment as a clock and a calendar of one place show it.
public struct DayTime: Hashable, Sendable {
  /// The day in that place's calendar.
  public let date: CalendarDate
  /// Seconds since midnight, 0...86,399.
  public let second: Int

  /// - Parameter seconds: Since 1970-01-01T00:00:00 of that place: those of UTC and its offset together.
  public init(_ seconds: Int64) {
    let rest = seconds % Self.day
    let second = rest < 0 ? rest + Self.day : rest
    date = CalendarDate(daysSinceEpoch: Int((seconds - second) / Self.day))
    self.second = Int(second)
  }

  /// Seconds.
  public static let day: Int64 = 86_400

  /// `HH`
  public var hour: String { Self.two(second / 3600) }
  /// `mm`
  public var minute: String { Self.two(second / 60 % 60) }
  /// `ss`
  public var ofMinute: String { Self.two(second % 60) }
  /// `HH:mm:ss`
  public var time: String { "\(hour):\(minute):\(ofMinute)" }

  /// A number below 100 with two digits.
  public static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
