internal import Dispatch
internal import Synchronization

/// The connections of one register: opened when they are needed, kept, never more than the limit.
final class PostgresPool: Sendable {
  private let target: PostgresTarget
  private let settings: PostgresRegister.Settings
  private let free: DispatchSemaphore
  private let idle = Mutex<[Idle]>([])

  /// A connection goes from hand to hand, and never to two at once.
  private struct Idle: @unchecked Sendable {
    let connection: PostgresConnection
  }

  init(_ target: PostgresTarget, _ settings: PostgresRegister.Settings) {
    self.target = target
    self.settings = settings
    free = DispatchSemaphore(value: settings.connections)
  }

  /// Lends a connection; waits while all are lent. One that broke, or that is left inside a
  /// transaction, is closed.
  func withConnection<Value>(_ body: (PostgresConnection) throws -> Value) throws -> Value {
    free.wait()
    defer { free.signal() }
    let kept = idle.withLock { $0.popLast() }
    let connection = try kept?.connection ?? PostgresConnection(target, settings)
    defer {
      if connection.isUsable {
        let idle = Idle(connection: connection)
        self.idle.withLock { $0.append(idle) }
      }
    }
    return try body(connection)
  }

  /// Closes what is not lent: after a break the other connections are broken too.
  func closeIdle() {
    idle.withLock { $0.removeAll() }
  }
}
