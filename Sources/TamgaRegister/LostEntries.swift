public import TamgaLog

/// What a checkpoint that was kept elsewhere knows of a log and the register no longer does.
public struct LostEntries: Hashable, Sendable {
  /// Entries that the checkpoint covers, and the root over them.
  public let signed: Int
  public let root: TreeHash
  /// Entries that the register has.
  public let entries: Int
  /// Entries that may have been lost: no paper was made with more than these.
  ///
  /// A log that has grown again past the checkpoint may have lost all of it.
  public var count: Int { signed > entries ? signed - entries : signed }

  public init(signed: Int, root: TreeHash, entries: Int) {
    self.signed = signed
    self.root = root
    self.entries = entries
  }
}
