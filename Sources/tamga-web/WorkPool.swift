import Dispatch
import Synchronization

/// Does work that blocks on threads of its own, so much at once and no more: what comes beyond that waits, and
/// beyond the waiting is sent away.
final class WorkPool: Sendable {
  struct Full: Error {}

  private struct State {
    var running = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let atOnce: Int
  private let most: Int
  private let queue: DispatchQueue
  private let state = Mutex(State())

  /// - Parameter label: Names the threads for those who look at a stopped process.
  init(_ label: String, atOnce: Int, waiting most: Int) {
    self.atOnce = atOnce
    self.most = most
    queue = DispatchQueue(label: label, attributes: .concurrent)
  }

  /// - Throws: ``Full``, or what `body` throws.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await enter()
    defer { leave() }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try body() }) }
    }
  }

  private func enter() async throws {
    enum Step { case go, wait, full }
    let step = state.withLock { state -> Step in
      if state.running < atOnce {
        state.running += 1
        return .go
      }
      return state.waiting.count < most ? .wait : .full
    }
    switch step {
    case .go: return
    case .full: throw Full()
    case .wait: await wait()
    }
  }

  private func wait() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.running < atOnce {
          state.running += 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  /// Hands the place to the one that waits longest.
  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if state.waiting.isEmpty {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
