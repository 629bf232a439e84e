import Dispatch

/// Takes what blocks off the threads that everything asynchronous shares.
enum BlockingWork {
  private static let queue = DispatchQueue(label: "tamga.web.blocking", attributes: .concurrent)

  static func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: body()) }
    }
  }
}
