/// Which entries of the log a page holds; a nil asks nothing.
public struct LogFilter: Hashable, Sendable {
  /// The person or program.
  public var who: String?
  /// What happened, as ``RegisterEvent/what``.
  public var what: String?
  /// The entry of a paper.
  public var serial: Int64?
  /// Only papers of these bodies, and what the office did; nil for all.
  public var bodies: [String]?

  public init(
    who: String? = nil, what: String? = nil, serial: Int64? = nil, bodies: [String]? = nil
  ) {
    self.bodies = bodies
    self.who = who
    self.what = what
    self.serial = serial
  }
}

/// Where a page of the log begins, and in which order it goes on.
public enum LogCursor: Hashable, Sendable {
  /// Oldest first, from the entry after this sequence.
  case after(Int64)
  /// Newest first, from the entry before this sequence.
  case before(Int64)

  /// The newest entries of the log.
  public static let newest = LogCursor.before(.max)
}
