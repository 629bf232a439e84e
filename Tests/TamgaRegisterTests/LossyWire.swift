import Foundation
import Synchronization

/// A wire between a client and a PostgreSQL server that can break at a `COMMIT`: before the server
/// gets it, or after the server has done it and before the client hears of that.
final class LossyWire: Sendable {
  enum Loss: Sendable, CaseIterable { case before, after }

  private let listener: Int32
  private let server: String
  private let next = Mutex<Loss?>(nil)
  private let count = Mutex(0)

  /// How often the wire broke.
  var losses: Int { count.withLock { $0 } }

  /// Breaks the wire at the next `COMMIT`.
  func lose(_ loss: Loss) { next.withLock { $0 = loss } }

  init(listening path: String, server: String) throws {
    self.server = server
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard Self.at(path, { bind(listener, $0, $1) }) == 0, listen(listener, 16) == 0 else {
      throw POSIXError(.EADDRNOTAVAIL)
    }
    Thread.detachNewThread { [listener] in
      while case let client = accept(listener, nil, nil), client >= 0 {
        Thread.detachNewThread { [weak self] in self?.carry(client) }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func carry(_ client: Int32) {
    let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(client)
      close(server)
    }
    guard Self.at(self.server, { connect(server, $0, $1) }) == 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var isDeaf = false
    while true {
      var ends = [
        pollfd(fd: client, events: Int16(POLLIN), revents: 0),
        pollfd(fd: server, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ends, 2, -1) > 0 else { return }
      if ends[1].revents != 0 {
        let length = read(server, &buffer, buffer.count)
        // The server has answered: the commit is done.
        if length <= 0 || isDeaf { return }
        write(buffer.prefix(length), to: client)
      }
      if ends[0].revents != 0 {
        let length = read(client, &buffer, buffer.count)
        guard length > 0 else { return }
        if String(decoding: buffer.prefix(length), as: UTF8.self).contains("COMMIT"),
          let loss = next.withLock({ $0.take() })
        {
          count.withLock { $0 += 1 }
          if loss == .before { return }
          isDeaf = true
        }
        write(buffer.prefix(length), to: server)
      }
    }
  }

  private func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let length = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0x4000) }
      guard length > 0 else { return }
      rest = rest.dropFirst(length)
    }
  }

  private static func at(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { place in
      for (offset, byte) in path.utf8.prefix(place.count - 1).enumerated() { place[offset] = byte }
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
