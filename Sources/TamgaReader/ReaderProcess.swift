internal import CReader
internal import Glibc
internal import Synchronization

/// The process `tamga-reader`, in whose children strangers' files are opened.
///
/// Started when the first file is to be read, started again where it has died, ended with this process. It may
/// be used by several threads; each session has a child of its own.
public final class ReaderProcess: Sendable {
  /// The reader of this process.
  public static let shared = ReaderProcess(program: ReaderProgram.find())

  private struct State {
    /// 0 where none was started.
    var pid: pid_t = 0
    var control: Int32 = -1
    var started = ContinuousClock.now
    /// Nil until the reader has said what it is.
    var guards: ReaderGuards?
  }

  /// The path, nil where there is none.
  public let program: String?
  private let state = Mutex(State())

  public init(program: String?) {
    self.program = program
  }

  deinit { state.withLock { Self.stop(&$0) } }

  /// The process, where one runs.
  var pid: Int32? { state.withLock { $0.pid > 0 ? $0.pid : nil } }

  /// Starts the process without waiting for it, so that it is ready sooner.
  public func start() {
    state.withLock { state in
      if state.pid == 0 { try? start(&state) }
    }
  }

  /// What confines the reader's children on this machine.
  public func guards(by deadline: ContinuousClock.Instant) throws(ReaderFailure) -> ReaderGuards {
    try state.withLock { state throws(ReaderFailure) in try ready(&state, deadline) }
  }

  /// Starts a child on the bytes of `input`, its parts put together.
  ///
  /// - Parameter region: Bytes that an answer may have; only those that are used take memory.
  public func begin(
    _ task: ReaderTask, input: [[UInt8]], region: Int,
    deadline: ContinuousClock.Instant
  ) throws(ReaderFailure) -> ReaderSession {
    let milliseconds = deadline.millisecondsLeft
    guard milliseconds > 0 else { throw .time }
    guard let files = SessionFiles(input: input, region: region) else { throw .lost }
    var message = task.begin(
      input: input.reduce(0) { $0 + $1.count }, region: region, milliseconds: milliseconds)
    let pid = try state.withLock { state throws(ReaderFailure) -> pid_t in
      // One that has died meanwhile is started again, once.
      for _ in 0..<2 {
        _ = try ready(&state, deadline)
        if files.send(&message, to: state.control) { return state.pid }
        Self.stop(&state)
      }
      throw .lost
    }
    return ReaderSession(files, reader: self, pid: pid, deadline: deadline)
  }

  /// Ends the process `pid`, which does not do what it should; the next session starts another.
  func abandon(_ pid: pid_t) {
    state.withLock { state in
      if state.pid == pid { Self.stop(&state) }
    }
  }

  /// After so long a reader that has said nothing is ended.
  private static let beginning = Duration.seconds(10)

  /// Waits until the reader has said what it is.
  private func ready(
    _ state: inout State, _ deadline: ContinuousClock.Instant
  ) throws(ReaderFailure) -> ReaderGuards {
    if let guards = state.guards { return guards }
    if state.pid == 0 { try start(&state) }
    var hello = tamga_reader_hello()
    switch tamga_reader_receive(
      state.control, &hello, MemoryLayout.size(ofValue: hello), deadline.millisecondsLeft)
    {
    case 1:
      let guards = ReaderGuards(rawValue: hello.guards)
      state.guards = guards
      return guards
    case 0:
      // On a busy machine it may be on its way still.
      if state.started.duration(to: .now) > Self.beginning { Self.stop(&state) }
      throw .time
    default:
      Self.stop(&state)
      throw .version
    }
  }

  private func start(_ state: inout State) throws(ReaderFailure) {
    guard let program else { throw .missing }
    var control: Int32 = -1
    let pid = tamga_reader_spawn(program, &control)
    guard pid > 0 else { throw .missing }
    state = State(pid: pid, control: control)
    if self === Self.shared { tamga_reader_at_exit(pid, control) }
  }

  private static func stop(_ state: inout State) {
    guard state.pid > 0 else { return }
    tamga_reader_at_exit_except(state.pid)
    close(state.control)
    kill(state.pid, SIGKILL)
    while waitpid(state.pid, nil, 0) < 0, errno == EINTR {}
    state = State()
  }
}

/// What confines the reader's children, beside their limits of memory, time and files.
public struct ReaderGuards: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A filter of system calls: no network, no other programs.
  public static let systemCalls = ReaderGuards(rawValue: TAMGA_READER_SECCOMP.rawValue)
  /// Only the system's own files can be opened (Landlock).
  public static let files = ReaderGuards(rawValue: TAMGA_READER_LANDLOCK.rawValue)
}

extension ContinuousClock.Instant {
  /// Milliseconds from now, rounded up, at most eleven days; 0 when it has passed.
  var millisecondsLeft: Int32 {
    let (seconds, attoseconds) = ContinuousClock.now.duration(to: self).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
