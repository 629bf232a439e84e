import Synchronization

/// The decisions that a run has not finished: what goes on with their papers fails at once, and is
/// neither refused nor waited for.
final class FailedDecisions: Sendable {
  private let ids = Mutex<Set<String>>([])

  func contains(_ id: String) -> Bool { ids.withLock { $0.contains(id) } }

  /// Notes what came of decisions, in order.
  func note(_ results: [DecisionResult]) {
    ids.withLock { ids in
      for result in results {
        guard let id = result.id else { continue }
        switch result.outcome {
        case .failed: ids.insert(id)
        case .issued, .alreadyIssued: ids.remove(id)
        case .rejected, .lawful: break
        }
      }
    }
  }
}
