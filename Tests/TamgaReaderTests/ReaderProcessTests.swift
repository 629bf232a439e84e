import Foundation
import Testing

@testable import TamgaReader

/// The real reader.
@Suite struct ReaderProcessTests {
  private static let white = [UInt8](repeating: 255, count: 64 * 64)
  private static var later: ContinuousClock.Instant { .now + .seconds(120) }

  private func look(by reader: ReaderProcess) throws -> ReaderAnswer {
    try reader.begin(
      .zxing(width: 64, height: 64), input: [Self.white], region: 4096, deadline: Self.later
    ).answer()
  }

  private func reader() throws -> ReaderProcess {
    let program: String = try #require(ReaderProgram.find(), "tamga-reader was not built")
    return ReaderProcess(program: program)
  }

  @Test func aPictureWithoutCodesHasNone() throws {
    let answer = try look(by: reader())
    #expect(answer.status == .done && answer.count == 0)
  }

  @Test func aReaderThatDiesIsStartedAgain() throws {
    let reader = try reader()
    _ = try look(by: reader)
    let first = try #require(reader.pid)
    kill(first, SIGKILL)
    // Its socket closes a moment later.
    while kill(first, 0) == 0, !isZombie(first) { usleep(1_000) }
    #expect(try look(by: reader).status == .done)
    #expect(reader.pid != first)
  }

  @Test func aChildThatDiesIsLostAlone() throws {
    let reader = try reader()
    let session = try reader.begin(
      .pdf(processorTime: .seconds(10)), input: [Array("%PDF-1.4".utf8)], region: 4096,
      deadline: Self.later)
    #expect(try session.answer().status == .damaged)
    #expect(throws: ReaderFailure.lost) { try session.answer(to: .objects) }
    #expect(try look(by: reader).status == .done)
  }

  @Test func manyThreadsShareIt() async throws {
    let reader = try reader()
    try await withThrowingTaskGroup(of: UInt32.self) { group in
      for _ in 0..<24 { group.addTask { try look(by: reader).status.rawValue } }
      for try await status in group { #expect(status == 0) }
    }
  }

  /// Requests that are none: refused, and the reader lives on.
  @Test func whatIsNoRequestIsRefused() throws {
    let reader = try reader()
    for (width, height) in [(64, 63), (0, 0), (1 << 40, 1)] {
      #expect(throws: ReaderFailure.lost) {
        try reader.begin(
          .zxing(width: width, height: height), input: [Self.white], region: 4096,
          deadline: Self.later
        ).answer()
      }
    }
    #expect(try look(by: reader).status == .done)
  }

  /// Where this kernel has them, both guards are up.
  @Test func theChildrenAreConfined() throws {
    let guards = try reader().guards(by: Self.later)
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    #expect(guards.contains(.systemCalls) == status.contains("\nSeccomp_filters:"))
  }

  /// A session whose time is over costs its child, and its processor time is counted.
  @Test func processorTimeIsCounted() throws {
    let reader = try reader()
    let side = 3_000
    // Finder patterns everywhere: minutes of work.
    let ring: [UInt8] = [0, 255, 0, 0, 0, 255, 0, 255]
    var pixels = [UInt8](repeating: 255, count: side * side)
    for y in 0..<side {
      for x in 0..<side {
        let (u, v) = (ring[x / 4 % 8], ring[y / 4 % 8])
        pixels[y * side + x] = u == 0 && v == 0 ? 0 : 255
      }
    }
    let (failure, used) = ProcessorUse.measure { () -> ReaderFailure? in
      do throws(ReaderFailure) {
        _ = try reader.begin(
          .zxing(width: side, height: side), input: [pixels], region: 4096,
          deadline: .now + .milliseconds(1_500)
        ).answer()
        return nil
      } catch {
        return error
      }
    }
    #expect(failure == .time || failure == nil)
    #expect(used > .milliseconds(20), "\(used)")
    // Another thread's children are not counted here.
    let (_, little) = ProcessorUse.measure { 1 }
    #expect(little < .milliseconds(20), "\(little)")
  }

  @Test func timeLeftIsRoundedUpAndBounded() {
    #expect(ContinuousClock.now.advanced(by: .seconds(-5)).millisecondsLeft == 0)
    #expect((1...10_000).contains((ContinuousClock.now + .seconds(10)).millisecondsLeft))
    #expect((ContinuousClock.now + .seconds(1 << 40)).millisecondsLeft == 1_000_000_000)
  }

  private func isZombie(_ pid: pid_t) -> Bool {
    let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    return stat.contains(") Z ")
  }
}
