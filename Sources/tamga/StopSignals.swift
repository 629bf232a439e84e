import Dispatch
import Foundation
import Synchronization
import TamgaDomain
import TamgaIssue

/// Takes SIGTERM and Ctrl-C as the wish to end after the records at hand; the second one ends at once.
final class StopSignals: Sendable {
  let request = StopRequest()
  private let first = Atomic<Int32>(0)
  private let sources = Mutex<[Source]>([])

  /// Kept for as long as the run, and touched no more once it is activated.
  private struct Source: @unchecked Sendable {
    let source: any DispatchSourceSignal
  }

  init() {
    let queue = DispatchQueue(label: "tamga.signals")
    for number in [SIGTERM, SIGINT] {
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [self] in take(number) }
      source.activate()
      let kept = Source(source: source)
      sources.withLock { $0.append(kept) }
    }
  }

  /// The signal that asked; 0 when none did.
  var received: Int32 { first.load(ordering: .acquiring) }

  private func take(_ number: Int32) {
    let (isFirst, _) = first.compareExchange(
      expected: 0, desired: number, ordering: .acquiringAndReleasing)
    guard isFirst else { Self.end(by: number) }
    request.request()
    Terminal.say(
      Message(
        kk: "қолдағы жазбалардан кейін тоқтаймын; екінші рет берілсе, бірден тоқтайды",
        ru: "остановлюсь после записей, которые в работе; ещё раз – остановка сразу",
        en: "stopping after the records at hand; once more stops at once"))
  }

  /// Ends the process as the signal itself would, so that shells and the system's manager see it.
  static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    _exit(128 + number)
  }
}
