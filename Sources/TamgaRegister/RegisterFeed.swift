/// What is asked of the feed.
public struct FeedQuestion: Hashable, Sendable {
  /// The sequence of the last entry that was read; 0 at the beginning.
  public var after: Int64
  /// Events at most, 1 to ``RegisterLimits/pageRows``.
  public var limit: Int
  /// Only papers of this kind.
  public var document: String?
  /// Only papers of these bodies; nil for all.
  public var bodies: [String]?

  public init(after: Int64, limit: Int, document: String? = nil, bodies: [String]? = nil) {
    self.after = after
    self.limit = limit
    self.document = document
    self.bodies = bodies
  }
}

/// What changed whether papers are in force, in the order of the log.
///
/// Sequences are given while the end of the log is locked, and the lock is held until the entries are
/// stored: whoever sees an entry has seen all before it. The same cursor gives the same events for ever.
public struct RegisterFeed: Sendable {
  /// One event with its paper as it is now.
  public struct Event: Sendable {
    public let sequence: Int64
    /// Seconds since 1970-01-01T00:00:00Z.
    public let at: Int64
    public let what: PaperMove
    /// As ``RegisterEvent/detail``.
    public let detail: String
    public let paper: PaperEntry
    /// The canonical record: personal data. Nil after the retention.
    public let record: [UInt8]?
  }

  public let events: [Event]
  /// The cursor for the next question: entries up to it were looked at.
  public let next: Int64
  /// Whether the log goes on behind ``next``; the next answer may still hold no event.
  public let hasMore: Bool
  /// Entries of the log. A cursor beyond them is from a register that was lost.
  public let size: Int64

  /// Entries that one answer looks through.
  static let window: Int64 = 50_000

  /// The moves that are told.
  public static let moves: [PaperMove] = [
    .confirm, .suspend, .resume, .supersede, .revoke, .reinstate, .reinstateSuspended, .void,
  ]
}
