import NIOCore
import Synchronization

/// Counts the connections, all of them and those of each address.
final class ConnectionGate: Sendable {
  enum Entry: Hashable, Sendable {
    case full
    /// Beyond the limits: only whether the server lives is answered.
    case surplus
  }

  private struct Counts {
    var all = 0
    /// Oldest first.
    var surplus: [any Channel] = []
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

  /// Lets a connection in. Of too many in the surplus the oldest has had its time, so that a newcomer who asks
  /// whether the server lives is always answered.
  func enter(_ address: String, _ channel: any Channel) -> Entry {
    let (entry, oldest) = counts.withLock { counts -> (Entry, (any Channel)?) in
      let own = counts.ofAddress[address, default: 0]
      let isOneOfMany = own >= limits.connectionsOfAddress && !exempt.contains(address)
      if counts.all < limits.connections, !isOneOfMany {
        counts.all += 1
        counts.ofAddress[address] = own + 1
        return (.full, nil)
      }
      counts.surplus.append(channel)
      guard counts.surplus.count > limits.surplus else { return (.surplus, nil) }
      return (.surplus, counts.surplus.removeFirst())
    }
    oldest?.close(promise: nil)
    return entry
  }

  func leave(_ address: String, _ channel: any Channel, _ entry: Entry) {
    counts.withLock { counts in
      switch entry {
      case .full:
        counts.all -= 1
        let own = counts.ofAddress[address, default: 1] - 1
        counts.ofAddress[address] = own > 0 ? own : nil
      case .surplus: counts.surplus.removeAll { $0 === channel }
      }
    }
  }
}
