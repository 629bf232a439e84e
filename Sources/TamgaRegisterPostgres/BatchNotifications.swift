internal import CPostgres
internal import Glibc
public import TamgaRegister

/// Listens for the NOTIFY that is sent when a batch is opened (PostgreSQL), so that an idle worker need
/// not wait for its next poll.
///
/// Owns a connection. A notification may be lost, as by a connection pooler: the caller polls as well.
/// Not to be used by two threads at once.
public final class BatchNotifications: @unchecked Sendable {
  static let channel = "tamga_queue"
  private let connection: PostgresConnection
  /// Several offices may share a database.
  private let schema: String

  init(_ connection: PostgresConnection, schema: String) throws {
    self.connection = connection
    self.schema = schema
    try connection.command("LISTEN \(Self.channel)")
  }

  /// False when the connection broke: nothing more will arrive.
  public var isUsable: Bool { connection.isUsable }

  /// Blocks until a notification arrives, or has arrived since the last call; `milliseconds` at most.
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
  /// Subscribes to the batches that are opened from now on.
  public func notifications() throws(RegisterError) -> BatchNotifications {
    try register.notifications()
  }

  /// Sends the notification with the commit of this transaction.
  static func notify(_ session: any SQLSession) throws {
    _ = try session.exists(
      "SELECT pg_notify('\(BatchNotifications.channel)', current_schema())", [])
  }
}
