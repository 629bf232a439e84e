import Foundation
import Synchronization
import TamgaDomain
import TamgaFiles
import Testing

/// A file is complete or absent, whatever stands at its path.
@Suite struct AtomicFileTests {
  /// A folder that goes with its user.
  final class Folder {
    let path = NSTemporaryDirectory() + "tamga-files-" + UUID().uuidString

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { path + "/" + name }
    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
  }

  static let bytes = Array("paper".utf8)

  static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  static func kind(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  @Test func newAndReplaced() throws {
    let folder = try Folder()
    for text in ["first", "second, longer", "3"] {
      try AtomicFile.write(Array(text.utf8), to: folder("a"), mode: 0o600)
      #expect(Self.text(folder("a")) == text)
    }
    #expect(folder.names == ["a"], "nothing else is left")
    let mode = try FileManager.default.attributesOfItem(atPath: folder("a"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func aNameThatIsTaken() throws {
    let folder = try Folder()
    try AtomicFile.write([1], to: folder("a"), replacing: false)
    symlink("nowhere", folder("link"))
    for name in ["a", "link"] {
      let fault = #expect(throws: FileFault.self) {
        try AtomicFile.write(Self.bytes, to: folder(name), replacing: false)
      }
      #expect(fault?.reason == EEXIST)
    }
    #expect(folder.names == ["a", "link"])
    #expect(FileManager.default.contents(atPath: folder("a")) == Data([1]))
  }

  /// Whoever can make a link would choose what is written to; nothing behind it is touched.
  @Test(arguments: [true, false]) func symbolicLinks(isThere: Bool) throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder("inner"), withIntermediateDirectories: true)
    symlink("inner/second", folder("first"))
    symlink("target", folder("inner/second"))
    if isThere { try Data("old".utf8).write(to: URL(filePath: folder("inner/target"))) }
    for write in [
      { () throws in try AtomicFile.write(Self.bytes, to: folder("first")) },
      { () throws in try LineFile(folder("first")).publish() },
    ] {
      let fault = #expect(throws: FileFault.self) { try write() }
      #expect(fault?.reason == ELOOP && fault?.hint != nil)
    }
    #expect(Self.kind(folder("first")) == S_IFLNK && Self.kind(folder("inner/second")) == S_IFLNK)
    #expect(Self.text(folder("inner/target")) == (isThere ? "old" : nil))
    #expect(folder.names == ["first", "inner"])
  }

  @Test func outputFolders() throws {
    let folder = try Folder()
    let former = umask(0)
    defer { umask(former) }
    try OutputFolder.make(folder("a/b/./c"))
    try AtomicFile.write(Self.bytes, to: folder("a/b/c/file"))
    let lines = try LineFile(folder("a/b/c/lines"))
    try lines.publish()
    func mode(_ name: String) -> mode_t {
      var facts = stat()
      return lstat(folder(name), &facts) == 0 ? facts.st_mode & 0o777 : 0
    }
    #expect([mode("a"), mode("a/b"), mode("a/b/c")] == [0o750, 0o750, 0o750])
    #expect([mode("a/b/c/file"), mode("a/b/c/lines")] == [0o640, 0o640])
    umask(0o077)
    try OutputFolder.make(folder("d"))
    try AtomicFile.write(Self.bytes, to: folder("d/file"))
    #expect([mode("d"), mode("d/file")] == [0o700, 0o600], "less where the mask says so")
    try OutputFolder.make(folder("a/b"))
  }

  @Test(arguments: ["link", "link/inner", "a/link", "a/link/x/y", "./link", "a/../link"])
  func outputThroughALink(_ name: String) throws {
    let folder = try Folder()
    mkdir(folder("elsewhere"), 0o700)
    mkdir(folder("a"), 0o700)
    symlink("elsewhere", folder("link"))
    symlink("../elsewhere", folder("a/link"))
    let fault = #expect(throws: FileFault.self) { try OutputFolder.make(folder(name)) }
    #expect(fault?.reason == ELOOP)
    #expect(throws: FileFault.self) { try OutputFolder.refuseLinks(above: folder(name) + "/file") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder("elsewhere")).isEmpty)
  }

  @Test func whatIsNoOutputFolder() throws {
    let folder = try Folder()
    try AtomicFile.write(Self.bytes, to: folder("file"))
    // The part at fault is named, not the folder that somebody wanted below it.
    for name in ["file", "file/batch", "file/batch/documents"] {
      #expect(throws: FileFault(ENOTDIR, at: folder("file"))) {
        try OutputFolder.make(folder(name))
      }
    }
    let long = folder(String(repeating: "x", count: 300))
    #expect(throws: FileFault(ENAMETOOLONG, at: long)) {
      try OutputFolder.make(long + "/documents")
    }
    try OutputFolder.refuseLinks(in: "/dev/stdout")
    try OutputFolder.refuseLinks(in: "missing/as/yet")
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    let reason: Int32
    var testDescription: String { name }
  }

  @Test(arguments: [
    Refused(name: "loop", reason: ELOOP), Refused(name: "self", reason: ELOOP),
    Refused(name: "folder", reason: EISDIR), Refused(name: "toFolder", reason: EISDIR),
    Refused(name: "missing/file", reason: ENOENT), Refused(name: "plain/file", reason: ENOTDIR),
    Refused(name: "socket", reason: ENXIO), Refused(name: "full", reason: ENOSPC),
    Refused(name: String(repeating: "n", count: 256), reason: ENAMETOOLONG),
  ])
  func refused(_ row: Refused) throws {
    let folder = try Folder()
    symlink("back", folder("loop"))
    symlink("loop", folder("back"))
    symlink("self", folder("self"))
    mkdir(folder("folder"), 0o755)
    symlink("folder", folder("toFolder"))
    try Data().write(to: URL(filePath: folder("plain")))
    mknod(folder("socket"), S_IFSOCK | 0o600, 0)
    symlink("/dev/full", folder("full"))
    let before = folder.names
    let fault = #expect(throws: FileFault.self) {
      try AtomicFile.write(Self.bytes, to: folder(row.name))
    }
    #expect(fault?.reason == row.reason)
    #expect(fault?.message.kk.isEmpty == false && fault?.place.contains("/") == false)
    #expect(folder.names == before, "nothing came and nothing went")
  }

  @Test func aFolderThatMayNotBeWritten() throws {
    // Root may write anywhere.
    guard geteuid() != 0 else { return try readOnlyFileSystem() }
    let folder = try Folder()
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    let fault = #expect(throws: FileFault.self) {
      try AtomicFile.write(Self.bytes, to: folder("a"))
    }
    #expect(fault?.reason == EACCES)
  }

  private func readOnlyFileSystem() throws {
    let fault = #expect(throws: FileFault.self) {
      try AtomicFile.write(Self.bytes, to: "/proc/tamga")
    }
    #expect(fault.map { [EROFS, EACCES, EPERM, ENOENT].contains($0.reason) } == true)
  }

  /// A device is written to and stays a device.
  @Test func devices() throws {
    let folder = try Folder()
    let isMade = mknod(folder("null"), S_IFCHR | 0o666, makedev(1, 3)) == 0
    // Some containers let nobody make or open a device of their own.
    if isMade, let handle = FileHandle(forWritingAtPath: folder("null")) {
      try handle.close()
      try AtomicFile.write(Self.bytes, to: folder("null"))
      #expect(Self.kind(folder("null")) == S_IFCHR)
    }
    symlink("/dev/null", folder("link"))
    try AtomicFile.write(Self.bytes, to: folder("link"))
    try LineFile(folder("link")).publish()
    #expect(Self.kind("/dev/null") == S_IFCHR && Self.kind(folder("link")) == S_IFLNK)
  }

  /// What is written at once and what is written in lines reaches the reader of a pipe.
  @Test func pipes() throws {
    let folder = try Folder()
    mkfifo(folder("pipe"), 0o600)
    for byLines in [false, true] {
      let pipe = folder("pipe")
      // A thread of its own: both ends of a pipe wait for each other.
      let read = Mutex<Data?>(nil)
      let isOver = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        let bytes = try? FileHandle(forReadingAtPath: pipe)?.readToEnd()
        read.withLock { $0 = bytes ?? nil }
        isOver.signal()
      }
      if byLines {
        let lines = try LineFile(pipe)
        try lines.append(Self.bytes)
        try lines.publish()
      } else {
        try AtomicFile.write(Self.bytes, to: pipe)
      }
      isOver.wait()
      #expect(read.withLock { $0 } == Data(Self.bytes))
      #expect(Self.kind(pipe) == S_IFIFO && folder.names == ["pipe"])
    }
  }

  /// `/dev/stdout` leads to a file that is open: a new one of its name would not be it.
  @Test func openDescriptors() throws {
    let folder = try Folder()
    let descriptor = open(folder("out"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(descriptor) }
    _ = writeAll(Array("before ".utf8), to: descriptor)
    try AtomicFile.write(Self.bytes, to: "/dev/fd/\(descriptor)")
    _ = writeAll(Array(" after".utf8), to: descriptor)
    #expect(Self.text(folder("out")) == "before paper after")
  }

  @Test func linesThatNobodyPublishes() throws {
    let folder = try Folder()
    try Data("old".utf8).write(to: URL(filePath: folder("lines")))
    do {
      let lines = try LineFile(folder("lines"))
      try lines.append([UInt8](repeating: 0x61, count: 1 << 19))
      #expect(folder.names.count == 2)
    }
    #expect(folder.names == ["lines"] && Self.text(folder("lines")) == "old")
  }

  @Test func oneHolderOfALock() throws {
    let folder = try Folder()
    var first: FileLock? = try FileLock(folder("lock"))
    #expect(try first?.take() == true)
    let second = try FileLock(folder("lock"))
    #expect(try second.take() == false)
    first = nil
    #expect(try second.take())
  }

  @Test(arguments: [("a", "."), ("/a", "/"), ("b/a", "b"), ("/c/b/a", "/c/b"), ("b//a", "b/")])
  func folders(_ row: (path: String, folder: String)) {
    #expect(AtomicFile.folder(of: row.path) == row.folder)
  }
}

/// `makedev` is a macro of C.
private func makedev(_ major: UInt, _ minor: UInt) -> dev_t { dev_t(major << 8 | minor) }
