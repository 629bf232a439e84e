internal import Glibc
internal import TamgaDomain
internal import TamgaFiles
internal import TamgaToken

/// The folder `keys/` of an office: files of mode 0600, each complete or absent.
struct KeyFolder: Sendable {
  let path: String
  /// For a process that must not see a secret: it opens no key file.
  var isPublicOnly = false

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
    guard !isPublicOnly, let folder = opendir(path) else { return [] }
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

  /// Writes a file, complete or absent, and wipes the bytes.
  func write(_ bytes: inout [UInt8], to name: String) throws(KeyError) {
    defer { bytes.wipe() }
    try Self.write(bytes, to: full(name), shown: Self.shown(name), replacing: true)
  }

  /// - Parameter replacing: Whether a file of that name may be there.
  static func write(
    _ bytes: [UInt8], to path: String, shown place: String, replacing: Bool
  ) throws(KeyError) {
    do throws(FileFault) {
      try AtomicFile.write(bytes, to: path, mode: 0o600, replacing: replacing)
    } catch {
      throw .disk(place, error)
    }
  }

  func remove(_ name: String) throws(KeyError) {
    guard unlink(full(name)) == 0 || errno == ENOENT else { throw Self.failure(Self.shown(name)) }
    do throws(FileFault) { try AtomicFile.flushFolder(of: full(name)) } catch {
      throw .disk(Self.shown(name), error)
    }
  }

  /// Whether a file of this path would lie in the office folder, which holds `keys/`.
  func holds(_ path: String) -> Bool {
    func real(_ path: String) -> String? {
      guard let text = realpath(path, nil) else { return nil }
      defer { free(text) }
      return String(cString: text) + "/"
    }
    guard let office = real(self.path + "/.."), let place = real(AtomicFile.folder(of: path)) else {
      return false
    }
    return place.hasPrefix(office)
  }

  /// Runs `body` while no other process changes the keys.
  func alone<Value>(_ body: () throws(KeyError) -> Value) throws(KeyError) -> Value {
    let isFree: Bool
    let lock: FileLock
    do throws(FileFault) {
      lock = try FileLock(full(".lock"))
      isFree = try lock.take()
    } catch {
      throw .disk("keys", error)
    }
    guard isFree else {
      throw KeyError(
        .busy, "keys", kk: "кілттерді басқа пәрмен өзгертіп жатыр",
        ru: "ключи меняет другая команда", en: "another command is changing the keys")
    }
    defer { withExtendedLifetime(lock) {} }
    return try body()
  }

  private static func failure(_ place: String) -> KeyError {
    .disk(place, SystemReason(errno))
  }
}
