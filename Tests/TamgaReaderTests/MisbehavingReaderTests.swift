import Testing

@testable import TamgaReader

/// What a reader that a file has taken over may say or do: an error in time, never a fault and never more bytes
/// than there are.
@Suite(.serialized) struct MisbehavingReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let why: String
    let script: String
    let expected: ReaderFailure
    var patience = Duration.seconds(20)
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(why: "ends at once", script: "os._exit(0)", expected: .version),
    Case(why: "says something else", script: "control.send(b'hello')", expected: .version),
    Case(why: "is of another version", script: "hello(version=2); take()", expected: .version),
    Case(why: "says more than a hello", script: "control.send(bytes(70000))", expected: .version),
    Case(
      why: "says nothing", script: "time.sleep(60)", expected: .time, patience: .milliseconds(700)),
    Case(why: "dies when it is asked", script: "hello(); take(); os._exit(1)", expected: .lost),
    Case(
      why: "is killed when it is asked", script: "hello(); take(); os.kill(os.getpid(), 9)",
      expected: .lost),
    Case(
      why: "closes the session",
      script: "hello(); s, l, i, r = take(); s.close(); end(l); time.sleep(60)", expected: .lost),
    Case(
      why: "says that the time is over",
      script: "hello(); s, l, i, r = take(); s.close(); end(l, ended=2); time.sleep(60)",
      expected: .time),
    Case(
      why: "answers half a message",
      script: "hello(); s, l, i, r = take(); s.send(bytes(7)); wait_for_the_end(l); end(l, 1, 9)",
      expected: .lost),
    Case(
      why: "answers a megabyte",
      script:
        "hello(); s, l, i, r = take(); s.send(bytes(100000)); wait_for_the_end(l); end(l, 1, 9)",
      expected: .lost),
    Case(
      why: "answers another request",
      script:
        "hello(); s, l, i, r = take(); answer(s, number=7); wait_for_the_end(l); end(l, 1, 9)",
      expected: .lost),
    Case(
      why: "answers an unknown status",
      script:
        "hello(); s, l, i, r = take(); answer(s, status=99); wait_for_the_end(l); end(l, 1, 9)",
      expected: .lost),
    Case(
      why: "answers in another version",
      script:
        "hello(); s, l, i, r = take(); answer(s, version=2); wait_for_the_end(l); end(l, 1, 9)",
      expected: .lost),
    Case(
      why: "answers nothing and does not end", script: "hello(); f = take(); time.sleep(60)",
      expected: .time, patience: .seconds(2)),
  ]

  @Test(arguments: cases) func isAnError(_ row: Case) throws {
    let standIn = try StandIn(row.script)
    let reader = ReaderProcess(program: standIn.path)
    let start = ContinuousClock.now
    #expect(throws: row.expected) {
      try reader.begin(
        .zxing(width: 1, height: 1), input: [[0]], region: 4096, deadline: .now + row.patience
      ).answer()
    }
    #expect(ContinuousClock.now - start < row.patience + .seconds(20))
  }

  @Test func aProgramThatIsNotThere() {
    for path in [nil, "/nonexistent/tamga-reader", "/etc/passwd"] {
      #expect(throws: ReaderFailure.missing) {
        try ReaderProcess(program: path).guards(by: .now + .seconds(20))
      }
    }
  }

  /// One that gives more than it is asked for is caught by the number of the request.
  @Test func endlessAnswers() throws {
    let standIn = try StandIn(
      "hello(); s, l, i, r = take()\nwhile True: answer(s, count=3)")
    let reader = ReaderProcess(program: standIn.path)
    let session = try reader.begin(
      .pdf(processorTime: .seconds(1)), input: [[0]], region: 4096, deadline: .now + .seconds(20))
    #expect(try session.answer().count == 3)
    #expect(throws: ReaderFailure.lost) { try session.answer(to: .objects) }
    #expect(throws: ReaderFailure.lost) { try session.answer() }
  }

  @Test func moreBytesThanThereAre() throws {
    for count in ["4097", "1 << 40", "(1 << 64) - 1"] {
      let standIn = try StandIn("hello(); s, l, i, r = take(); answer(s, count=\(count)); take()")
      let session = try ReaderProcess(program: standIn.path).begin(
        .pdf(processorTime: .seconds(1)), input: [[0]], region: 4096, deadline: .now + .seconds(20))
      let answer = try session.answer()
      #expect(throws: ReaderFailure.lost) { try session.bytes(answer.count) { $0.count } }
    }
  }

  /// Memory that is shared with a child cannot be taken away while it is read.
  @Test func aRegionThatTheChildWantsToCut() throws {
    let standIn = try StandIn(
      """
      hello(); s, l, i, r = take()
      os.pwrite(r, b"words", 0)
      for size in (0, 1, 1 << 30):
          try:
              os.ftruncate(r, size)
              os._exit(3)
          except OSError:
              pass
      answer(s, count=4096); take()
      """)
    let session = try ReaderProcess(program: standIn.path).begin(
      .pdf(processorTime: .seconds(1)), input: [[0]], region: 4096, deadline: .now + .seconds(20))
    let count = try session.answer().count
    #expect(try session.bytes(count) { Array($0) }.prefix(6) == Array("words\0".utf8)[...])
  }

  @Test func aSlowOneIsWaitedFor() throws {
    let standIn = try StandIn(
      "time.sleep(0.3); hello(); s, l, i, r = take(); time.sleep(0.3); answer(s, count=1); take()")
    let session = try ReaderProcess(program: standIn.path).begin(
      .zxing(width: 1, height: 1), input: [[0]], region: 4096, deadline: .now + .seconds(30))
    #expect(try session.answer().count == 1)
  }

  /// It sees no file of ours, no environment and no terminal.
  @Test func nothingIsInherited() throws {
    let standIn = try StandIn(
      """
      hello(); s, l, i, r = take()
      files = sorted(int(name) for name in os.listdir("/proc/self/fd"))
      kept = [f for f in files if f < 3 and os.readlink(f"/proc/self/fd/{f}") != "/dev/null"]
      held = [f for f in files if f > 3 + 4 and os.path.exists(f"/proc/self/fd/{f}")]
      answer(s, count=len(os.environ), width=len(kept), height=len(held)); take()
      """)
    let answer = try ReaderProcess(program: standIn.path).begin(
      .zxing(width: 1, height: 1), input: [[0]], region: 4096, deadline: .now + .seconds(30)
    ).answer()
    // Python itself adds LC_CTYPE where the locale is C.
    #expect(answer.count <= 2)
    #expect((answer.width, answer.height) == (0, 0))
  }
}
