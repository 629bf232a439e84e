import CChild
import Foundation
import Testing

/// A child that waits for a lock for ever is told from one that works, waits for a processor or was stopped.
@Suite struct SleepingChildTests {
  private func looks(
    _ words: [String], atMost: Int = 3, before: (pid_t) -> Void = { _ in }
  ) throws -> [Bool] {
    let child = Process()
    child.executableURL = URL(filePath: words[0])
    child.arguments = Array(words.dropFirst())
    try child.run()
    defer {
      kill(child.processIdentifier, SIGKILL)
      child.waitUntilExit()
    }
    // Past its own beginning, in which it reads and computes.
    usleep(300_000)
    before(child.processIdentifier)
    var used = UInt.max
    var seen: [Bool] = []
    while seen.count < atMost, seen.last != true {
      usleep(UInt32(TAMGA_CHILD_LOOK) * 1_000)
      seen.append(tamga_child_is_asleep(child.processIdentifier, &used))
    }
    return seen
  }

  @Test func theFirstLookNeverTells() throws {
    // On a busy machine it may take a while to begin its sleep.
    let seen = try looks(["/bin/sleep", "60"], atMost: 100)
    #expect(seen.first == false && seen.last == true, "\(seen)")
  }

  @Test func oneThatWorksIsAwake() throws {
    #expect(try looks(["/bin/sh", "-c", "while :; do :; done"]) == [false, false, false])
  }

  @Test func oneThatWasStoppedIsAwake() throws {
    let seen = try looks(["/bin/sleep", "60"]) { kill($0, SIGSTOP) }
    #expect(seen == [false, false, false])
  }

  @Test func nobodyIsNotAsleep() {
    var used = UInt.max
    #expect(!tamga_child_is_asleep(pid_t.max, &used))
  }
}
