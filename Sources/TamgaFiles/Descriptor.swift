internal import Glibc

/// An open file that is being written.
final class Descriptor {
  private var number: Int32
  private let path: String

  /// A new file of exactly this mode's rights, less what the process' mask takes.
  init(new file: String, mode: UInt32, shown path: String) throws(FileFault) {
    self.path = path
    number = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard number >= 0 else { throw FileFault(errno, at: path) }
  }

  /// Something that is there. Opening a pipe waits for its reader.
  init(appendingTo stream: String, shown path: String) throws(FileFault) {
    self.path = path
    repeat {
      number = open(stream, O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC)
    } while number < 0 && errno == EINTR
    guard number >= 0 else { throw FileFault(errno, at: path) }
  }

  func write(_ bytes: [UInt8]) throws(FileFault) {
    let reason = writeAll(bytes, to: number)
    guard reason == 0 else { throw FileFault(reason, at: path) }
  }

  func flush() throws(FileFault) {
    guard fsync(number) == 0 else { throw FileFault(errno, at: path) }
  }

  /// Ends the writing; some file systems say only here that there was no room.
  func close() throws(FileFault) {
    let number = self.number
    self.number = -1
    guard Glibc.close(number) == 0 else { throw FileFault(errno, at: path) }
  }

  deinit { if number >= 0 { Glibc.close(number) } }
}

/// Writes everything, however many calls that takes.
///
/// - Returns: 0, or the number of the error (`errno`).
public func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < buffer.count {
      let rest = buffer.baseAddress! + offset  // safe: the buffer is not empty here
      let count = Glibc.write(descriptor, rest, buffer.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += count
    }
    return 0
  }
}
