/// Proof that a leaf stands at a place in a tree: the hashes beside its way to the root.
public struct InclusionProof: Hashable, Sendable {
  /// The place of the leaf, from 0.
  public let index: Int
  /// Leaves of the tree.
  public let size: Int
  /// From the leaf's neighbour up.
  public let path: [TreeHash]

  public init(index: Int, size: Int, path: [TreeHash]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// Checks the proof.
  ///
  /// - Parameters:
  ///   - leaf: The hash of the entry, which the caller has made itself.
  ///   - root: The root of a checkpoint that the caller trusts.
  /// - Throws: ``LogFault`` of code `log-index`, `log-proof-length` or `log-other-root`.
  /// - SeeAlso: RFC 9162 section 2.1.3.2.
  public func verify(_ leaf: TreeHash, root: TreeHash) throws(LogFault) {
    guard 0 <= index, index < size else { throw .index }
    var node = index
    var last = size - 1
    var hash = leaf
    for sibling in path {
      guard last > 0 else { throw .proofLength }
      if node & 1 == 1 || node == last {
        hash = .node(sibling, hash)
        // On the right edge, levels without a left neighbour are skipped.
        while node & 1 == 0, node > 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        hash = .node(hash, sibling)
      }
      node >>= 1
      last >>= 1
    }
    guard last == 0 else { throw .proofLength }
    guard hash == root else { throw .otherRoot }
  }
}
