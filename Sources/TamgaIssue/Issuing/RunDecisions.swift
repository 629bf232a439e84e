import Synchronization
import TamgaDecisions
import TamgaDomain

/// What a run knows of its own decisions, beside the register.
///
/// What goes on with a decision that this run could not finish fails at once, and is neither refused nor
/// waited for. A check issues nothing, so that the register does not know the lines above either: here
/// stands which of them would be issued.
final class RunDecisions: Sendable {
  private struct State {
    var failed: Set<String> = []
    /// Hashes of the records that a check found lawful, by id.
    var lawful: [String: [UInt8]] = [:]
  }

  private let state = Mutex(State())

  func hasFailed(_ id: String) -> Bool { state.withLock { $0.failed.contains(id) } }

  /// The hash of the record that the check found lawful under this id; nil when there is none.
  func lawfulRecord(_ id: String) -> [UInt8]? { state.withLock { $0.lawful[id] } }

  /// Notes what came of decisions, in order.
  func note(_ items: [IssuingItem], _ results: [DecisionResult]) {
    state.withLock { state in
      for (item, result) in zip(items, results) {
        guard let id = result.id else { continue }
        switch result.outcome {
        case .failed: state.failed.insert(id)
        case .issued, .alreadyIssued: state.failed.remove(id)
        case .lawful:
          state.lawful[id] = item.parsed.decision.map(ReservationRequests.hash)
        case .rejected: break
        }
      }
    }
  }
}
