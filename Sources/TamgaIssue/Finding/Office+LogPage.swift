public import TamgaDomain
import TamgaLog
public import TamgaRegister

/// A page of the log for those who audit. Its reasons may name a person.
public struct LogPage: Sendable {
  public struct Row: Hashable, Sendable {
    public let sequence: Int64
    /// Seconds since 1970-01-01T00:00:00Z.
    public let at: Int64
    public let who: String
    public let what: String
    /// Nil for what the office did.
    public let paper: PaperEntry?
    /// Nil also after the retention of the paper.
    public let reason: String?
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
  ///   - bodies: Codes of the bodies whose papers may be told of; nil for all.
  ///   - limit: 1 to 999.
  /// - Throws: ``IssueError`` of code `issue-no-such-paper`.
  public func log(
    _ cursor: LogCursor = .newest, who: String? = nil, paper: String? = nil, what: String? = nil,
    bodies: [String]? = nil, limit: Int
  ) throws -> LogPage {
    let serial = try paper.map { try self.paper($0).serial }
    var events = try register.log(
      LogFilter(who: who, what: what, serial: serial, bodies: bodies), cursor, limit: limit + 1)
    let hasMore = events.count > limit
    if hasMore { events.removeLast() }
    var papers: [Int64: PaperEntry] = [:]
    for serial in Set(events.compactMap(\.serial)) {
      papers[serial] = try register.paper(serial: serial)
    }
    let rows = events.map { event in
      LogPage.Row(
        sequence: event.sequence, at: event.at, who: event.who, what: event.what,
        paper: event.serial.flatMap { papers[$0] }, reason: event.reason, detail: event.detail)
    }
    let next = events.last.map { last -> LogCursor in
      if case .after = cursor { .after(last.sequence) } else { .before(last.sequence) }
    }
    return LogPage(rows: rows, next: hasMore ? next : nil)
  }

  /// The newest signed checkpoint as text; nil before the first.
  public func newestNote() throws -> String? { try newestCheckpoint()?.text }

  /// Whether the log goes on from a checkpoint that somebody else kept, and a sentence about it.
  public func compare(withCheckpoint text: String) throws -> (isConsistent: Bool, words: Message) {
    do {
      let signed = try SignedCheckpoint(text, signedBy: logKeys())
      let size = try register.logSize()
      guard signed.checkpoint.size <= size else {
        return (
          false,
          Message(
            kk: "журналда \(size) жазба, ал бақылау нүктесінде \(signed.checkpoint.size)",
            ru: "в журнале записей \(size), а в контрольной точке \(signed.checkpoint.size)",
            en: "the log has \(size) entries, and the checkpoint \(signed.checkpoint.size)")
        )
      }
      let tree = TiledTree(RegisterNodes(register: register), size: size)
      try tree.consistencyProof(from: signed.checkpoint.size)
        .verify(from: signed.checkpoint.root, to: tree.root())
      return (
        true,
        Message(
          kk: "журнал осы бақылау нүктесінен өзгеріссіз жалғасқан",
          ru: "журнал продолжает эту контрольную точку без изменений",
          en: "the log goes on from this checkpoint unchanged")
      )
    } catch let fault as LogFault {
      return (false, fault.message)
    }
  }
}
