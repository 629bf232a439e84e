internal import CLinux
internal import Glibc

/// A lock on a file of its own (`flock`): held until this value is gone, also after a crash.
public final class FileLock: Sendable {
  private let number: Int32
  private let path: String

  /// Opens the file of the lock, which is made when it is not there; holds nothing yet.
  public init(_ path: String) throws(FileFault) {
    self.path = path
    number = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw FileFault(errno, at: path) }
  }

  /// Takes the lock when nobody holds it.
  ///
  /// - Returns: False when another holds it.
  public func take() throws(FileFault) -> Bool { try take(LOCK_EX) }

  /// Takes the lock together with others that share it.
  ///
  /// - Returns: False when another holds it alone.
  public func share() throws(FileFault) -> Bool { try take(LOCK_SH) }

  private func take(_ way: Int32) throws(FileFault) -> Bool {
    while flock(number, way | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw FileFault(errno, at: path) }
    }
    return true
  }

  /// Waits until the lock is free and takes it.
  public func wait() throws(FileFault) {
    while flock(number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileFault(errno, at: path) }
    }
  }

  deinit { close(number) }
}
