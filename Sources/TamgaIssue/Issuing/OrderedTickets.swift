import Synchronization

/// A ticket lock: parts of a run allot their numbers in the order of the records, however fast each
/// worker is.
final class OrderedTickets: Sendable {
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

/// The ticket of one part.
struct Ticket: Sendable {
  let tickets: OrderedTickets
  let part: Int

  func wait() async { await tickets.wait(for: part) }
  func pass() { tickets.pass(part) }
}
