import Foundation
import TamgaDomain
import TamgaFiles

/// The files of an office, each complete or absent: ``TamgaFiles/AtomicFile`` with the office's error.
enum OfficeFile {
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(IssueError) {
    try saying { () throws(FileFault) in try AtomicFile.write(bytes, to: path, mode: mode) }
  }

  static func writeTemporary(
    _ bytes: [UInt8], beside path: String, mode: mode_t, tag: String = ""
  ) throws(IssueError) -> String {
    try saying { () throws(FileFault) in
      try AtomicFile.writeTemporary(bytes, beside: path, mode: mode, tag: tag)
    }
  }

  static func publish(_ temporary: String, as path: String) throws(IssueError) {
    try saying { () throws(FileFault) in try AtomicFile.publish(temporary, as: path) }
  }

  static func flush(fileSystemOf folder: String) throws(IssueError) {
    try saying { () throws(FileFault) in try AtomicFile.flush(fileSystemOf: folder) }
  }

  static func flushFolder(of path: String) throws(IssueError) {
    try saying { () throws(FileFault) in try AtomicFile.flushFolder(of: path) }
  }

  static func folder(of path: String) -> String { AtomicFile.folder(of: path) }

  /// A folder for what leaves the office; a symbolic link in its path is refused.
  static func makeOutputFolder(_ path: String) throws(IssueError) {
    try saying { () throws(FileFault) in try OutputFolder.make(path) }
  }

  /// A folder of the office itself.
  static func makeFolder(_ path: String, mode: Int) throws(IssueError) {
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
    for name in names where name.hasPrefix(AtomicFile.temporaryPrefix + tag) {
      unlink(folder + "/" + name)
    }
  }

  /// Removes what runs left that were killed, beside those of runs under way: their names begin with the
  /// number of the process.
  static func removeTemporariesOfDead(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard name.hasPrefix(AtomicFile.temporaryPrefix),
        let process = pid_t(
          name.dropFirst(AtomicFile.temporaryPrefix.count).prefix { $0.isNumber }),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(folder + "/" + name)
    }
  }

  static func failure(_ path: String, _ reason: Int32) -> IssueError {
    failure(FileFault(reason, at: path))
  }

  static func failure(_ fault: FileFault) -> IssueError {
    IssueError(.disk, fault.place, fault.message, hint: fault.hint)
  }

  /// Runs `body`; what stopped it is told as an error of the office.
  static func saying<Value>(_ body: () throws(FileFault) -> Value) throws(IssueError) -> Value {
    do throws(FileFault) { return try body() } catch { throw failure(error) }
  }
}
