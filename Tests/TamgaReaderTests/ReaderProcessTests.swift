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

  /// What the kernel says of a child at work.
  @Test func theChildrenAreConfined() throws {
    let reader = try reader()
    let guards = try reader.guards(by: Self.later)
    let session = try reader.begin(
      .pdf(processorTime: .seconds(3)), input: [Self.emptyPage], region: 1 << 20,
      deadline: Self.later)
    #expect(try session.answer().status == .done)
    let parent = try #require(reader.pid)
    let children = try String(
      contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
    let child = try #require(children.split(separator: " ").first, "\(children)")
    func lines(_ file: String) throws -> [String] {
      try String(contentsOfFile: "/proc/\(child)/\(file)", encoding: .utf8)
        .split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }
    let status = try lines("status")
    let own = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    // Said truthfully: there where this kernel has it, and nowhere else.
    #expect(guards.contains(.systemCalls) == own.contains("\nSeccomp_filters:"))
    #expect(status.contains("Seccomp:\t2") == guards.contains(.systemCalls))
    #expect(status.contains("NoNewPrivs:\t1") == !guards.isEmpty)
    #expect(status.contains("Threads:\t1"))
    let limits = try lines("limits")
    for limit in [
      "Max cpu time 4 5 seconds", "Max file size 0 0 bytes", "Max core file size 0 0 bytes",
      "Max processes 0 0 processes", "Max open files 64 64 files",
    ] { #expect(limits.contains(limit), "\(limit): \(limits)") }
    let space = try #require(limits.first { $0.hasPrefix("Max address space") }).split(
      separator: " ")
    #expect((320 << 20..<1 << 30).contains(Int(space[3]) ?? 0), "\(space)")
  }

  /// Forms that draw each other twenty times, eight deep.
  private static let endlessPage: [UInt8] = {
    var text = """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R
        /Resources<</XObject<</X 5 0 R>>>>>> endobj
      4 0 obj <</Length 5>>
      stream
      /X Do
      endstream endobj

      """
    for number in 5...13 {
      let content = number < 13 ? String(repeating: "/X Do ", count: 20) : "0 0 9 9 re f"
      text += """
        \(number) 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length \(content.utf8.count)
          /Resources<</XObject<</X \(number + 1) 0 R>>>>>>
        stream
        \(content)
        endstream endobj

        """
    }
    return Array((text + "trailer <</Root 1 0 R>>\n").utf8)
  }()

  private static let emptyPage = Array(
    """
    %PDF-1.4
    1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
    2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj
    trailer <</Root 1 0 R>>
    """.utf8)

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
    // A child that burns its processor time has had its time, whatever the clock says.
    let start = ContinuousClock.now
    #expect(throws: ReaderFailure.time) {
      let session = try reader.begin(
        .pdf(processorTime: .milliseconds(150)), input: [Self.endlessPage], region: 1 << 24,
        deadline: Self.later)
      _ = try session.answer()
      _ = try session.answer(to: .render(page: 0, dpi: 72, pixels: 1 << 20))
    }
    #expect(ContinuousClock.now - start < .seconds(60))
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
