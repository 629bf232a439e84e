internal import CReader
internal import Glibc

/// One file in the hands of one child of the reader. The child is killed when this is released.
public final class ReaderSession {
  private let files: SessionFiles
  private let reader: ReaderProcess
  private let pid: pid_t
  private let deadline: ContinuousClock.Instant
  private var number: UInt32 = 0
  /// Why the child is of no further use.
  private var over: ReaderFailure?

  /// Milliseconds in which the reader says what became of a child that was ended; a reader that says nothing
  /// is abandoned. Generous, since the machine may be busy.
  private static let farewell: Int32 = 2_000

  init(_ files: SessionFiles, reader: ReaderProcess, pid: pid_t, deadline: ContinuousClock.Instant)
  {
    self.files = files
    self.reader = reader
    self.pid = pid
    self.deadline = deadline
  }

  deinit { if over == nil { end() } }

  /// The answer to the task itself, or to the last request.
  ///
  /// - Throws: ``ReaderFailure``: `time` or `lost`; the child has ended then.
  public func answer() throws(ReaderFailure) -> ReaderAnswer {
    if let over { throw over }
    var answer = tamga_reader_answer()
    let size = MemoryLayout.size(ofValue: answer)
    let got = tamga_reader_receive(files.socket, &answer, size, deadline.millisecondsLeft)
    if got == 1, answer.number == number, let answer = ReaderAnswer(answer) { return answer }
    let ended = end()
    let failure: ReaderFailure = got == 0 || ended?.ended == .overdue ? .time : .lost
    over = failure
    throw failure
  }

  /// Asks an open PDF for something.
  public func answer(to request: ReaderRequest) throws(ReaderFailure) -> ReaderAnswer {
    if let over { throw over }
    number &+= 1
    var message = request.message(number: number)
    // A child that has died is found when its answer is waited for.
    _ = tamga_reader_send(files.socket, &message, MemoryLayout.size(ofValue: message), nil, 0)
    return try answer()
  }

  /// The first `count` bytes of the region, as far as they are read by `body`: the child can change them
  /// meanwhile.
  ///
  /// - Throws: `lost` where the region has fewer.
  public func bytes<Value>(
    _ count: Int, _ body: (UnsafeRawBufferPointer) -> Value
  ) throws(ReaderFailure) -> Value {
    guard (0...files.region.count).contains(count) else {
      end()
      over = .lost
      throw .lost
    }
    return body(UnsafeRawBufferPointer(rebasing: files.region[..<count]))
  }

  /// Waits until a program that writes to the region has ended well; the bytes that it wrote.
  public func written() throws(ReaderFailure) -> [UInt8] {
    if let over { throw over }
    let (got, message) = report(within: deadline.millisecondsLeft)
    guard let message else {
      if got == 0 { end() }
      over = got == 0 ? .time : .lost
      throw got == 0 ? .time : .lost
    }
    over = message.ended == .overdue ? .time : .lost
    guard message.ended == .exited, message.status == 0 else { throw over ?? .lost }
    return try bytes(files.written) { Array($0) }
  }

  private struct End {
    enum Kind: UInt32 { case exited, killed, overdue, refused }
    let ended: Kind
    let status: Int32
  }

  /// Has the child killed and its processor time counted.
  @discardableResult private func end() -> End? {
    shutdown(files.life, Int32(SHUT_WR))
    let (got, message) = report(within: Self.farewell)
    if got == 0 { reader.abandon(pid) }
    return message
  }

  /// What the reader says of a child that has ended.
  private func report(within milliseconds: Int32) -> (got: Int32, message: End?) {
    var end = tamga_reader_end()
    let got = tamga_reader_receive(
      files.life, &end, MemoryLayout.size(ofValue: end), milliseconds)
    guard got == 1, let kind = End.Kind(rawValue: end.ended) else { return (got, nil) }
    ProcessorUse.add(microseconds: end.microseconds)
    return (got, End(ended: kind, status: end.status))
  }
}
