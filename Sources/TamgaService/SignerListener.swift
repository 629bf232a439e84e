internal import Foundation
internal import TamgaFormats

/// The signer's end: one server connects, and then the name of the socket goes.
public struct SignerListener: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Listens at a new socket of mode 0600; nil where that cannot be had.
  public init?(socket path: String) {
    guard let descriptor = SignerSocket.new() else { return nil }
    let before = umask(0o177)
    defer { umask(before) }
    guard SignerSocket.listen(descriptor, path, waiting: Int32(SignerClient.connections)) else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.path = path
  }

  /// Serves the one server until it goes away, or nobody comes before the parent process ends.
  ///
  /// - Parameter act: Does what is asked; called from several threads at once.
  public func serve(_ act: @escaping @Sendable (SignerRequest) -> SignerAnswer) {
    let parent = getppid()
    var sockets: [SignerSocket] = []
    while sockets.count < SignerClient.connections {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 500) > 0 {
        let connection = accept(descriptor, nil, nil)
        if connection >= 0 { sockets.append(SignerSocket(descriptor: connection)) }
      }
      if getppid() != parent { break }
    }
    close(descriptor)
    unlink(path)
    rmdir(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)))
    let group = DispatchGroup()
    for socket in sockets {
      group.enter()
      let thread = Thread {
        Self.serve(socket, act)
        group.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    group.wait()
  }

  private static func serve(
    _ socket: SignerSocket, _ act: @Sendable (SignerRequest) -> SignerAnswer
  ) {
    defer { close(socket.descriptor) }
    while let (head, bytes) = socket.receive() {
      guard let json = try? JSONReader.strictValue(of: head, limits: Self.limits),
        let request = SignerRequest(json, bytes)
      else { return }
      let answer = act(request)
      guard socket.send(JSONWriter.bytes(answer.json), answer.bytes) else { return }
    }
  }

  private static let limits = JSONReader.Limits(
    textScalars: 100_000, listItems: 10_000, keyScalars: 1_000)
}
