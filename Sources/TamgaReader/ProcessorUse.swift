internal import Glibc
internal import Synchronization

/// Processor time of one input: of the thread that reads it, and of the reader's children that it waited for.
public enum ProcessorUse {
  private final class Sum: Sendable {
    let microseconds = Mutex<UInt64>(0)
  }

  @TaskLocal private static var sum: Sum?

  /// What `body` gives, and the processor time that it took.
  ///
  /// - Precondition: `body` does its work on this thread.
  public static func measure<Value>(_ body: () -> Value) -> (value: Value, used: Duration) {
    let sum = Sum()
    let before = ofThread
    let value = $sum.withValue(sum) { body() }
    return (value, ofThread - before + .microseconds(sum.microseconds.withLock { $0 }))
  }

  /// Counts a child that has ended.
  static func add(microseconds: UInt64) {
    sum?.microseconds.withLock {
      let (total, overflow) = $0.addingReportingOverflow(microseconds)
      $0 = overflow ? .max : total
    }
  }

  private static var ofThread: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
