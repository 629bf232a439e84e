/// A tree in a store, as it was when it had `size` leaves: roots and proofs at any size, each for at
/// most two tiles of 256 hashes a level.
///
/// ```swift
/// let tree = TiledTree(store, size: checkpoint.size)
/// let proof = try tree.inclusionProof(of: index)
/// ```
public struct TiledTree<Nodes: TreeNodes> {
  private let nodes: Nodes
  /// Leaves.
  public let size: Int

  /// - Parameter size: Leaves, at most as many as the store has; a store that gives fewer is found
  ///   out when they are read.
  public init(_ nodes: Nodes, size: Int) {
    precondition(size >= 0, "a number of leaves")
    self.nodes = nodes
    self.size = size
  }

  /// The root (RFC 6962 section 2.1).
  ///
  /// - Throws: ``LogFault`` of code `log-missing-hashes`, or what stopped the store.
  public func root() throws -> TreeHash { try frontier().root }

  /// The right edge, from which the tree can grow.
  ///
  /// - Throws: ``LogFault`` of code `log-missing-hashes`, or what stopped the store.
  public func frontier() throws -> TreeFrontier {
    var reader = TileReader(nodes, size: size)
    var subtrees: [TreeHash] = []
    var start = 0
    for height in (0..<Int.bitWidth - 1).reversed() where size >> height & 1 == 1 {
      subtrees.append(try reader.hash(of: start..<start + 1 << height))
      start += 1 << height
    }
    return TreeFrontier(size: size, subtrees: subtrees)
  }

  /// The tile roots that appending leaves completes, in the order in which they become due. They
  /// must be stored in the transaction of the leaves, which the store may or may not hold already.
  ///
  /// Nothing is read unless a tile becomes full, once in 256 leaves.
  ///
  /// - Throws: ``LogFault`` of code `log-missing-hashes`, or what stopped the store.
  public func completed(byAppending leaves: some Collection<TreeHash>) throws -> [TileRoot] {
    guard !TileRoot.due(level: 1, from: size, to: size + leaves.count).isEmpty else { return [] }
    var frontier = try frontier()
    var completed: [TileRoot] = []
    for leaf in leaves { completed += frontier.append(leaf) }
    return completed
  }

  /// The proof that the leaf at `index` is in this tree.
  ///
  /// - Throws: ``LogFault`` of code `log-index` or `log-missing-hashes`, or what stopped the store.
  /// - SeeAlso: RFC 6962 section 2.1.1.
  public func inclusionProof(of index: Int) throws -> InclusionProof {
    guard (0..<size).contains(index) else { throw LogFault.index }
    var reader = TileReader(nodes, size: size)
    var path: [TreeHash] = []
    var range = 0..<size
    while range.count > 1 {
      let middle = range.lowerBound + TileReader<Nodes>.split(range.count)
      let left = range.lowerBound..<middle
      let right = middle..<range.upperBound
      path.append(try reader.hash(of: index < middle ? right : left))
      range = index < middle ? left : right
    }
    return InclusionProof(index: index, size: size, path: path.reversed())
  }

  /// The proof that this tree only added leaves to the one of `old` leaves.
  ///
  /// - Throws: ``LogFault`` of code `log-sizes` or `log-missing-hashes`, or what stopped the store.
  /// - SeeAlso: RFC 6962 section 2.1.2.
  public func consistencyProof(from old: Int) throws -> ConsistencyProof {
    guard (0...size).contains(old) else { throw LogFault.sizes }
    // From nothing everything follows, and a tree follows from itself.
    guard old > 0, old < size else { return ConsistencyProof(from: old, to: size, path: []) }
    var reader = TileReader(nodes, size: size)
    var path: [TreeHash] = []
    var range = 0..<size
    while range.upperBound != old {
      let middle = range.lowerBound + TileReader<Nodes>.split(range.count)
      let left = range.lowerBound..<middle
      let right = middle..<range.upperBound
      path.append(try reader.hash(of: old <= middle ? right : left))
      range = old <= middle ? left : right
    }
    // A whole old tree is known to who asks; a part of it is not.
    if range.lowerBound > 0 { path.append(try reader.hash(of: range)) }
    return ConsistencyProof(from: old, to: size, path: path.reversed())
  }
}
