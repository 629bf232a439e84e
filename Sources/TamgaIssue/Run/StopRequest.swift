import Synchronization

/// Asks a run to end after the records at hand. What those become is stored; the same run again goes on.
public final class StopRequest: Sendable {
  private let requested = Atomic<Bool>(false)

  public init() {}

  public var isRequested: Bool { requested.load(ordering: .acquiring) }

  public func request() { requested.store(true, ordering: .releasing) }
}

/// A run ended because it was asked to, before its last record. Results are written by the run that ends it.
public struct StoppedRun: Error, Hashable, Sendable {
  /// The name of the batch.
  public let batch: String
  /// Records that have their result.
  public let records: Int

  public init(batch: String, records: Int) {
    self.batch = batch
    self.records = records
  }
}
