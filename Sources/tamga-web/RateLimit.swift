import Synchronization

/// Counts what each caller has done in a window of time, in memory and under no name: a key is a hash that no
/// other process can make.
final class RateLimit: Sendable {
  private struct Window {
    var start: ContinuousClock.Instant
    var count: Int
  }

  private let most: Int
  private let length: Duration
  private let windows = Mutex<[Int: Window]>([:])
  /// Callers that are remembered; beyond it those whose time is over are forgotten.
  private static let callers = 100_000

  init(most: Int, in length: Duration) {
    self.most = most
    self.length = length
  }

  /// Counts one more.
  ///
  /// - Returns: Nil where it is allowed, else the seconds to wait.
  func take(_ caller: String) -> Int? {
    windows.withLock { windows in
      let key = caller.hashValue
      if let wait = wait(windows[key]) { return wait }
      add(&windows, key)
      return nil
    }
  }

  /// The seconds to wait, nil where one more is allowed; counts nothing.
  func wait(_ caller: String) -> Int? { windows.withLock { wait($0[caller.hashValue]) } }

  /// Counts one without asking.
  func add(_ caller: String) { windows.withLock { add(&$0, caller.hashValue) } }

  private func wait(_ window: Window?) -> Int? {
    guard let window, window.count >= most else { return nil }
    let left = length - window.start.duration(to: .now)
    return left > .zero ? Int((left / .seconds(1)).rounded(.up)) : nil
  }

  private func add(_ windows: inout [Int: Window], _ key: Int) {
    let now = ContinuousClock.now
    if windows.count >= Self.callers {
      windows = windows.filter { $0.value.start.duration(to: now) < length }
      if windows.count >= Self.callers { windows.removeAll() }
    }
    var window = windows[key] ?? Window(start: now, count: 0)
    if window.start.duration(to: now) >= length { window = Window(start: now, count: 0) }
    window.count += 1
    windows[key] = window
  }
}
