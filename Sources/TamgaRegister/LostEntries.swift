public import TamgaLog

/// What a checkpoint that was kept elsewhere knows of a log and the register no longer does.
public struct LostEntries: Hashable, Sendable {
  /// Entries that the checkpoint covers, and the root over them.
  public let signed: Int
  public let root: TreeHash
  /// Entries that the register has.
  public let entries: Int
  /// Entries that may have been lost: no paper was made with more than these.
  public let count: Int

  /// - Parameter assumed: Papers that may have been issued after a backup besides what the checkpoint
  ///   knows.
  public init(signed: Int, root: TreeHash, entries: Int, assumed: Int = 0) {
    self.signed = signed
    self.root = root
    self.entries = entries
    // A log that has grown again past the checkpoint may have lost all of it.
    count = max(assumed, signed > entries ? signed - entries : signed)
  }

  /// Of a backup after which nothing is known, not even a checkpoint.
  public init(root: TreeHash, entries: Int, assumed: Int) {
    signed = entries
    self.root = root
    self.entries = entries
    count = assumed
  }
}
