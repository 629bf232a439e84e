import Dispatch
import Foundation
import Synchronization
import Testing

@testable import TamgaIssue

@Suite struct WorkerThreadTests {
  /// Whoever waits for a lock, a server or a disk must not take a core from the rest of the program. The limit ends
  /// a deadlock; other tests may have the pool's threads for some minutes.
  @Test(.timeLimit(.minutes(20))) func callsThatBlockLeaveTheOthersTheirThreads() async throws {
    let gate = DispatchSemaphore(value: 0)
    let count = 4 * ProcessInfo.processInfo.activeProcessorCount
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for index in 0..<count {
        tasks.addTask {
          let thread = WorkerThread(label: "test.\(index)")
          try await thread { gate.wait() }
        }
      }
      // Comes to run only where the others hold no thread of the pool.
      tasks.addTask { for _ in 0..<count { gate.signal() } }
      try await tasks.waitForAll()
    }
  }

  @Test func whatIsThrownArrives() async {
    let thread = WorkerThread(label: "test")
    await #expect(throws: IssueError.self) { try await thread { throw Failure.example } }
    await #expect(throws: IssueError.self) {
      try await thread.run {
        await Task.yield()
        throw Failure.example
      }
    }
  }

  /// Also behind what suspends, on an actor and in a call: else memory would be freed by another thread than the one
  /// that allocated it.
  @Test func everythingOfAWorkerIsOnItsThread() async throws {
    let first = WorkerThread(label: "first")
    let second = WorkerThread(label: "second")
    func visited(_ thread: WorkerThread) async throws -> [pthread_t] {
      let place = Place()
      return try await thread.run {
        var visited = [pthread_self(), await place.thread()]
        try await Task.sleep(for: .milliseconds(1))
        visited.append(pthread_self())
        await place.pause()
        visited.append(pthread_self())
        visited.append(try await thread { pthread_self() })
        return visited
      }
    }
    async let one = visited(first)
    async let other = visited(second)
    let (ofFirst, ofSecond) = try await (one, other)
    #expect(Set(ofFirst).count == 1 && Set(ofSecond).count == 1, "\(ofFirst), \(ofSecond)")
    #expect(ofFirst[0] != ofSecond[0])
  }

  /// A server that opens and closes offices must not keep a thread of each.
  @Test func aThreadEndsWithItsOwner() async throws {
    let ended = Ended()
    do {
      let thread = WorkerThread(label: "short")
      try await thread {
        // Freed by the system when the thread ends.
        _ = pthread_setspecific(ended.key, Unmanaged.passRetained(ended).toOpaque())
      }
    }
    for _ in 0..<2000 where !ended.isSo { try await Task.sleep(for: .milliseconds(10)) }
    #expect(ended.isSo)
  }

  /// Where the register is asked for the time: in every step that touches it.
  @Test func lanesTouchTheRegisterOnTheirThreadsAlone() async throws {
    let seen = Mutex<Set<pthread_t>>([])
    let desk = try Desk(workers: 2) {
      seen.withLock { _ = $0.insert(pthread_self()) }
      return Office.systemClock()
    }
    seen.withLock { $0 = [] }
    let records = desk.sample(seed: 4, count: 40, kinds: ["labour-immigrant-permit"])
      .map { desk.issuer.parse($0) }
    let results = await desk.issuer.issue(records)
    #expect(results.allSatisfy { $0.outcome == .issued }, "\(results.map(\.findings))")
    let lanes = try await [
      desk.issuer.lanes[0].thread { pthread_self() },
      desk.issuer.lanes[1].thread { pthread_self() },
    ]
    // The checkpoint is signed by whoever issued.
    let others = seen.withLock { $0.subtracting(lanes) }
    #expect(others.count <= 1 && seen.withLock { $0.isSuperset(of: lanes) }, "\(others.count)")
  }
}

private actor Place {
  func thread() -> pthread_t { pthread_self() }
  func pause() async { await Task.yield() }
}

/// Notes the end of a thread that has it.
private final class Ended: Sendable {
  private let hasEnded = Atomic<Bool>(false)
  let key: pthread_key_t

  init() {
    var key = pthread_key_t()
    pthread_key_create(&key) { pointer in
      guard let pointer else { return }
      let ended = Unmanaged<Ended>.fromOpaque(pointer).takeRetainedValue()
      ended.hasEnded.store(true, ordering: .releasing)
    }
    self.key = key
  }

  var isSo: Bool { hasEnded.load(ordering: .acquiring) }
}

extension Failure {
  fileprivate static var example: IssueError {
    IssueError(.disk, "store", kk: "дискі толы", ru: "диск полон", en: "the disk is full")
  }
}
