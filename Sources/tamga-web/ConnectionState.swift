import NIOCore

/// How far a connection is with its request. Belongs to the connection's event loop.
final class ConnectionState {
  enum Phase {
    /// Nothing has come since the last answer.
    case idle
    case head
    case body
    case answering
    /// Refused or over: what still comes is thrown away.
    case ended
  }

  /// Beyond the limit of connections: only `/healthz` is answered.
  let isSurplus: Bool
  private(set) var phase = Phase.idle
  private(set) var since = NIODeadline.now()
  var lastByte = NIODeadline.now()
  /// Bytes since the phase ``Phase/head`` began.
  var headBytes = 0
  private(set) var requests = 0

  init(isSurplus: Bool) { self.isSurplus = isSurplus }

  func enter(_ next: Phase) {
    guard phase != .ended else { return }
    if next == .body { requests += 1 }
    if next == .idle { headBytes = 0 }
    phase = next
    since = .now()
  }

  /// What time makes of the connection.
  enum Due {
    case nothing
    /// Nobody waits for an answer.
    case close
    /// The request is too slow.
    case refuse
  }

  func due(_ limits: ServerLimits) -> Due {
    let now = NIODeadline.now()
    switch phase {
    case .idle:
      let most = requests == 0 ? headTime(limits) : limits.silence
      return now - since > most ? .close : .nothing
    case .head: return now - since > headTime(limits) ? .refuse : .nothing
    case .body:
      return now - since > limits.bodyTime || now - lastByte > limits.silence ? .refuse : .nothing
    case .answering: return now - since > limits.answerTime ? .close : .nothing
    case .ended: return now - since > limits.lingering ? .close : .nothing
    }
  }

  private func headTime(_ limits: ServerLimits) -> TimeAmount {
    isSurplus ? limits.surplusHeadTime : limits.headTime
  }
}
