internal import GRDB
internal import TamgaDomain

/// Writes events. Everything that changes or prints a paper goes through here, in the transaction of
/// the change.
struct EventLog {
  let db: Database
  let agent: String
  let moment: Int64

  /// The `what` of the event that begins a paper.
  static let reserved = "reserved"

  func write(
    _ what: String, _ serial: Int64?, reason: String? = nil, _ detail: KeyValuePairs<String, String>
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO event (sequence, at, who, what, serial, reason, detail)
        VALUES ((SELECT coalesce(max(sequence), 0) + 1 FROM event), ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [moment, agent, what, serial, reason, Self.json(detail)])
  }

  /// Moves a paper to its next condition and records it.
  ///
  /// - Parameter other: The paper that made the move happen.
  /// - Throws: ``RegisterError`` of code `illegal-move`; then nothing is written.
  func move(
    _ paper: PaperEntry, _ move: PaperMove, reason: String? = nil, because other: PaperEntry? = nil
  ) throws {
    guard let next = move.next(from: paper.condition) else {
      throw RegisterError.illegal(move, paper.number, paper.condition)
    }
    if next != paper.condition {
      let ends = move == .supersede || move == .revoke
      let statement = try db.cachedStatement(
        sql: """
          UPDATE paper SET state = ?, status = ?, status_before = ?, ended_by = ? WHERE serial = ?
          """)
      try statement.execute(arguments: [
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
    try write(move.rawValue, paper.serial, reason: reason, detail)
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
