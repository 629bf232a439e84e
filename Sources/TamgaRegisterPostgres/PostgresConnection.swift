internal import CPostgres
internal import TamgaRegister

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One connection. Not for two threads at once; its pool sees to that.
final class PostgresConnection {
  private let raw: OpaquePointer
  /// Names of prepared statements by their text.
  private var prepared: [String: String] = [:]

  /// Statements of one exchange; the answers of so many are read before more are sent.
  private static let exchange = 256

  /// Connects and settles what every session of a register has.
  ///
  /// - Throws: ``PostgresFailure``
  init(_ target: PostgresTarget, _ settings: PostgresRegister.Settings) throws {
    // A later word wins: the string may set the first ones, and not the last.
    let words = [
      ("connect_timeout", "10"), ("dbname", target.connection), ("client_encoding", "UTF8"),
      ("fallback_application_name", "tamga"),
    ]
    let keys = words.map { strdup($0.0) } + [nil]
    let values = words.map { strdup($0.1) } + [nil]
    defer { for word in keys + values { free(word) } }
    let made = keys.map { UnsafePointer($0) }.withUnsafeBufferPointer { keys in
      values.map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
        PQconnectdbParams(keys.baseAddress, values.baseAddress, 1)
      }
    }
    guard let made else { throw PostgresFailure(state: "53200") }
    raw = made
    guard PQstatus(raw) == CONNECTION_OK else {
      // A server that is starting or full says so in its own words only.
      let text = String(cString: PQerrorMessage(raw)).split(separator: "\n").first.map(String.init)
      throw PostgresFailure(state: "08001", reason: text)
    }
    // Notices may quote values.
    _ = PQsetNoticeProcessor(raw, { _, _ in }, nil)
    try command(
      """
      SET search_path TO \(target.schema);
      SET default_transaction_isolation TO 'read committed';
      SET lock_timeout TO \(settings.lockMilliseconds);
      SET statement_timeout TO \(settings.statementMilliseconds);
      SET idle_in_transaction_session_timeout TO \(settings.idleMilliseconds);
      SET bytea_output TO hex;
      SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') = 'off'
      """)
  }

  deinit { PQfinish(raw) }

  /// False when the connection cannot be used any more.
  var isUsable: Bool { PQstatus(raw) == CONNECTION_OK && PQtransactionStatus(raw) == PQTRANS_IDLE }

  /// The file descriptor of the connection, for waiting.
  var socket: Int32 { PQsocket(raw) }

  /// Takes what the server has said meanwhile; true when a channel that is listened to was notified with `word`.
  func hasNotices(of word: String) -> Bool {
    guard PQconsumeInput(raw) == 1 else { return false }
    var isNotified = false
    while let notice = PQnotifies(raw) {
      isNotified = isNotified || String(cString: notice.pointee.extra) == word
      PQfreemem(notice)
    }
    return isNotified
  }

  /// Runs statements without arguments.
  ///
  /// - Returns: The first field of the last answer, if it has one.
  @discardableResult
  func command(_ sql: String) throws -> String? {
    let result = PQexec(raw, sql)
    defer { PQclear(result) }
    try check(result)
    guard PQntuples(result) > 0, PQnfields(result) > 0 else { return nil }
    return String(cString: PQgetvalue(result, 0, 0))
  }

  /// Ends the transaction.
  ///
  /// - Returns: False when the server rolled it back instead.
  func commit() throws -> Bool {
    let result = PQexec(raw, "COMMIT")
    defer { PQclear(result) }
    try check(result)
    return String(cString: PQcmdStatus(result)) == "COMMIT"
  }

  /// Runs a statement once for each list of arguments; many lists share an exchange. `read` gets
  /// each answer in order.
  ///
  /// - Throws: ``PostgresFailure``, or what `read` throws.
  func run(
    _ sql: String, each lists: [[any SQLArgument]], _ read: (PostgresAnswer) throws -> Void
  ) throws {
    guard let first = lists.first else { return }
    let name = try prepare(sql, first)
    guard lists.count > 1 else {
      let result = PostgresArguments(first).withPointers {
        PQexecPrepared(raw, name, $0, $1, $2, $3, 1)
      }
      defer { PQclear(result) }
      try check(result)
      try read(PostgresAnswer(result: result))
      return
    }
    for start in stride(from: 0, to: lists.count, by: Self.exchange) {
      try pipeline(name, lists[start..<min(start + Self.exchange, lists.count)], read)
    }
  }

  private func pipeline(
    _ name: String, _ lists: ArraySlice<[any SQLArgument]>,
    _ read: (PostgresAnswer) throws -> Void
  ) throws {
    guard PQenterPipelineMode(raw) == 1 else { throw PostgresFailure.lost }
    defer { PQexitPipelineMode(raw) }
    for list in lists {
      let sent = PostgresArguments(list).withPointers {
        PQsendQueryPrepared(raw, name, $0, $1, $2, $3, 1)
      }
      guard sent == 1 else { throw PostgresFailure.lost }
    }
    guard PQpipelineSync(raw) == 1 else { throw PostgresFailure.lost }
    // Every answer is taken, also after a failure: the connection is in step again then.
    var failure: (any Error)?
    for _ in lists {
      let result = PQgetResult(raw)
      defer { PQclear(result) }
      do {
        if failure == nil {
          try check(result)
          try read(PostgresAnswer(result: result))
        }
      } catch {
        failure = error
      }
      guard PQstatus(raw) == CONNECTION_OK else { throw failure ?? PostgresFailure.lost }
      // A null ends the answer of one statement.
      if result != nil { PQclear(PQgetResult(raw)) }
    }
    let end = PQgetResult(raw)
    defer { PQclear(end) }
    if let failure { throw failure }
    guard PQresultStatus(end) == PGRES_PIPELINE_SYNC else { throw PostgresFailure.lost }
  }

  private func prepare(_ sql: String, _ arguments: [any SQLArgument]) throws -> String {
    if let name = prepared[sql] { return name }
    let name = "s\(prepared.count)"
    let types = arguments.map { PostgresArguments.type(of: $0.sqlValue) }
    let result = PQprepare(raw, name, Self.numbered(sql), Int32(types.count), types)
    defer { PQclear(result) }
    try check(result)
    prepared[sql] = name
    return name
  }

  /// `?` becomes `$1`, `$2` …; not inside a quoted word.
  static func numbered(_ sql: String) -> String {
    var text = ""
    text.reserveCapacity(sql.utf8.count + 64)
    var isQuoted = false
    var number = 0
    for scalar in sql.unicodeScalars {
      if scalar == "'" { isQuoted.toggle() }
      if scalar == "?", !isQuoted {
        number += 1
        text += "$\(number)"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private func check(_ result: OpaquePointer?) throws {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
    default: break
    }
    if let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))) {
      throw PostgresFailure(state: String(cString: state))
    }
    // libpq's own complaint, or none at all: the connection is of no use.
    throw PostgresFailure.lost
  }
}
