import Dispatch
import Foundation
import Testing

@testable import TamgaIssue

@Suite struct BlockingCallsTests {
  /// Whoever waits for a lock, a server or a disk must not take a core from the rest of the program. The limit ends
  /// a deadlock; other tests may have the pool's threads for some minutes.
  @Test(.timeLimit(.minutes(20))) func callsThatBlockLeaveTheOthersTheirThreads() async throws {
    let gate = DispatchSemaphore(value: 0)
    let count = 4 * ProcessInfo.processInfo.activeProcessorCount
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for index in 0..<count {
        tasks.addTask {
          let blocking = BlockingCalls(label: "test.\(index)")
          try await blocking { gate.wait() }
        }
      }
      // Comes to run only where the others hold no thread of the pool.
      tasks.addTask { for _ in 0..<count { gate.signal() } }
      try await tasks.waitForAll()
    }
  }

  @Test func whatIsThrownArrives() async {
    let blocking = BlockingCalls(label: "test")
    await #expect(throws: IssueError.self) { try await blocking { throw Failure.example } }
  }
}

extension Failure {
  fileprivate static var example: IssueError {
    IssueError(.disk, "store", kk: "дискі толы", ru: "диск полон", en: "the disk is full")
  }
}
