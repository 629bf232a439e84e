/// The hashes that a store keeps of a tree: one for each leaf and one for each full tile.
///
/// Every other hash of the tree follows from these. They never change once they are written.
public protocol TreeNodes {
  /// The hashes of leaves, in order; the first leaf is 0.
  ///
  /// - Throws: What stopped the store.
  func leafHashes(_ range: Range<Int>) throws -> [TreeHash]

  /// The roots of full tiles, in order (``TileRoot/index``).
  ///
  /// - Parameter level: 1 and up, as in ``TileRoot/level``.
  /// - Throws: What stopped the store.
  func tileRoots(level: Int, _ range: Range<Int>) throws -> [TreeHash]
}
