internal import CLinux
internal import Glibc

/// Writing so that a file is complete or absent, also after a power cut.
///
/// A symbolic link is refused: whoever can make one would choose what is replaced. Pipes, terminals and character devices are
/// written to as they are: they cannot be replaced, and `/dev/null` must stay one.
public enum AtomicFile {
  /// Files of killed runs begin so; the next run removes them.
  public static let temporaryPrefix = ".tamga-"

  /// Whether a file of this name was left by a killed run, or belongs to one under way.
  public static func isTemporary(_ path: String) -> Bool {
    (path.split(separator: "/").last ?? "").hasPrefix(temporaryPrefix)
  }

  /// Writes under a temporary name beside `path`, flushes, renames, and flushes the folder.
  ///
  /// - Parameter replacing: Whether anything of that name may be there.
  /// - Throws: ``FileFault``; then what stood at `path` is as it was.
  public static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o640, replacing: Bool = true
  ) throws(FileFault) {
    guard replacing else {
      return try replace(path, with: bytes, mode: mode, shown: path, by: link)
    }
    switch try WriteTarget(path) {
    case .file(let file):
      try replace(file, with: bytes, mode: mode, shown: path, by: rename)
    case .stream(let stream):
      let descriptor = try Descriptor(appendingTo: stream, shown: path)
      try descriptor.write(bytes)
      try descriptor.close()
    }
  }

  private static func replace(
    _ file: String, with bytes: [UInt8], mode: UInt32, shown: String,
    by placing: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
  ) throws(FileFault) {
    let temporary = temporaryName(beside: file)
    let descriptor = try Descriptor(new: temporary, mode: mode, shown: shown)
    var isPlaced = false
    defer { if !isPlaced { unlink(temporary) } }
    try descriptor.write(bytes)
    try descriptor.flush()
    try descriptor.close()
    guard placing(temporary, file) == 0 else { throw FileFault(errno, at: shown) }
    // A link leaves the temporary name behind.
    isPlaced = access(temporary, F_OK) != 0
    try flushFolder(of: file)
  }

  /// Writes a file under a new name in the folder of `path`; not flushed. Returns its path.
  ///
  /// - Parameter tag: Tells the files of one writer in a folder of many.
  public static func writeTemporary(
    _ bytes: [UInt8], beside path: String, mode: UInt32, tag: String = ""
  ) throws(FileFault) -> String {
    let temporary = temporaryName(beside: path, tag: tag)
    let descriptor = try Descriptor(new: temporary, mode: mode, shown: path)
    do throws(FileFault) {
      try descriptor.write(bytes)
      try descriptor.close()
    } catch {
      unlink(temporary)
      throw error
    }
    return temporary
  }

  /// Gives a temporary file of the same folder its name; takes the place of what stood there.
  public static func publish(_ temporary: String, as path: String) throws(FileFault) {
    guard rename(temporary, path) == 0 else {
      let reason = errno
      unlink(temporary)
      throw FileFault(reason, at: path)
    }
  }

  /// Flushes everything written to the file system that holds `folder`: one call for a group.
  public static func flush(fileSystemOf folder: String) throws(FileFault) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(errno, at: folder) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw FileFault(errno, at: folder) }
  }

  /// Flushes the names in the folder that holds `path`.
  public static func flushFolder(of path: String) throws(FileFault) {
    let folder = folder(of: path)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(errno, at: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileFault(errno, at: folder) }
  }

  /// The folder that holds a file; `.` for a name alone.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func temporaryName(beside path: String, tag: String = "") -> String {
    folder(of: path) + "/" + temporaryPrefix + tag + "\(getpid())-"
      + String(UInt64.random(in: 0...UInt64.max), radix: 36)
  }
}
