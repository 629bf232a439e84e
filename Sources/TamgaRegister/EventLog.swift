internal import TamgaDomain
internal import TamgaFormats
internal import TamgaLog

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
  /// Moves of papers that are issued by them, with their files.
  private var issues: [[any SQLArgument]] = []

  private struct Event {
    let what: String
    let serial: Int64?
    let reason: Reason?
    let detail: String
  }

  private struct Reason {
    let text: String
    let salt = RandomBytes.drawn(LogEntry.saltLength)

    var hash: [UInt8] { LogEntry.digest(ofReason: text, salt: salt) }
  }

  init(session: any SQLSession, agent: String, moment: Int64) {
    self.session = session
    self.agent = agent
    self.moment = moment
  }

  /// The `what` of the event that begins a paper.
  static let reserved = "reserved"
  /// The `what` of a body that may issue from now on.
  static let bodyAdded = "body"
  /// The `what` of a trust bundle that was made.
  static let bundle = "bundle"
  /// The `what` of a kind of which the first paper is made.
  static let kind = "kind"
  /// The `what` of a signature of a paper's file.
  static let signed = "signed"
  /// The `what` of a certificate with which papers are signed from now on.
  static let certificate = "certificate"
  /// The `what` of template files that the first paper is made from.
  static let form = "form"
  /// The `what` of a changed form that somebody answers for.
  static let formAccepted = "form-accepted"
  /// The `what` of a restore that somebody answers for.
  static let restored = "restore-accepted"

  /// Takes an event; it is written by ``flush()``.
  func write(
    _ what: String, _ serial: Int64?, reason: String? = nil, _ detail: KeyValuePairs<String, String>
  ) {
    events.append(
      Event(
        what: what, serial: serial, reason: reason.map(Reason.init), detail: Self.json(detail)))
  }

  /// Seconds by which the clocks of an office's machines may differ.
  static let clockTolerance: Int64 = 300

  /// Writes the moves, so that the statements that follow see them.
  func settle() throws {
    // First: what ends a paper comes after its issue.
    try session.execute(
      """
      UPDATE paper SET state = ?, status = ?, status_before = ?, ended_by = ?, issued_at = ?, sha256 = ?,
        byte_count = ?, pages = ?, path = ?
      WHERE serial = ?
      """, each: issues)
    issues = []
    try session.execute(
      "UPDATE paper SET state = ?, status = ?, status_before = ?, ended_by = ? WHERE serial = ?",
      each: moves)
    moves = []
  }

  /// Writes the moves, the events in their order, the first one after the last of the log, and the
  /// roots of the tiles that they fill.
  ///
  /// - Returns: The sequence of the last event that was written; nil when there was none to write.
  /// - Throws: ``RegisterError`` of code `clock` when the log has a later event already.
  @discardableResult
  func flush() throws -> Int64? {
    try settle()
    guard !events.isEmpty else { return nil }
    if let lock = session.dialect.logLock { _ = try session.exists(lock, []) }
    let last = try session.first(
      "SELECT sequence, at FROM event ORDER BY sequence DESC LIMIT 1", []
    ) { (sequence: $0.int(0), at: $0.int(1)) }
    if let last, moment < last.at - Self.clockTolerance {
      throw RegisterError(
        .clock, at: "log",
        kk: "бұл машинаның сағаты тізілімнің соңғы жазбасынан \(last.at - moment) секунд артта",
        ru: "часы этой машины отстают от последней записи реестра на \(last.at - moment) с",
        en:
          "the clock of this machine is \(last.at - moment) seconds behind the register's last entry",
        hint: Message(
          kk: "сағатты түзеп, пәрменді қайталаңыз", ru: "поставьте часы и повторите команду",
          en: "set the clock and run the command again"))
    }
    let states = try PaperDigest.states(session, of: Set(events.compactMap(\.serial)))
    let size = last?.sequence ?? 0
    var leaves: [TreeHash] = []
    let rows = try events.enumerated().map { offset, event -> [any SQLArgument] in
      let entry = try LogEntry(
        sequence: size + Int64(offset) + 1, at: moment, who: agent, what: event.what,
        serial: event.serial, reason: event.reason?.hash,
        detail: event.detail, state: event.serial.flatMap { states[$0] })
      let leaf = entry.leaf
      leaves.append(leaf)
      return [
        entry.sequence, moment, agent, event.what, event.serial, event.reason?.text,
        event.reason?.salt, entry.reason, event.detail, entry.state, leaf.bytes,
      ]
    }
    try session.execute(
      """
      INSERT INTO event
        (sequence, at, who, what, serial, reason, reason_salt, reason_hash, detail, state, leaf)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, each: rows)
    let tree = TiledTree(StoredNodes(session: session), size: Int(size))
    let tiles = try tree.completed(byAppending: leaves)
    if !tiles.isEmpty {
      try session.execute(
        "INSERT INTO log_tile (level, place, hash) VALUES (?, ?, ?)",
        each: tiles.map { [$0.level, $0.index, $0.hash.bytes] })
    }
    let count = Int64(events.count)
    events = []
    return size + count
  }

  /// Moves a paper to its next condition and records it; both are written later.
  ///
  /// - Parameters:
  ///   - file: Of a paper that is issued by the move.
  ///   - other: The paper that made the move happen.
  /// - Throws: ``RegisterError`` of code `illegal-move`; then nothing is recorded.
  func move(
    _ paper: PaperEntry, _ move: PaperMove, file: IssuedFile? = nil, reason: String? = nil,
    because other: PaperEntry? = nil
  ) throws {
    guard let next = move.next(from: paper.condition) else {
      throw RegisterError.illegal(move, paper.number, paper.condition)
    }
    if next != paper.condition {
      let ends = move == .supersede || move == .revoke
      let condition: [any SQLArgument] = [
        next.state.rawValue, next.status.rawValue, ends ? paper.status.rawValue : nil,
        ends ? other?.serial : nil,
      ]
      if let file {
        issues.append(
          condition + [moment, file.sha256, file.byteCount, file.pages, file.path, paper.serial])
      } else {
        moves.append(condition + [paper.serial])
      }
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
    JSONWriter.text(.object(members.map { JSONValue.Member($0, .text($1)) }))
  }
}
