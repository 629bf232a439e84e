/// Proof that a tree holds an earlier one unchanged and in its place.
public struct ConsistencyProof: Hashable, Sendable {
  /// Leaves of the earlier tree.
  public let from: Int
  /// Leaves of the later tree.
  public let to: Int
  /// Empty when there is nothing to prove: from an empty tree, and from a tree to itself.
  public let path: [TreeHash]

  public init(from: Int, to: Int, path: [TreeHash]) {
    self.from = from
    self.to = to
    self.path = path
  }

  /// Checks the proof against the roots of two checkpoints that the caller trusts.
  ///
  /// - Throws: ``LogFault`` of code `log-sizes`, `log-proof-length`, `log-other-old-root` or
  ///   `log-other-root`.
  /// - SeeAlso: RFC 9162 section 2.1.4.2; of trees without leaves, C2SP tlog-witness.
  public func verify(from old: TreeHash, to new: TreeHash) throws(LogFault) {
    guard 0 <= from, from <= to else { throw .sizes }
    if from == 0 || from == to {
      guard path.isEmpty else { throw .proofLength }
      if from == 0, old != .empty { throw .otherOldRoot }
      if from == to, old != new { throw .otherRoot }
      return
    }
    // An old tree of 2^n leaves is itself a node of the new one.
    let isNode = from & (from - 1) == 0
    guard var oldHash = isNode ? old : path.first else { throw .proofLength }
    var newHash = oldHash
    let levels = (from - 1).trailingOnes
    var node = (from - 1) >> levels
    var last = (to - 1) >> levels
    for sibling in path.dropFirst(isNode ? 0 : 1) {
      guard last > 0 else { throw .proofLength }
      if node & 1 == 1 || node == last {
        oldHash = .node(sibling, oldHash)
        newHash = .node(sibling, newHash)
        while node & 1 == 0, node > 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        newHash = .node(newHash, sibling)
      }
      node >>= 1
      last >>= 1
    }
    guard last == 0 else { throw .proofLength }
    guard oldHash == old else { throw .otherOldRoot }
    guard newHash == new else { throw .otherRoot }
  }
}

extension Int {
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
