/// The root of a full tile: 256 neighbouring hashes of the level below it.
///
/// Level 0 are the hashes of the leaves. The hash n of level l covers the leaves
/// n × 256^l ..< (n + 1) × 256^l and exists when all of them do.
///
/// - SeeAlso: C2SP tlog-tiles, "Merkle Tree".
public struct TileRoot: Hashable, Sendable {
  /// Levels of the tree inside a tile.
  static let height = 8
  /// Hashes of a full tile.
  public static let width = 256
  /// The highest level that a tree of 2^63 - 1 leaves has.
  static let topLevel = 7

  /// 1 for the root of a tile of leaves, 2 for one of tiles, and so on to 7.
  public let level: Int
  /// 0, 1, 2 … within the level.
  public let index: Int
  public let hash: TreeHash

  public init(level: Int, index: Int, hash: TreeHash) {
    self.level = level
    self.index = index
    self.hash = hash
  }

  /// The indices of the tile roots of one level that a tree gets by growing; with `old` 0, all
  /// that a tree of `new` leaves has.
  ///
  /// - Precondition: 0 ≤ old ≤ new, and a level from 1 to 7.
  public static func due(level: Int, from old: Int, to new: Int) -> Range<Int> {
    precondition((1...topLevel).contains(level), "a level of tile roots")
    precondition(0 <= old && old <= new, "a tree only grows")
    return old >> (height * level)..<new >> (height * level)
  }
}
