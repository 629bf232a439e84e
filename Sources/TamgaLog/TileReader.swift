/// Computes the hashes of any subtree from the tiles of a store. A tile is read once, whole.
struct TileReader<Nodes: TreeNodes> {
  private struct Place: Hashable {
    let level: Int
    let index: Int
  }

  private let nodes: Nodes
  private let size: Int
  private var tiles: [Place: [TreeHash]] = [:]

  init(_ nodes: Nodes, size: Int) {
    self.nodes = nodes
    self.size = size
  }

  /// The root over the leaves of `range`.
  ///
  /// - Precondition: `range` is a subtree as RFC 6962 section 2.1 splits the tree, not empty.
  mutating func hash(of range: Range<Int>) throws -> TreeHash {
    let split = Self.split(range.count)
    if split * 2 == range.count || range.count == 1 {
      let height = range.count.trailingZeroBitCount
      return try completeSubtree(height: height, index: range.lowerBound >> height)
    }
    let middle = range.lowerBound + split
    let left = try hash(of: range.lowerBound..<middle)
    return .node(left, try hash(of: middle..<range.upperBound))
  }

  /// The largest power of two below a number of leaves; 0 for one leaf.
  static func split(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    return 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }

  private mutating func completeSubtree(height: Int, index: Int) throws -> TreeHash {
    let within = height % TileRoot.height
    let first = index << within
    let tile = try tile(Place(level: height / TileRoot.height, index: first / TileRoot.width))
    let offset = first % TileRoot.width
    return MerkleTree.root(ofLeaves: tile[offset..<offset + 1 << within])
  }

  private mutating func tile(_ place: Place) throws -> [TreeHash] {
    if let tile = tiles[place] { return tile }
    let start = place.index * TileRoot.width
    let present = size >> (TileRoot.height * place.level)
    let range = start..<start + min(TileRoot.width, present - start)
    let tile =
      try place.level == 0
      ? nodes.leafHashes(range) : nodes.tileRoots(level: place.level, range)
    guard tile.count == range.count else {
      throw LogFault.missingHashes(level: place.level, range)
    }
    tiles[place] = tile
    return tile
  }
}
