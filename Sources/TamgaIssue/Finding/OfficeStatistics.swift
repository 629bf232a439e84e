public import TamgaDomain
public import TamgaRegister

/// What an office did in a time, without personal data.
public struct OfficeStatistics: Hashable, Sendable {
  /// Refusals of one kind that name one ground.
  public struct Ground: Hashable, Sendable {
    /// The id of the ground, for example `LIM-R2`.
    public let ground: String
    public let document: String
    public let papers: Int
  }

  /// How long papers lay before they were handed over.
  public struct Waiting: Hashable, Sendable {
    /// Seconds of each paper, sorted.
    public let seconds: [Int64]

    /// The time within which so many of ten papers were handed over; nil without papers.
    public func time(ofTenths tenths: Int) -> Int64? {
      seconds.isEmpty ? nil : seconds[max(0, (seconds.count * tenths + 9) / 10 - 1)]
    }
  }

  public let from: CalendarDate
  public let through: CalendarDate
  /// Papers by date and kind.
  public let days: [RegisterStatistics.Day]
  /// What was done with papers, by kind: prints, spoilt prints, handovers, ends.
  public let acts: [RegisterStatistics.Act]
  /// By ground and kind. A refusal with two grounds counts under both.
  public let grounds: [Ground]
  /// Refusals whose record went with its retention: their grounds are not known.
  public let refusalsWithoutRecord: Int
  public let waiting: Waiting

  public func count(_ move: PaperMove) -> Int {
    acts.filter { $0.what == move }.reduce(0) { $0 + $1.count }
  }
}
