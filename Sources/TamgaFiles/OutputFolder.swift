internal import Glibc

/// Folders for what leaves the office: papers, results, bundles.
public enum OutputFolder {
  /// Rights of a folder, and of the files in it, less what the process' mask takes.
  public static let mode: UInt32 = 0o750
  public static let fileMode: UInt32 = 0o640

  /// Makes a folder and those above it that are missing.
  ///
  /// - Throws: ``FileFault`` of the part that could not be made; with `ELOOP` where a part of the path is a symbolic link.
  public static func make(_ path: String) throws(FileFault) {
    try refuseLinks(in: path)
    for place in places(of: path) {
      guard mkdir(place, mode) != 0 else { continue }
      let reason = errno
      var status = stat()
      // A file system that may not be written to, in which the folder is there already.
      guard stat(place, &status) == 0 else { throw FileFault(reason, at: place) }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw FileFault(ENOTDIR, at: place) }
    }
  }

  /// Refuses a path of which a part is a symbolic link: somebody else chose where it leads. Those that stand in
  /// the root folder are the system's own (`/home`, `/bin`), and `/dev` and `/proc` hold nothing else.
  ///
  /// - Throws: ``FileFault`` with `ELOOP`.
  public static func refuseLinks(in path: String) throws(FileFault) {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return }
    for place in places(of: path) {
      var status = stat()
      guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { continue }
      let isTheSystems = place.lastIndex(of: "/") == place.startIndex && status.st_uid == 0
      guard isTheSystems else { throw FileFault(ELOOP, at: path) }
    }
  }

  /// The same for the folder of a file; a link in the place of the file is refused where the file is written, unless
  /// it leads to a device.
  ///
  /// - Throws: ``FileFault`` with `ELOOP`.
  public static func refuseLinks(above path: String) throws(FileFault) {
    do throws(FileFault) { try refuseLinks(in: AtomicFile.folder(of: path)) } catch {
      throw FileFault(error.reason, at: path)
    }
  }

  /// `/a`, `/a/b` and `/a/b/c` of the last one; dots, which never are links, left out.
  private static func places(of path: String) -> [String] {
    var place = path.hasPrefix("/") ? "/" : ""
    var places: [String] = []
    for part in path.split(separator: "/") {
      place += (place.isEmpty || place.hasSuffix("/") ? "" : "/") + part
      if part != ".", part != ".." { places.append(place) }
    }
    return places
  }
}
