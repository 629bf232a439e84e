internal import CLinux
import Foundation
import TamgaDomain

/// Writing so that a file is complete or absent, also after a power cut.
enum DurableFile {
  /// Files of killed runs begin so; the next run removes them.
  static let temporaryPrefix = ".tamga-"

  /// Writes under a temporary name beside `path`, flushes, renames, and flushes the folder.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(IssueError) {
    let temporary = try writeTemporary(bytes, beside: path, mode: mode)
    let descriptor = open(temporary, O_RDONLY)
    let isFlushed = descriptor >= 0 && fsync(descriptor) == 0
    if descriptor >= 0 { close(descriptor) }
    guard isFlushed else {
      let reason = errno
      unlink(temporary)
      throw failure(path, reason)
    }
    try publish(temporary, as: path)
    try flushFolder(of: path)
  }

  /// Writes a file under a new name in the folder of `path`; not flushed. Returns its path.
  ///
  /// - Parameter tag: Tells the files of one writer in a folder of many.
  static func writeTemporary(
    _ bytes: [UInt8], beside path: String, mode: mode_t, tag: String = ""
  ) throws(IssueError) -> String {
    let folder = folder(of: path)
    let name =
      temporaryPrefix + tag + "\(getpid())-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let temporary = folder + "/" + name
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path, errno) }
    var failed: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = buffer.baseAddress! + offset  // safe: the buffer is not empty here
        let count = Glibc.write(descriptor, rest, buffer.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          failed = errno
          return
        }
        offset += count
      }
    }
    if close(descriptor) != 0, failed == 0 { failed = errno }
    guard failed == 0 else {
      unlink(temporary)
      throw failure(path, failed)
    }
    return temporary
  }

  static func publish(_ temporary: String, as path: String) throws(IssueError) {
    guard rename(temporary, path) == 0 else {
      let reason = errno
      unlink(temporary)
      throw failure(path, reason)
    }
  }

  /// Flushes everything written to the file system that holds `folder`: one call for a group.
  static func flush(fileSystemOf folder: String) throws(IssueError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw failure(folder, errno) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw failure(folder, errno) }
  }

  static func flushFolder(of path: String) throws(IssueError) {
    let folder = folder(of: path)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw failure(folder, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(folder, errno) }
  }

  /// The folder that holds a file; Foundation's own way traps on a path of one character.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func makeFolder(_ path: String, mode: Int = 0o755) throws(IssueError) {
    var facts = stat()
    if stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
    } catch {
      throw failure(path, errno)
    }
  }

  static func removeTemporaries(in folder: String, tag: String = "") {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(temporaryPrefix + tag) { unlink(folder + "/" + name) }
  }

  static func failure(_ path: String, _ reason: Int32) -> IssueError {
    let text = String(cString: strerror(reason))
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return IssueError(
      .disk, name, kk: "жазылмады: \(text)", ru: "не записано: \(text)",
      en: "could not be written: \(text)",
      hint: reason == ENOSPC
        ? Message(
          kk: "дискіде орын босатып, пәрменді қайта іске қосыңыз: нөмірлер сол күйі қалады",
          ru: "освободите место на диске и повторите команду: номера останутся теми же",
          en: "free some disk space and run the same command again: the numbers stay the same")
        : nil)
  }
}
