internal import CReader

/// What a child answers. It comes from a process that a stranger's file may have taken over: every number is
/// what it says and nothing more, and only ``ReaderSession/bytes(_:)`` knows that there are so many bytes.
public struct ReaderAnswer: Hashable, Sendable {
  public enum Status: UInt32, Hashable, Sendable {
    case done = 0
    case damaged = 1
    /// The PDF asks for a password.
    case encrypted = 2
    /// No such page, or one that cannot be read.
    case noPage = 3
    /// More bytes than the region has, or a page larger than a renderer takes.
    case large = 4
    /// No loader for the format is installed.
    case noLoader = 5
    /// More pixels than allowed.
    case pixels = 6
    /// More pixels × scans than allowed; ``ReaderAnswer/count`` says how many scans.
    case scans = 7
  }

  public let status: Status
  /// Pixels.
  public let width: Int
  /// Pixels.
  public let height: Int
  /// Bytes in the region; of an opened PDF its pages.
  public let count: Int

  /// Nil for a number that answers nothing.
  init?(_ answer: tamga_reader_answer) {
    guard let status = Status(rawValue: answer.status) else { return nil }
    self.status = status
    width = Int(answer.width)
    height = Int(answer.height)
    count = Int(clamping: answer.count)
  }

  /// Whether the answer to a request for ``ReaderRequest/objects`` says that the file must be repaired or
  /// guessed at.
  public var isUnsound: Bool { width & Int(TAMGA_READER_UNSOUND.rawValue) != 0 }
  /// Whether an update was appended to that file.
  public var isUpdated: Bool { width & Int(TAMGA_READER_UPDATED.rawValue) != 0 }
}
