internal import Glibc
internal import TamgaDomain
internal import TamgaToken

/// The folder `keys/` of an office: files of mode 0600, each complete or absent.
struct KeyFolder: Sendable {
  let path: String

  /// Changes with every new list of keys: the file is never written over.
  struct Stamp: Hashable, Sendable {
    let inode: UInt64
    let seconds: Int
    let nanoseconds: Int
  }

  private func full(_ name: String) -> String { path + "/" + name }
  private static func shown(_ name: String) -> String { "keys/" + name }

  /// The names of the key files, in order.
  var keyNames: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".key"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  func stamp(_ name: String) -> Stamp? {
    var status = Glibc.stat()
    guard stat(full(name), &status) == 0 else { return nil }
    return Stamp(
      inode: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  /// The bytes of a file; nil when it is not there.
  ///
  /// - Parameter isSecret: Refuses a file that others than its owner may read.
  func read(_ name: String, isSecret: Bool = true) throws(KeyError) -> SecretBytes? {
    try Self.read(full(name), shown: Self.shown(name), isSecret: isSecret)
  }

  static func read(
    _ path: String, shown place: String, isSecret: Bool = true
  ) throws(KeyError) -> SecretBytes? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .damaged(place)
    }
    defer { close(descriptor) }
    var status = Glibc.stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      (0...(1 << 20)).contains(status.st_size)
    else { throw .damaged(place) }
    guard !isSecret || status.st_mode & 0o077 == 0 else {
      throw KeyError(
        .readableByOthers, place, kk: "кілт файлын басқалар да оқи алады",
        ru: "файл ключа могут читать другие", en: "others may read the key file",
        hint: Message(
          kk: "«chmod 600» беріп, кілтті ауыстыруды ойластырыңыз: «tamga keys rotate»",
          ru: "выполните «chmod 600» и подумайте о смене ключа: «tamga keys rotate»",
          en: "run 'chmod 600' on it and consider a new key: 'tamga keys rotate'"))
    }
    var isWhole = true
    let bytes = SecretBytes(count: Int(status.st_size)) { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = buffer.baseAddress! + offset  // safe: the buffer is not empty here
        let count = Glibc.read(descriptor, rest, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        offset += count
      }
      isWhole = offset == buffer.count
    }
    guard isWhole else { throw .damaged(place) }
    return bytes
  }

  /// Writes a file under a temporary name, flushes it, gives it its name and flushes the folder.
  func write(_ bytes: inout [UInt8], to name: String) throws(KeyError) {
    defer { bytes.wipe() }
    try Self.write(bytes, to: full(name), shown: Self.shown(name), replacing: true)
  }

  /// - Parameter replacing: Whether a file of that name may be there.
  static func write(
    _ bytes: [UInt8], to path: String, shown place: String, replacing: Bool
  ) throws(KeyError) {
    let folder = Self.folder(of: path)
    let temporary = folder + "/.tamga-key-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(place) }
    var isWritten = fchmod(descriptor, 0o600) == 0
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while isWritten, offset < buffer.count {
        let rest = buffer.baseAddress! + offset  // safe: the buffer is not empty here
        let count = Glibc.write(descriptor, rest, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        isWritten = count > 0
        offset += max(0, count)
      }
    }
    isWritten = isWritten && fsync(descriptor) == 0
    isWritten = close(descriptor) == 0 && isWritten
    // link refuses an existing name, rename takes its place.
    isWritten =
      isWritten && (replacing ? rename(temporary, path) == 0 : link(temporary, path) == 0)
    let reason = errno
    if !isWritten || !replacing { unlink(temporary) }
    guard isWritten else {
      errno = reason
      throw failure(place)
    }
    try flush(folder, place)
  }

  func remove(_ name: String) throws(KeyError) {
    guard unlink(full(name)) == 0 || errno == ENOENT else { throw Self.failure(Self.shown(name)) }
    try Self.flush(path, Self.shown(name))
  }

  /// Whether a file of this path would lie in the office folder, which holds `keys/`.
  func holds(_ path: String) -> Bool {
    func real(_ path: String) -> String? {
      guard let text = realpath(path, nil) else { return nil }
      defer { free(text) }
      return String(cString: text) + "/"
    }
    guard let office = real(self.path + "/.."), let place = real(Self.folder(of: path)) else {
      return false
    }
    return place.hasPrefix(office)
  }

  /// Runs `body` while no other process changes the keys.
  func alone<Value>(_ body: () throws(KeyError) -> Value) throws(KeyError) -> Value {
    let descriptor = open(full(".lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure("keys") }
    defer { close(descriptor) }
    guard lockf(descriptor, F_TLOCK, 0) == 0 else {
      throw KeyError(
        .busy, "keys", kk: "кілттерді басқа пәрмен өзгертіп жатыр",
        ru: "ключи меняет другая команда", en: "another command is changing the keys")
    }
    return try body()
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func flush(_ folder: String, _ place: String) throws(KeyError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(place) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(place) }
  }

  private static func failure(_ place: String) -> KeyError {
    .disk(place, String(cString: strerror(errno)))
  }
}
