public import TamgaDomain
public import TamgaFormats
public import TamgaLog
public import TamgaRegister

/// A page of the feed: which papers came into force and ended, in the order of the log
/// (contract `serve.md`, JSON API).
public struct FeedPage: Sendable {
  public struct Event: Sendable {
    /// The sequence in the log.
    public let index: Int64
    /// `yyyy-MM-ddTHH:mm:ss` with the offset of the office.
    public let at: String
    /// `issued`, `suspended`, `resumed`, `superseded`, `revoked`, `reinstated` or `voided`.
    public let type: String
    /// As it is now.
    public let paper: PaperEntry
    public let effect: Effect?
    /// As it is now; nil after the retention.
    public let person: Person?
    /// The paper that took its place by this event.
    public let replacedBy: String?
  }

  /// Entries of the log and their root, as signed last.
  public struct Point: Hashable, Sendable {
    public let size: Int
    public let root: TreeHash
  }

  public let events: [Event]
  /// The cursor to go on with.
  public let next: Int64
  /// Whether the log goes on behind `next`.
  public let hasMore: Bool
  public let checkpoint: Point

  public var json: JSONValue {
    .object([
      .init("events", .array(events.map(\.json))), .init("next", .text(String(next))),
      .init("more", .flag(hasMore)), .init("checkpoint", checkpoint.json),
    ])
  }
}

extension FeedPage.Point {
  /// The root as standard Base64, as it stands in a checkpoint.
  public var json: JSONValue {
    .object([
      .init("size", .integer(Int64(size))), .init("root", .text(Base64.text(root.bytes))),
    ])
  }
}

extension FeedPage.Event {
  fileprivate var json: JSONValue {
    let told = person.map { person in
      JSONValue.object([
        .init("name", .text(orNull: person.name)),
        .init("passport", .text(orNull: person.passport)),
        .init("citizenship", .text(orNull: person.citizenship)),
      ])
    }
    return .object([
      .init("index", .integer(index)), .init("at", .text(at)), .init("type", .text(type)),
      .init("document", .text(paper.document)), .init("number", .text(paper.number.number)),
      .init("copy", .integer(Int64(paper.number.copy))),
      .init("effect", .text(orNull: effect?.rawValue)), .init("standing", .text(paper.statusWord)),
      .init("person", told ?? .null), .init("validFrom", .text(orNull: paper.validFrom?.iso)),
      .init("validUntil", .text(orNull: paper.validUntil?.iso)),
      .init("replacedBy", .text(orNull: replacedBy)),
    ])
  }
}

/// A cursor beyond the log: the office was restored from a backup, and the reader begins again at the
/// checkpoint.
public struct CursorAhead: Error, Hashable, Sendable {
  public let checkpoint: FeedPage.Point
}
