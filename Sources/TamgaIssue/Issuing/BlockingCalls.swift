import Dispatch

/// A thread of its own for calls that block: the register waits for locks, servers and disks, files for
/// their flush.
///
/// Swift's cooperative pool has a thread for each core, and a call that blocks one of them takes a core
/// from everything else that is asynchronous: two slow look-ups would stop a server on two cores. So no
/// register and no file is touched there. Each lane has one such thread and does all its look-ups of a
/// group in one call: a change of thread is paid once a group and not once a look-up, and a group is still
/// one transaction. Calls of one lane run one after the other; a register is safe to be used by all lanes
/// at once.
struct BlockingCalls: Sendable {
  private let queue: DispatchQueue

  /// - Parameter label: Names the thread for those who look at a stopped process.
  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  /// Runs `body` on the thread; the caller is suspended meanwhile.
  func callAsFunction<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try body() }) }
    }
  }
}
