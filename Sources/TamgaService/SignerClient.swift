internal import Glibc
internal import Synchronization
internal import TamgaFormats

/// The server's end of its connections to the process that signs. The signer ends when this end is closed.
public final class SignerClient: Sendable {
  /// Requests that are under way at once; the rest wait.
  public static let connections = 4

  private let free: Mutex<[SignerSocket]>
  private let all: [SignerSocket]

  /// Connects; nil where nobody listens.
  public init?(socket path: String) {
    var sockets: [SignerSocket] = []
    for _ in 0..<Self.connections {
      guard let descriptor = SignerSocket.new() else { break }
      guard SignerSocket.connect(descriptor, path) else {
        close(descriptor)
        break
      }
      sockets.append(SignerSocket(descriptor: descriptor))
    }
    guard sockets.count == Self.connections else {
      for socket in sockets { close(socket.descriptor) }
      return nil
    }
    all = sockets
    free = Mutex(sockets)
  }

  /// Hangs up and waits until the signer has ended, two seconds at most: a service manager that finds it
  /// behind the server may kill it.
  public func end() {
    let signer = all.first?.peer
    for socket in all { shutdown(socket.descriptor, Int32(SHUT_RDWR)) }
    guard let signer else { return }
    for _ in 0..<200 {
      // A child of the server that became this process; who is none is only looked at.
      if waitpid(signer, nil, WNOHANG) == signer || kill(signer, 0) != 0 { return }
      usleep(10_000)
    }
  }

  deinit { for socket in all { close(socket.descriptor) } }

  /// Asks and waits for the answer. Blocks; at most ``connections`` callers at once.
  public func ask(_ request: SignerRequest) -> SignerAnswer {
    guard let socket = free.withLock({ $0.popLast() }) else { return .refused(.away) }
    defer { free.withLock { $0.append(socket) } }
    guard socket.send(JSONWriter.bytes(request.json), request.bytes),
      let (head, bytes) = socket.receive(), let json = try? JSONReader.strictValue(of: head),
      let answer = SignerAnswer(json, bytes)
    else { return .refused(.away) }
    return answer
  }
}
