/// The moment by which an answer is due, on the monotonic clock.
public struct Deadline: Hashable, Sendable {
  let instant: ContinuousClock.Instant

  /// `duration` from now.
  public static func after(_ duration: Duration) -> Deadline {
    Deadline(instant: .now + duration)
  }

  /// The earlier of the two.
  public func earlier(_ other: Deadline) -> Deadline { instant <= other.instant ? self : other }

  public var hasPassed: Bool { instant <= .now }

  /// Time left, zero when none is.
  public var left: Duration { max(.zero, ContinuousClock.now.duration(to: instant)) }
}
