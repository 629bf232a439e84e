import Synchronization

/// The port that the server got, known once it listens.
final class PortInUse: Sendable {
  private let port = Atomic(0)

  var value: Int {
    get { port.load(ordering: .relaxed) }
    set { port.store(newValue, ordering: .relaxed) }
  }
}
