import Testing

@testable import TamgaLog

@Suite struct TiledTreeTests {
  static let leaves = Fixture.leaves(65_537)

  /// Around the ends of tiles of leaves and of tiles of tiles.
  @Test func largeTrees() throws {
    let definition = Definition(Self.leaves)
    let nodes = try MemoryNodes(Self.leaves, groups: [255, 1, 1, 300, 7000])
    let sizes = [1, 255, 256, 257, 511, 512, 513, 65_279, 65_280, 65_535, 65_536, 65_537]
    for size in sizes {
      let tree = TiledTree(nodes, size: size)
      let root = definition.root(0..<size)
      #expect(try tree.root() == root)
      #expect(try tree.frontier().root == root)
      for index in [0, 1, 254, 255, 256, 257, size / 2, size - 2, size - 1]
      where (0..<size).contains(index) {
        let proof = try tree.inclusionProof(of: index)
        #expect(proof.path == definition.path(index, 0..<size))
        try proof.verify(Self.leaves[index], root: root)
      }
      for old in sizes where old <= size {
        let proof = try tree.consistencyProof(from: old)
        #expect(proof.path == definition.proof(old, 0..<size))
        try proof.verify(from: definition.root(0..<old), to: root)
      }
    }
  }

  /// A proof reads two tiles a level at most, each of them once.
  @Test func reads() throws {
    let nodes = try MemoryNodes(Self.leaves)
    for size in [256, 300, 65_535, 65_537] {
      let tree = TiledTree(nodes, size: size)
      for index in [0, size / 2, size - 1] {
        (nodes.reads, nodes.hashesRead) = (0, 0)
        _ = try tree.inclusionProof(of: index)
        #expect(nodes.reads <= 6 && nodes.hashesRead <= 6 * 256)
        (nodes.reads, nodes.hashesRead) = (0, 0)
        _ = try tree.consistencyProof(from: index)
        #expect(nodes.reads <= 6 && nodes.hashesRead <= 6 * 256)
      }
      (nodes.reads, nodes.hashesRead) = (0, 0)
      _ = try tree.root()
      #expect(nodes.reads <= 3 && nodes.hashesRead <= 3 * 255)
    }
    (nodes.reads, nodes.hashesRead) = (0, 0)
    #expect(try TiledTree(nodes, size: 300).completed(byAppending: Self.leaves[300..<511]).isEmpty)
    #expect(nodes.reads == 0, "a group that fills no tile reads nothing")
  }

  @Test func tileRoots() throws {
    let nodes = try MemoryNodes(Array(Self.leaves.prefix(256 * 3)))
    let roots = try TiledTree(nodes, size: 250).completed(byAppending: Self.leaves[250..<520])
    let definition = Definition(Self.leaves)
    #expect(
      roots == [
        TileRoot(level: 1, index: 0, hash: definition.root(0..<256)),
        TileRoot(level: 1, index: 1, hash: definition.root(256..<512)),
      ])
    var frontier = TreeFrontier()
    var all: [TileRoot] = []
    for leaf in Self.leaves { all += frontier.append(leaf) }
    #expect(frontier.size == 65_537 && all.count == 257)
    #expect(
      all.suffix(2) == [
        TileRoot(level: 1, index: 255, hash: definition.root(65_280..<65_536)),
        TileRoot(level: 2, index: 0, hash: definition.root(0..<65_536)),
      ])
    for level in 1...3 {
      let due = TileRoot.due(level: level, from: 0, to: 65_537)
      #expect(Array(due) == all.filter { $0.level == level }.map(\.index))
    }
    #expect(TileRoot.due(level: 1, from: 255, to: 256) == 0..<1)
    #expect(TileRoot.due(level: 1, from: 256, to: 511).isEmpty)
    #expect(TileRoot.due(level: 2, from: 65_535, to: 131_072) == 0..<2)
  }

  /// Trees that no disk holds: all leaves alike, so that the hashes are known.
  @Test(arguments: [1 << 24, 1 << 24 + 1, 1 << 40 + 12_345, 1 << 62 + 1, .max - 255, .max])
  func hugeTrees(_ size: Int) throws {
    let tree = TiledTree(UniformNodes(), size: size)
    let root = try tree.root()
    #expect(root == Self.uniform(size))
    for index in [0, 255, size / 3, size - 1] {
      let proof = try tree.inclusionProof(of: index)
      try proof.verify(UniformNodes.leaf, root: root)
    }
    for old in [1, 256, size / 2, size / 3, size - 1] {
      let proof = try tree.consistencyProof(from: old)
      try proof.verify(from: Self.uniform(old), to: root)
    }
  }

  private static func uniform(_ size: Int) -> TreeHash {
    if size.nonzeroBitCount == 1 {
      return UniformNodes.complete(height: size.trailingZeroBitCount)
    }
    let split = 1 << (Int.bitWidth - 1 - size.leadingZeroBitCount)
    return .node(uniform(split), uniform(size - split))
  }

  @Test func emptyTree() throws {
    let tree = TiledTree(try MemoryNodes([]), size: 0)
    #expect(try tree.root() == .empty)
    #expect(try tree.consistencyProof(from: 0).path.isEmpty)
    #expect(throws: LogFault.index) { try tree.inclusionProof(of: 0) }
    #expect(throws: LogFault.sizes) { try tree.consistencyProof(from: 1) }
  }

  @Test func outsideTheTree() throws {
    let tree = TiledTree(try MemoryNodes(Array(Self.leaves.prefix(10))), size: 9)
    for index in [-1, 9, 10, .max] {
      #expect(throws: LogFault.index) { try tree.inclusionProof(of: index) }
    }
    for old in [-1, 10, .max] {
      #expect(throws: LogFault.sizes) { try tree.consistencyProof(from: old) }
    }
  }

  /// A store that lost rows is found out, not computed over.
  @Test func lostRows() throws {
    let nodes = try MemoryNodes(Array(Self.leaves.prefix(600)))
    #expect(throws: LogFault.missingHashes(level: 0, 512..<601)) {
      try TiledTree(nodes, size: 601).root()
    }
    nodes.leaves.removeLast()
    #expect(throws: LogFault.missingHashes(level: 0, 512..<600)) {
      try TiledTree(nodes, size: 600).root()
    }
    nodes.roots[1]?.removeLast()
    #expect(throws: LogFault.missingHashes(level: 1, 0..<2)) {
      try TiledTree(nodes, size: 600).inclusionProof(of: 520)
    }
  }

  /// One changed leaf or tile root changes the root that the checkpoint signed.
  @Test func changedRows() throws {
    let nodes = try MemoryNodes(Array(Self.leaves.prefix(600)))
    let tree = TiledTree(nodes, size: 600)
    let root = try tree.root()
    nodes.leaves[599] = Self.leaves[0]
    #expect(try tree.root() != root)
    nodes.leaves[599] = Self.leaves[599]
    nodes.roots[1]?[0] = Self.leaves[0]
    #expect(try tree.root() != root)
    // The pass over all leaves does not trust the stored root, and names the tile.
    var frontier = TreeFrontier()
    var completed: [TileRoot] = []
    for leaf in nodes.leaves { completed += frontier.append(leaf) }
    #expect(frontier.root == root)
    let stored = try #require(nodes.roots[1])
    #expect(completed.filter { stored[$0.index] != $0.hash }.map(\.index) == [0])
  }
}
