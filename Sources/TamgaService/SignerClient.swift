internal import Glibc
internal import Synchronization

/// What the server asks of the process that holds the keys. A word on a line, answered by a word on a line.
public enum SignerRequest: String, Sendable {
  /// Sign the keys and statuses of this moment and publish them.
  case publish
}

/// The server's end of its connection to the process that signs. The signer ends when this end is closed.
public final class SignerClient: Sendable {
  private let descriptor: Int32
  private let turn = Mutex(())

  /// Connects; nil where nobody listens.
  public init?(socket path: String) {
    guard let descriptor = SignerSocket.descriptor(), SignerSocket.connect(descriptor, path) else {
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Asks and waits for the answer. Blocks.
  ///
  /// - Returns: Whether it was done.
  public func ask(_ request: SignerRequest) -> Bool {
    turn.withLock { _ in
      guard SignerSocket.send(request.rawValue, descriptor) else { return false }
      return SignerSocket.line(descriptor) == SignerSocket.done
    }
  }
}

/// The signer's end: one server connects, and then the name of the socket goes.
public struct SignerListener: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Listens at a new socket of mode 0600; nil where that cannot be had.
  public init?(socket path: String) {
    guard let descriptor = SignerSocket.descriptor() else { return nil }
    let before = umask(0o177)
    defer { umask(before) }
    guard SignerSocket.listen(descriptor, path) else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.path = path
  }

  /// Serves the one server until it goes away, or nobody comes before the parent process ends.
  ///
  /// - Parameter act: Does what is asked and says whether it was done.
  public func serve(_ act: (SignerRequest) -> Bool) {
    let parent = getppid()
    var connection: Int32 = -1
    while connection < 0 {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 500) > 0 { connection = accept(descriptor, nil, nil) }
      if connection < 0, getppid() != parent { break }
    }
    close(descriptor)
    unlink(path)
    rmdir(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)))
    guard connection >= 0 else { return }
    defer { close(connection) }
    while let line = SignerSocket.line(connection) {
      let isDone = SignerRequest(rawValue: line).map(act) ?? false
      guard SignerSocket.send(isDone ? SignerSocket.done : "failed", connection) else { return }
    }
  }
}

/// Lines through sockets of this machine.
enum SignerSocket {
  static let done = "done"
  private static let longest = 256

  static func descriptor() -> Int32? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    return descriptor >= 0 ? descriptor : nil
  }

  static func connect(_ descriptor: Int32, _ path: String) -> Bool {
    address(path) { Glibc.connect(descriptor, $0, $1) == 0 }
  }

  static func listen(_ descriptor: Int32, _ path: String) -> Bool {
    address(path) { bind(descriptor, $0, $1) == 0 } && Glibc.listen(descriptor, 1) == 0
  }

  private static func address(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Bool
  ) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8) + [0]
    guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else { return false }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  static func send(_ word: String, _ descriptor: Int32) -> Bool {
    let bytes = Array((word + "\n").utf8)
    return bytes.withUnsafeBytes {
      Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) == $0.count
    }
  }

  /// The next line without its end; nil when the other side has gone.
  static func line(_ descriptor: Int32) -> String? {
    var bytes: [UInt8] = []
    while bytes.count < longest {
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }
}
