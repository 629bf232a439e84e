internal import Glibc

/// A connection of this machine between the server and the process that signs. Messages are frames: two lengths
/// of four bytes, most significant first, a JSON object, and bytes.
struct SignerSocket: Sendable {
  let descriptor: Int32

  /// Bytes of the longest JSON object and of the longest file of a message.
  private static let longest = (json: 4 << 20, bytes: 64 << 20)

  static func new() -> Int32? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    return descriptor >= 0 ? descriptor : nil
  }

  static func connect(_ descriptor: Int32, _ path: String) -> Bool {
    address(path) { Glibc.connect(descriptor, $0, $1) == 0 }
  }

  static func listen(_ descriptor: Int32, _ path: String, waiting: Int32) -> Bool {
    address(path) { bind(descriptor, $0, $1) == 0 } && Glibc.listen(descriptor, waiting) == 0
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

  /// The process that listened for this connection (`SO_PEERCRED` of unix(7): process, user, group).
  var peer: pid_t? {
    var credentials: (pid_t, uid_t, gid_t) = (0, 0, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    let status = getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length)
    return status == 0 && credentials.0 > 0 ? credentials.0 : nil
  }

  /// - Returns: Whether the other side took it all.
  func send(_ json: [UInt8], _ bytes: [UInt8]) -> Bool {
    let lengths = [json.count, bytes.count].flatMap { count in
      (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) }
    }
    return write(lengths + json) && (bytes.isEmpty || write(bytes))
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// The next message; nil when the other side has gone or sends none.
  func receive() -> (json: [UInt8], bytes: [UInt8])? {
    guard let head = read(8) else { return nil }
    let lengths = [head[..<4], head[4...]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
    guard lengths[0] <= Self.longest.json, lengths[1] <= Self.longest.bytes,
      let json = read(lengths[0]), let bytes = read(lengths[1])
    else { return nil }
    return (json, bytes)
  }

  private func read(_ count: Int) -> [UInt8]? {
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while filled < count {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        filled += got
      }
      initialized = filled
    }
    return filled == count ? bytes : nil
  }
}
