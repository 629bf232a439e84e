import Dispatch
import Foundation
import Synchronization

/// One thread for everything that a worker does; it ends with its last owner.
///
/// Swift's cooperative pool has a thread for each core, and a call that blocks one of them, for a lock, a server or a
/// disk, takes a core from everything else that is asynchronous: two slow look-ups would stop a server on two cores.
/// So no register and no file is touched there.
///
/// It is one and the same thread, which a queue of Dispatch does not promise, since an allocator keeps memory by thread:
/// what one has allocated and another frees goes through a lock of all.
///
/// By hand since neither Swift nor Dispatch has an executor that keeps to one thread.
final class WorkerThread: TaskExecutor {
  private let work: Work

  /// - Parameter label: Names the thread for those who look at a stopped process.
  init(label: String) {
    work = Work(label)
    let started = Unmanaged.passRetained(work)
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { pointer in
        // safe: what was handed over below
        let work = Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue()
        Thread.current.name = work.label
        while work.next()() {}
        return nil
      }, started.toOpaque())
    if failure == 0 {
      pthread_detach(thread)
    } else {
      started.release()
      work.useQueue()
    }
  }

  deinit { work.add { false } }

  func enqueue(_ job: UnownedJob) {
    work.add {
      job.runSynchronously(on: self.asUnownedTaskExecutor())
      return true
    }
  }

  /// Runs everything asynchronous in `body` on the thread, but for actors that have an executor of their own or are used
  /// from elsewhere at the same time, and for tasks that do not belong to it.
  func run<Value: Sendable>(
    _ body: @Sendable () async throws -> Value
  ) async rethrows -> Value {
    try await withTaskExecutorPreference(self, operation: body)
  }

  /// Runs `body` on the thread; the caller is suspended meanwhile.
  func callAsFunction<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      work.add {
        continuation.resume(with: Result { try body() })
        return true
      }
    }
  }

  /// What waits for the thread. Each piece says whether the thread goes on; whoever waits for one keeps the owner alive.
  private final class Work: Sendable {
    let label: String
    private let waiting = Mutex<[@Sendable () -> Bool]>([])
    private let count = DispatchSemaphore(value: 0)
    /// Does the work where the system gives no further thread.
    private let queue = Mutex<DispatchQueue?>(nil)

    init(_ label: String) { self.label = label }

    func useQueue() { queue.withLock { $0 = DispatchQueue(label: label) } }

    func add(_ piece: @escaping @Sendable () -> Bool) {
      if let queue = queue.withLock(\.self) { return queue.async { _ = piece() } }
      waiting.withLock { $0.append(piece) }
      count.signal()
    }

    func next() -> @Sendable () -> Bool {
      count.wait()
      return waiting.withLock { $0.removeFirst() }
    }
  }
}
