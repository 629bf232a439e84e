internal import Glibc
public import TamgaDomain

/// Files of any size, piece by piece.
public enum FilePieces {
  /// Bytes of a piece.
  private static let size = 1 << 20

  /// Gives every piece of a file in order.
  ///
  /// - Returns: Nil, or why the file could not be read to its end.
  public static func read<Failure: Error>(
    _ path: String, _ take: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> SystemReason? {
    // A link would lead out of the folder that was named.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return SystemReason(errno) }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: size)
    while true {
      let count = Glibc.read(descriptor, &piece, size)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return SystemReason(errno) }
      if count == 0 { return nil }
      try take(piece[..<count])
    }
  }

  /// Copies a file to a new one; not flushed. What was begun is removed when it cannot be finished.
  ///
  /// - Parameters:
  ///   - mode: Of the new file, whatever the process' mask is.
  ///   - look: Gets every piece.
  /// - Returns: Nil, or why the file could not be read.
  /// - Throws: ``FileFault`` where the new one could not be written.
  public static func copy(
    _ path: String, to target: String, mode: UInt32, look: (ArraySlice<UInt8>) -> Void
  ) throws(FileFault) -> SystemReason? {
    let descriptor = try Descriptor(new: target, mode: mode, shown: target)
    var isWhole = false
    defer { if !isWhole { unlink(target) } }
    let reason = try read(path) { (piece) throws(FileFault) in
      look(piece)
      try descriptor.write(Array(piece))
    }
    try descriptor.close()
    guard reason == nil else { return reason }
    guard chmod(target, mode) == 0 else { throw FileFault(errno, at: target) }
    isWhole = true
    return nil
  }
}
