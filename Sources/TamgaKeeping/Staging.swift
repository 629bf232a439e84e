internal import Glibc
internal import TamgaDomain
internal import TamgaFiles

/// A folder that is made under another name beside its place, and gets its own when it is complete: a run
/// that was killed leaves nothing under the name.
final class Staging {
  /// Where the files are written.
  let path: String
  /// Where they will lie.
  let target: String
  private let lock: FileLock
  private static let lockName = ".lock"

  /// - Throws: ``KeepingError`` of code `notEmpty` where something lies at the place.
  init(for target: String) throws {
    self.target = Self.withoutSlash(target)
    guard Self.isFree(self.target) else { throw KeepingError.notEmpty(self.target) }
    let folder = AtomicFile.folder(of: self.target)
    let name = self.target.split(separator: "/").last.map(String.init) ?? "office"
    let start = AtomicFile.temporaryPrefix + name + "-"
    Self.removeLeft(in: folder, start)
    path = folder + "/" + start + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    guard mkdir(path, 0o700) == 0 else { throw Self.failure(folder) }
    lock = try FileLock(path + "/" + Self.lockName)
    _ = try lock.take()
  }

  deinit { Folder.remove(path) }

  /// Flushes everything and gives it its name.
  func publish() throws {
    unlink(path + "/" + Self.lockName)
    try AtomicFile.flush(fileSystemOf: path)
    // An empty folder is replaced, any other one refuses.
    guard rename(path, target) == 0 else {
      let reason = errno
      guard reason != ENOTEMPTY, reason != EEXIST else { throw KeepingError.notEmpty(target) }
      throw Self.failure(target, reason)
    }
    try AtomicFile.flushFolder(of: target)
  }

  /// What killed runs left; what others are at work on is locked.
  private static func removeLeft(in folder: String, _ start: String) {
    for name in Folder.names(folder) where name.hasPrefix(start) {
      let path = folder + "/" + name
      guard let lock = try? FileLock(path + "/" + lockName), (try? lock.take()) == true else {
        continue
      }
      Folder.remove(path)
    }
  }

  private static func isFree(_ path: String) -> Bool {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return true }
    return facts.st_mode & S_IFMT == S_IFDIR && Folder.names(path).isEmpty
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  static func failure(_ place: String, _ reason: Int32 = errno) -> KeepingError {
    let fault = FileFault(reason, at: place)
    return .disk(place, fault.message, hint: fault.hint)
  }
}
