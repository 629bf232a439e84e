public import TamgaDomain

/// The time and the bodies that are counted.
public struct StatisticsQuestion: Hashable, Sendable {
  /// The first and the last day, by the date that papers bear.
  public var from: CalendarDate
  public var through: CalendarDate
  /// The same days in seconds since 1970, by the clock of events; the end is not part of it.
  public var moments: Range<Int64>
  /// Nil for all.
  public var bodies: [String]?

  public init(
    from: CalendarDate, through: CalendarDate, moments: Range<Int64>, bodies: [String]? = nil
  ) {
    self.from = from
    self.through = through
    self.moments = moments
    self.bodies = bodies
  }
}

/// Sums without personal data.
public struct RegisterStatistics: Hashable, Sendable {
  /// Papers of one kind that bear one date; those that were void afterwards are counted.
  public struct Day: Hashable, Sendable {
    public let day: CalendarDate
    public let document: String
    public let papers: Int
  }

  /// How often one thing was done with papers of one kind.
  public struct Act: Hashable, Sendable {
    public let what: PaperMove
    public let document: String
    public let count: Int
  }

  /// By day and kind.
  public let days: [Day]
  /// By thing and kind.
  public let acts: [Act]
  /// Seconds from issue to the first handover, of the papers that were handed over in the time, sorted.
  public let handovers: [Int64]
}
