import Synchronization

/// Lets lanes get their numbers in the order of the records, however fast each of them is.
final class Turns: Sendable {
  private struct State {
    var next = 0
    var passed: Set<Int> = []
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  /// Returns when every part before `part` has passed.
  func wait(for part: Int) async {
    await withCheckedContinuation { continuation in
      let isNow = state.withLock { state in
        if part > state.next { state.waiting[part] = continuation }
        return part <= state.next
      }
      if isNow { continuation.resume() }
    }
  }

  /// To be called for each part, also for one that broke off; a second time does nothing.
  func pass(_ part: Int) {
    let resumed: CheckedContinuation<Void, Never>? = state.withLock { state in
      guard part >= state.next else { return nil }
      state.passed.insert(part)
      while state.passed.remove(state.next) != nil { state.next += 1 }
      return state.waiting.removeValue(forKey: state.next)
    }
    resumed?.resume()
  }
}

/// The turn of one part.
struct Turn: Sendable {
  let turns: Turns
  let part: Int

  func wait() async { await turns.wait(for: part) }
  func pass() { turns.pass(part) }
}
