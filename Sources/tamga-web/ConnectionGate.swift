import Synchronization

/// Counts the connections, all of them and those of each address.
final class ConnectionGate: Sendable {
  enum Entry: Hashable, Sendable {
    case full
    /// Beyond the limits: only whether the server lives is answered.
    case surplus
    case refused
  }

  private struct Counts {
    var all = 0
    var surplus = 0
    var ofAddress: [String: Int] = [:]
  }

  private let limits: ServerLimits
  /// Proxies: the connections of many people come from them.
  private let exempt: Set<String>
  private let counts = Mutex(Counts())

  init(_ limits: ServerLimits, exempt: Set<String>) {
    self.limits = limits
    self.exempt = exempt
  }

  var open: Int { counts.withLock { $0.all + $0.surplus } }

  func enter(_ address: String) -> Entry {
    counts.withLock { counts in
      let own = counts.ofAddress[address, default: 0]
      let isOneOfMany = own >= limits.connectionsOfAddress && !exempt.contains(address)
      if counts.all < limits.connections, !isOneOfMany {
        counts.all += 1
        counts.ofAddress[address] = own + 1
        return .full
      }
      guard counts.surplus < limits.surplus else { return .refused }
      counts.surplus += 1
      return .surplus
    }
  }

  func leave(_ address: String, _ entry: Entry) {
    counts.withLock { counts in
      switch entry {
      case .full:
        counts.all -= 1
        let own = counts.ofAddress[address, default: 1] - 1
        counts.ofAddress[address] = own > 0 ? own : nil
      case .surplus: counts.surplus -= 1
      case .refused: break
      }
    }
  }
}
