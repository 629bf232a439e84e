import Glibc
internal import TamgaDomain

/// A file that is read by position, so that several readers may share it. Owns its descriptor.
final class InputFile: Sendable {
  /// Bytes that one system call reads: enough to make calls rare, little enough to be no memory.
  static let blockBytes = 256 * 1024

  let name: String
  /// Bytes, when it was opened.
  let size: Int64
  private let descriptor: Int32

  /// Opens `path`; `-` is standard input. What cannot be read by position (a pipe) is first copied
  /// to a file in `spoolFolder` that has no name, so that nothing of it stays behind.
  convenience init(path: String, spoolFolder: String) throws(InputError) {
    if path == "-" {
      try self.init(spooling: STDIN_FILENO, name: path, folder: spoolFolder)
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw Self.error(path, code)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      self.init(descriptor: descriptor, name: path, size: Int64(status.st_size))
    case S_IFDIR:
      close(descriptor)
      throw InputError(.folder, path)
    default:
      defer { close(descriptor) }
      try self.init(spooling: descriptor, name: path, folder: spoolFolder)
    }
  }

  /// Copies all of `source` to a file without a name. `source` stays open.
  convenience init(spooling source: Int32, name: String, folder: String) throws(InputError) {
    var template = Array("\(folder)/tamga-input-XXXXXX".utf8CString)
    let copy = mkstemp(&template)
    guard copy >= 0 else { throw Self.error(name, errno, .spooling) }
    unlink(template)
    _ = fcntl(copy, F_SETFD, FD_CLOEXEC)
    do throws(InputError) {
      let size = try Self.copy(from: source, to: copy, name: name)
      self.init(descriptor: copy, name: name, size: size)
    } catch {
      close(copy)
      throw error
    }
  }

  private init(descriptor: Int32, name: String, size: Int64) {
    self.descriptor = descriptor
    self.name = name
    self.size = size
  }

  deinit { close(descriptor) }

  /// Fills `block` with at most ``blockBytes`` from `offset`; leaves it empty at the end.
  func read(into block: inout [UInt8], at offset: Int64) throws(InputError) {
    // A file that grows while it is read ends where it ended when it was opened.
    let count = Int(max(0, min(Int64(Self.blockBytes), size - offset)))
    var code: Int32 = 0
    let filled = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while true {
        let got = pread(descriptor, buffer.baseAddress, count, off_t(offset))
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        filled = max(0, got)
        return
      }
    }
    if code != 0 { throw Self.error(name, code, .reading) }
    // Records must not get lost in silence.
    if filled.isEmpty, count > 0 {
      throw InputError(.reading, name, reason: Self.shortened)
    }
    block = filled
  }

  private static func copy(
    from source: Int32, to copy: Int32, name: String
  ) throws(InputError) -> Int64 {
    var block = [UInt8](repeating: 0, count: blockBytes)
    var size: Int64 = 0
    while true {
      let got = Glibc.read(source, &block, block.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw error(name, errno, .reading) }
      if got == 0 { return size }
      var done = 0
      while done < got {
        let put = block[done..<got].withUnsafeBytes { write(copy, $0.baseAddress, $0.count) }
        if put < 0, errno == EINTR { continue }
        guard put > 0 else { throw error(name, errno, .spooling) }
        done += put
      }
      size += Int64(got)
    }
  }

  private static let shortened = Message(
    kk: "файл қысқарып кетті", ru: "файл стал короче", en: "the file has become shorter")

  private static func error(
    _ name: String, _ number: Int32, _ code: InputError.Code? = nil
  ) -> InputError {
    let given: InputError.Code =
      switch number {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .forbidden
      case EISDIR: .folder
      default: .reading
      }
    let code = code ?? given
    // Those codes say it themselves.
    let says = [.missing, .folder, .forbidden].contains(code)
    return InputError(code, name, reason: says ? nil : SystemReason(number).message)
  }
}
