internal import Glibc

/// A file of lines that appears whole at the end of a run: written under a temporary name, flushed,
/// renamed. A pipe or a device at its path is written to as it is.
public final class LineFile {
  private let path: String
  /// Where the file will stand; nil for a stream.
  private let target: String?
  private let temporary: String
  private let descriptor: Descriptor
  private var isOpen = true
  private var buffer: [UInt8] = []

  /// - Parameter tag: Tells the files of one writer in a folder of many.
  public init(_ path: String, tag: String = "") throws(FileFault) {
    self.path = path
    switch try WriteTarget(path) {
    case .file(let file):
      target = file
      temporary = AtomicFile.temporaryName(beside: file, tag: tag)
      descriptor = try Descriptor(new: temporary, mode: 0o640, shown: path)
    case .stream(let stream):
      target = nil
      temporary = ""
      descriptor = try Descriptor(appendingTo: stream, shown: path)
    }
  }

  public func append(_ bytes: some Sequence<UInt8>) throws(FileFault) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try writeOut() }
  }

  private func writeOut() throws(FileFault) {
    try descriptor.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name, complete. The folder is flushed by the caller.
  public func publish() throws(FileFault) {
    try writeOut()
    if target != nil { try descriptor.flush() }
    try descriptor.close()
    isOpen = false
    if let target { try AtomicFile.publish(temporary, as: target) }
  }

  deinit { if isOpen, target != nil { unlink(temporary) } }
}
