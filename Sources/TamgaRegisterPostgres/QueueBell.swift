internal import CPostgres
internal import Glibc
public import TamgaRegister

/// Rings when a batch is opened (PostgreSQL, NOTIFY), so that a decision waits for no worker's next look.
///
/// Owns a connection. It may be missed, as by a connection pooler: who waits looks from time to time too.
/// Not to be shared between threads at once.
public final class QueueBell: @unchecked Sendable {
  static let channel = "tamga_queue"
  private let connection: PostgresConnection
  /// Several offices may share a database.
  private let schema: String

  init(_ connection: PostgresConnection, schema: String) throws {
    self.connection = connection
    self.schema = schema
    try connection.command("LISTEN \(Self.channel)")
  }

  /// False when the connection broke: nothing will ring any more.
  public var isUsable: Bool { connection.isUsable }

  /// Waits until it rings, also if it rang since the last call; `milliseconds` at most.
  ///
  /// - Returns: False when the time was over first, or the connection broke.
  public func wait(milliseconds: Int32) -> Bool {
    if connection.hasNotices(of: schema) { return true }
    let end = ContinuousClock.now + .milliseconds(Int(milliseconds))
    while isUsable {
      let left = (end - ContinuousClock.now) / .milliseconds(1)
      var ready = pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)
      guard left > 0, poll(&ready, 1, Int32(left.rounded(.up))) > 0 else { return false }
      if connection.hasNotices(of: schema) { return true }
    }
    return false
  }
}

extension DecisionQueue {
  /// A bell of this queue.
  public func bell() throws(RegisterError) -> QueueBell { try register.bell() }

  /// Rings in this transaction: heard when it is committed.
  static func ring(_ session: any SQLSession) throws {
    _ = try session.exists("SELECT pg_notify('\(QueueBell.channel)', current_schema())", [])
  }
}
