public import TamgaRegister
import TamgaSeal

/// A page of the log for those who audit. No reason, which may name a person, but whether one was given.
public struct LogPage: Sendable {
  public struct Row: Hashable, Sendable {
    public let sequence: Int64
    /// `yyyy-MM-ddTHH:mm:ss` with the offset of the office.
    public let at: String
    public let who: String
    public let what: String
    /// `NUMBER` or `NUMBER~2`; nil for what the office did.
    public let paper: String?
    public let document: String?
    public let hasReason: Bool
    /// A JSON object without personal data.
    public let detail: String
  }

  public let rows: [Row]
  /// The cursor of the next page; nil at the end.
  public let next: LogCursor?
}

extension Office {
  /// Entries of the log.
  ///
  /// - Parameters:
  ///   - paper: A number as typed; nil for all papers and the office.
  ///   - limit: 1 to 999.
  /// - Throws: ``IssueError`` of code `issue-no-such-paper`.
  public func log(
    _ cursor: LogCursor = .newest, who: String? = nil, paper: String? = nil, what: String? = nil,
    limit: Int
  ) throws -> LogPage {
    let serial = try paper.map { try self.paper($0).serial }
    var events = try register.log(
      LogFilter(who: who, what: what, serial: serial), cursor, limit: limit + 1)
    let hasMore = events.count > limit
    if hasMore { events.removeLast() }
    var papers: [Int64: PaperEntry] = [:]
    for serial in Set(events.compactMap(\.serial)) {
      papers[serial] = try register.paper(serial: serial)
    }
    let rows = events.map { event in
      let paper = event.serial.flatMap { papers[$0] }
      return LogPage.Row(
        sequence: event.sequence, at: configuration.zone.stamp(event.at), who: event.who,
        what: event.what, paper: paper?.number.description, document: paper?.document,
        hasReason: event.reasonHash != nil, detail: event.detail)
    }
    let next = events.last.map { last -> LogCursor in
      if case .after = cursor { .after(last.sequence) } else { .before(last.sequence) }
    }
    return LogPage(rows: rows, next: hasMore ? next : nil)
  }
}
