public import TamgaDomain

/// A day as people type it.
///
/// `090321`, `09032021`, `9.3.21`, `09/03/2021`, `9 3 2021` and `2021-03-09` are the same day. Of two
/// digits of a year the newer century is meant when that year is near, for birth dates when it is not
/// after today.
public struct TypedDate: Sendable {
  /// Years ahead that a term may still end in.
  static let yearsAhead = 30

  private let newestYear: Int

  /// - Parameter isBirth: The day cannot lie ahead.
  public init(today: CalendarDate, isBirth: Bool = false) {
    newestYear = today.year + (isBirth ? 0 : Self.yearsAhead)
  }

  /// The day; nil for what is none.
  public func day(_ typed: String) -> CalendarDate? {
    guard let (parts, isPlain) = Self.parts(typed) else { return nil }
    if parts.count == 1, isPlain { return run(parts[0]) }
    guard parts.count == 3 else { return nil }
    if parts[0].count == 4 { return Self.date(parts[0], parts[1], parts[2], year: Int(parts[0])) }
    return Self.date(parts[2], parts[1], parts[0], year: year(parts[2]))
  }

  /// The same, where a year (`1985`) or a month of it (`05.1985`, `1985-05`) may be all that is known.
  public func partial(_ typed: String) -> PartialDate? {
    if let whole = day(typed) { return PartialDate(whole) }
    guard let (parts, _) = Self.parts(typed) else { return nil }
    let sizes = parts.map(\.count)
    if sizes == [4] { return PartialDate(iso: parts[0]) }
    guard sizes.count == 2, let short = sizes.min(), short <= 2, sizes.max() == 4 else {
      return nil
    }
    let (year, month) = sizes[0] == 4 ? (parts[0], parts[1]) : (parts[1], parts[0])
    return PartialDate(iso: year + "-" + Self.padded(month))
  }

  /// Six or eight digits without a sign between them.
  private func run(_ digits: String) -> CalendarDate? {
    let all = Array(digits)
    func part(_ range: Range<Int>) -> String { String(all[range]) }
    switch all.count {
    case 6:
      return Self.date(part(4..<6), part(2..<4), part(0..<2), year: year(part(4..<6)))
    case 8:
      return Self.date(part(4..<8), part(2..<4), part(0..<2), year: Int(part(4..<8)))
        ?? Self.date(part(0..<4), part(4..<6), part(6..<8), year: Int(part(0..<4)))
    default: return nil
    }
  }

  private func year(_ digits: String) -> Int? {
    guard let year = Int(digits) else { return nil }
    switch digits.count {
    case 4: return year
    case 2:
      let newer = newestYear - newestYear % 100 + year
      return newer > newestYear ? newer - 100 : newer
    default: return nil
    }
  }

  private static func date(_: String, _ month: String, _ day: String, year: Int?) -> CalendarDate? {
    guard let year, (1...2).contains(month.count), (1...2).contains(day.count),
      let month = Int(month), let day = Int(day)
    else { return nil }
    return CalendarDate(year, month, day)
  }

  /// The groups of digits; nil when anything but one of the signs stands between them.
  private static func parts(_ typed: String) -> (parts: [String], isPlain: Bool)? {
    var parts = [""]
    var isPlain = true
    for scalar in typed.unicodeScalars {
      switch scalar {
      case "0"..."9": parts[parts.count - 1].unicodeScalars.append(scalar)
      case ".", "/", "-", ",", " ", "\u{A0}", "\u{2013}":
        isPlain = false
        if parts[parts.count - 1] != "" { parts.append("") }
      default: return nil
      }
    }
    if parts.last == "" { parts.removeLast() }
    return parts.isEmpty || parts.contains { $0.count > 8 } ? nil : (parts, isPlain)
  }

  private static func padded(_ digits: String) -> String {
    digits.count == 1 ? "0" + digits : digits
  }
}

/// A day and a time as people type them: `09.03.2021 14:30`, `090321 1430`.
public struct TypedMoment: Sendable {
  private let dates: TypedDate
  private let offset: @Sendable (CalendarDate) -> Int

  /// - Parameter offset: Minutes east of UTC at the office on a day.
  public init(today: CalendarDate, offset: @escaping @Sendable (CalendarDate) -> Int) {
    dates = TypedDate(today: today)
    self.offset = offset
  }

  /// ISO 8601 with the office's offset; nil for what is no time.
  public func iso(_ typed: String) -> String? {
    let words = typed.split { $0 == " " || $0 == "\u{A0}" || $0 == "T" }
    guard words.count >= 2, let last = words.last, let time = Self.time(String(last)),
      let day = dates.day(words.dropLast().joined(separator: " "))
    else { return nil }
    let offset = offset(day)
    let size = abs(offset)
    return day.iso + "T" + time + (offset < 0 ? "-" : "+") + DayTime.two(size / 60) + ":"
      + DayTime.two(size % 60)
  }

  /// `14:30`, `14.30`, `9:05` or `1430` as `HH:mm`.
  private static func time(_ typed: String) -> String? {
    var parts = typed.split(omittingEmptySubsequences: false) {
      $0 == ":" || $0 == "." || $0 == "-"
    }
    .map(String.init)
    if parts.count == 1, typed.count == 4 {
      parts = [String(typed.prefix(2)), String(typed.suffix(2))]
    }
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return DayTime.two(hour) + ":" + DayTime.two(minute)
  }
}
