internal import TamgaDomain

/// Writes events. Everything that changes or prints a paper goes through here, in the transaction of
/// the change.
///
/// Events and moves are kept and written together: a group costs few exchanges with the database, and
/// the end of the log is locked for as short a time as can be.
final class EventLog {
  let session: any SQLSession
  let agent: String
  let moment: Int64
  private var events: [Event] = []
  private var moves: [[any SQLArgument]] = []

  private struct Event {
    let what: String
    let serial: Int64?
    let reason: String?
    let detail: String
  }

  init(session: any SQLSession, agent: String, moment: Int64) {
    self.session = session
    self.agent = agent
    self.moment = moment
  }

  /// The `what` of the event that begins a paper.
  static let reserved = "reserved"

  /// Takes an event; it is written by ``flush()``.
  func write(
    _ what: String, _ serial: Int64?, reason: String? = nil, _ detail: KeyValuePairs<String, String>
  ) {
    events.append(Event(what: what, serial: serial, reason: reason, detail: Self.json(detail)))
  }

  /// Writes the moves, so that the statements that follow see them.
  func settle() throws {
    try session.execute(
      "UPDATE paper SET state = ?, status = ?, status_before = ?, ended_by = ? WHERE serial = ?",
      each: moves)
    moves = []
  }

  /// Writes the moves, and the events in their order, the first one after the last of the log.
  func flush() throws {
    try settle()
    guard !events.isEmpty else { return }
    if let lock = session.dialect.logLock { _ = try session.exists(lock, []) }
    let last = try session.first("SELECT coalesce(max(sequence), 0) FROM event", []) { $0.int(0) }
    var sequence = last ?? 0
    try session.execute(
      """
      INSERT INTO event (sequence, at, who, what, serial, reason, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      each: events.map { event in
        sequence += 1
        return [sequence, moment, agent, event.what, event.serial, event.reason, event.detail]
      })
    events = []
  }

  /// Moves a paper to its next condition and records it; both are written later.
  ///
  /// - Parameter other: The paper that made the move happen.
  /// - Throws: ``RegisterError`` of code `illegal-move`; then nothing is recorded.
  func move(
    _ paper: PaperEntry, _ move: PaperMove, reason: String? = nil, because other: PaperEntry? = nil
  ) throws {
    guard let next = move.next(from: paper.condition) else {
      throw RegisterError.illegal(move, paper.number, paper.condition)
    }
    if next != paper.condition {
      let ends = move == .supersede || move == .revoke
      moves.append([
        next.state.rawValue, next.status.rawValue, ends ? paper.status.rawValue : nil,
        ends ? other?.serial : nil, paper.serial,
      ])
    }
    var detail: KeyValuePairs<String, String> = [
      "from": paper.condition.description, "to": next.description,
    ]
    if let other {
      detail = [
        "from": paper.condition.description, "to": next.description,
        "because": other.number.description,
      ]
    }
    write(move.rawValue, paper.serial, reason: reason, detail)
  }

  /// A JSON object of texts, its keys in the given order.
  static func json(_ members: KeyValuePairs<String, String>) -> String {
    "{" + members.map { "\(quoted($0)):\(quoted($1))" }.joined(separator: ",") + "}"
  }

  // RFC 8259 section 7.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        quoted += "\\\(scalar)"
      case "\u{0}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default:
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
