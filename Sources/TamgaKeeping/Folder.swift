internal import Foundation
internal import TamgaDomain
internal import TamgaFiles

/// Folders as a backup sees them.
enum Folder {
  /// What stands in a folder, in order; empty when it cannot be read.
  static func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  enum Kind { case file, folder, other }

  /// What stands under a name; a symbolic link is itself. Nil when nothing does.
  static func kind(_ path: String) -> Kind? {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return nil }
    return switch facts.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  static func isLink(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
  }

  /// Makes a folder of mode 0700 and those above it.
  static func make(_ path: String) throws(KeepingError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Staging.failure(path)
    }
  }

  /// The path without symbolic links, also of something that is not there yet.
  static func real(_ path: String) -> String {
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found)
    }
    let folder = AtomicFile.folder(of: path)
    guard folder != path, let found = realpath(folder, nil) else { return path }
    defer { free(found) }
    return String(cString: found) + "/" + (path.split(separator: "/").last ?? "")
  }

  /// Whether one of two folders lies in the other, or both are the same.
  static func areNested(_ one: String, _ other: String) -> Bool {
    let (one, other) = (real(one) + "/", real(other) + "/")
    return one.hasPrefix(other) || other.hasPrefix(one)
  }
}
