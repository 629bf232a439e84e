internal import Glibc

/// What stands at the path of a file that is to be written.
enum WriteTarget: Hashable {
  /// A file that is there or not: it may be replaced.
  case file(String)
  /// A pipe, a terminal, a device or an open descriptor: it can only be written to.
  case stream(String)

  private static let linkLimit = 40

  /// - Throws: ``FileFault`` for a folder, a link to a file or to nothing, a socket, or a device that keeps
  ///   blocks.
  init(_ path: String) throws(FileFault) {
    var place = path
    for _ in 0...Self.linkLimit {
      var status = stat()
      guard lstat(place, &status) == 0 else {
        guard errno == ENOENT else { throw FileFault(errno, at: path) }
        guard place == path else { throw FileFault(ELOOP, at: path) }
        self = .file(place)
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        guard place == path else { throw FileFault(ELOOP, at: path) }
        self = .file(place)
      case S_IFIFO, S_IFCHR: self = .stream(place)
      case S_IFDIR: throw FileFault(EISDIR, at: path)
      case S_IFLNK:
        // What such a link leads to is open already: a new file of that name would not be it.
        if Self.isDescriptor(place) {
          self = .stream(place)
          return
        }
        place = try Self.target(of: place, shown: path)
        continue
      default: throw FileFault(ENXIO, at: path)
      }
      return
    }
    throw FileFault(ELOOP, at: path)
  }

  private static func target(of link: String, shown: String) throws(FileFault) -> String {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = bytes.withUnsafeMutableBytes {
      // safe: the buffer is not empty
      readlink(link, $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard count > 0 else { throw FileFault(errno, at: shown) }
    let target = String(decoding: bytes[..<count], as: UTF8.self)
    return target.hasPrefix("/") ? target : AtomicFile.folder(of: link) + "/" + target
  }

  /// True for an entry of `/proc/…/fd`, to which `/dev/stdout` and `/dev/fd/1` lead.
  private static func isDescriptor(_ path: String) -> Bool {
    guard let text = realpath(AtomicFile.folder(of: path), nil) else { return false }
    defer { free(text) }
    let folder = String(cString: text)
    return folder.hasPrefix("/proc/") && folder.hasSuffix("/fd")
  }
}
