import TamgaDomain
import TamgaFormats
import TamgaLog
public import TamgaRegister
import TamgaSeal
import TamgaTemplates

extension Office {
  /// The events from the cursor on.
  ///
  /// - Throws: ``CursorAhead`` for a cursor beyond the log.
  public func feed(_ question: FeedQuestion) throws -> FeedPage {
    let feed = try register.feed(question)
    let checkpoint = try signedPoint()
    guard question.after <= feed.size else { throw CursorAhead(checkpoint: checkpoint) }
    let words = Dictionary(
      try register.kinds().compactMap { kind in kind.words.map { (kind.document, $0.effect) } }
    ) { first, _ in first }
    let zone = configuration.zone
    let events = feed.events.map { event in
      FeedPage.Event(
        index: event.sequence, at: zone.stamp(event.at), type: Self.type(event.what),
        paper: event.paper,
        effect: words[event.paper.document] ?? library.kind(event.paper.document)?.effect,
        person: event.record.map {
          RecordPerson.read($0, library.kind(event.paper.document))
        },
        replacedBy: event.what == .supersede ? Self.cause(event.detail) : nil)
    }
    return FeedPage(
      events: events, next: feed.next, hasMore: feed.hasMore, checkpoint: checkpoint)
  }

  /// Whether the paper had been suspended before is told by its standing.
  private static func type(_ move: PaperMove) -> String {
    (move == .reinstateSuspended ? .reinstate : move).rawValue
  }

  private static func cause(_ detail: String) -> String? {
    (try? JSONReader.strictValue(of: Array(detail.utf8)))?["because"]?.text
  }

  /// What was signed last, or the log as it is where nothing was signed yet.
  private func signedPoint() throws -> FeedPage.Point {
    if let signed = try? newestCheckpoint()?.checkpoint {
      return FeedPage.Point(size: signed.size, root: signed.root)
    }
    let size = try register.logSize()
    let tree = TiledTree(RegisterNodes(register: register), size: size)
    return FeedPage.Point(size: size, root: try tree.root())
  }
}
