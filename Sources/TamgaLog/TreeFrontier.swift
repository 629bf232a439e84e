/// The right edge of a tree: the roots of its complete subtrees, at most 63 hashes. It is all that a
/// tree needs to grow.
///
/// Appending every leaf of a log to an empty one gives the root and each tile root in one pass,
/// without trusting a stored hash: an audit does that.
public struct TreeFrontier: Hashable, Sendable {
  /// Leaves.
  public private(set) var size: Int
  // The largest subtree first: one for each bit of the size.
  private var subtrees: [TreeHash]

  /// Of the empty tree.
  public init() { self.init(size: 0, subtrees: []) }

  init(size: Int, subtrees: [TreeHash]) {
    self.size = size
    self.subtrees = subtrees
  }

  /// Adds one leaf at the right.
  ///
  /// - Returns: The tile roots that this leaf completes, the lowest level first; mostly none.
  public mutating func append(_ leaf: TreeHash) -> [TileRoot] {
    size += 1
    var completed: [TileRoot] = []
    var hash = leaf
    // Each zero bit at the end of the size joins two subtrees of that height.
    for height in 1..<size.trailingZeroBitCount + 1 {
      hash = .node(subtrees.removeLast(), hash)
      if height % TileRoot.height == 0 {
        completed.append(
          TileRoot(level: height / TileRoot.height, index: size >> height - 1, hash: hash))
      }
    }
    subtrees.append(hash)
    return completed
  }

  /// The root of the tree (RFC 6962 section 2.1).
  public var root: TreeHash {
    guard var hash = subtrees.last else { return .empty }
    for left in subtrees.dropLast().reversed() { hash = .node(left, hash) }
    return hash
  }
}

/// Roots of trees that lie in memory.
public enum MerkleTree {
  /// The root over the hashes of all leaves.
  ///
  /// - SeeAlso: RFC 6962 section 2.1.
  public static func root(ofLeaves leaves: some Sequence<TreeHash>) -> TreeHash {
    var frontier = TreeFrontier()
    for leaf in leaves { _ = frontier.append(leaf) }
    return frontier.root
  }
}
