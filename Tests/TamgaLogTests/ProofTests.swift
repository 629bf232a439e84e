import Testing

@testable import TamgaLog

/// Every tree of up to 70 leaves, every leaf and every pair of sizes, against the definitions.
@Suite struct ProofTests {
  static let count = 70
  static let leaves = Fixture.leaves(count)

  @Test func everyInclusion() throws {
    let definition = Definition(Self.leaves)
    let nodes = try MemoryNodes(Self.leaves)
    for size in 1...Self.count {
      let tree = TiledTree(nodes, size: size)
      let root = definition.root(0..<size)
      #expect(try tree.root() == root)
      for index in 0..<size {
        let proof = try tree.inclusionProof(of: index)
        #expect(proof.path == definition.path(index, 0..<size))
        try proof.verify(Self.leaves[index], root: root)
        for other in 0..<size where other != index {
          let moved = InclusionProof(index: other, size: size, path: proof.path)
          #expect(throws: LogFault.self) { try moved.verify(Self.leaves[index], root: root) }
        }
      }
    }
  }

  @Test func everyConsistency() throws {
    let definition = Definition(Self.leaves)
    let nodes = try MemoryNodes(Self.leaves)
    for size in 0...Self.count {
      let new = definition.root(0..<size)
      for old in 0...size {
        let proof = try TiledTree(nodes, size: size).consistencyProof(from: old)
        #expect(proof.path == (old == 0 ? [] : definition.proof(old, 0..<size)))
        try proof.verify(from: definition.root(0..<old), to: new)
        for wrong in [old - 1, old + 1] where (0...Self.count).contains(wrong) {
          #expect(throws: LogFault.self) {
            try proof.verify(from: definition.root(0..<wrong), to: new)
          }
        }
        if old > 0, size < Self.count {
          #expect(throws: LogFault.self) {
            try proof.verify(from: definition.root(0..<old), to: definition.root(0..<size + 1))
          }
        }
      }
    }
  }

  /// Each byte of a proof counts, and so does each hash.
  @Test(arguments: [(0, 1), (2, 3), (1, 5), (5, 8), (36, 37), (64, 65), (0, 64), (69, 70)])
  func changedInclusion(_ place: (index: Int, size: Int)) throws {
    let tree = TiledTree(try MemoryNodes(Self.leaves), size: place.size)
    let (proof, root) = (try tree.inclusionProof(of: place.index), try tree.root())
    let leaf = Self.leaves[place.index]
    func refused(_ path: [TreeHash]) {
      let changed = InclusionProof(index: place.index, size: place.size, path: path)
      #expect(throws: LogFault.self) { try changed.verify(leaf, root: root) }
    }
    for path in try Self.changed(proof.path) { refused(path) }
    for hash in try Self.changed(root) {
      #expect(throws: LogFault.otherRoot) { try proof.verify(leaf, root: hash) }
    }
    for hash in try Self.changed(leaf) {
      #expect(throws: LogFault.otherRoot) { try proof.verify(hash, root: root) }
    }
  }

  @Test(arguments: [(0, 5), (1, 2), (2, 5), (6, 8), (32, 70), (33, 70), (64, 70), (7, 7), (69, 70)])
  func changedConsistency(_ sizes: (old: Int, new: Int)) throws {
    let nodes = try MemoryNodes(Self.leaves)
    let proof = try TiledTree(nodes, size: sizes.new).consistencyProof(from: sizes.old)
    let old = try TiledTree(nodes, size: sizes.old).root()
    let new = try TiledTree(nodes, size: sizes.new).root()
    for path in try Self.changed(proof.path) {
      let changed = ConsistencyProof(from: sizes.old, to: sizes.new, path: path)
      #expect(throws: LogFault.self) { try changed.verify(from: old, to: new) }
    }
    for hash in try Self.changed(old) {
      #expect(throws: LogFault.self) { try proof.verify(from: hash, to: new) }
    }
    // From nothing, everything follows.
    for hash in try Self.changed(new) where sizes.old > 0 {
      #expect(throws: LogFault.self) { try proof.verify(from: old, to: hash) }
    }
  }

  /// Every way of changing one byte, leaving out, doubling or swapping one hash, and adding one.
  private static func changed(_ path: [TreeHash]) throws -> [[TreeHash]] {
    var all: [[TreeHash]] = []
    for (place, hash) in path.enumerated() {
      for hash in try changed(hash) {
        var path = path
        path[place] = hash
        all.append(path)
      }
      var shorter = path
      shorter.remove(at: place)
      var longer = path
      longer.insert(hash, at: place)
      all += [shorter, longer]
      if place > 0 {
        var swapped = path
        swapped.swapAt(place, place - 1)
        all.append(swapped)
      }
    }
    return all + [path + [.empty], [.empty] + path]
  }

  /// The hash with each of its bytes changed.
  private static func changed(_ hash: TreeHash) throws -> [TreeHash] {
    try (0..<TreeHash.length).map { byte in
      var bytes = hash.bytes
      bytes[byte] ^= 1 << UInt8(byte % 8)
      return try #require(TreeHash(bytes))
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let start: Int
    let size: Int
    let path: Int
    let fault: LogFault
    let why: String
    var testDescription: String { why }
  }

  static let inclusionRefusals = [
    Refusal(start: 0, size: 0, path: 0, fault: .index, why: "an empty tree has no leaf"),
    Refusal(start: 8, size: 8, path: 3, fault: .index, why: "one behind the last leaf"),
    Refusal(start: -1, size: 8, path: 3, fault: .index, why: "before the first leaf"),
    Refusal(start: 0, size: -1, path: 0, fault: .index, why: "a size below zero"),
    Refusal(start: 0, size: 8, path: 2, fault: .proofLength, why: "a hash too few"),
    Refusal(start: 0, size: 8, path: 4, fault: .proofLength, why: "a hash too many"),
    Refusal(start: 0, size: 1, path: 1, fault: .proofLength, why: "a hash for a lonely leaf"),
    Refusal(start: 6, size: 7, path: 3, fault: .proofLength, why: "the right edge has fewer"),
    Refusal(start: 0, size: .max, path: 62, fault: .proofLength, why: "the largest tree has 63"),
    Refusal(start: 0, size: 8, path: 3, fault: .otherRoot, why: "hashes of nothing"),
  ]

  @Test(arguments: inclusionRefusals) func inclusionRefusal(_ refusal: Refusal) {
    let path = [TreeHash](repeating: .empty, count: refusal.path)
    let proof = InclusionProof(index: refusal.start, size: refusal.size, path: path)
    #expect(throws: refusal.fault) { try proof.verify(Self.leaves[0], root: .empty) }
  }

  static let consistencyRefusals = [
    Refusal(start: 9, size: 8, path: 0, fault: .sizes, why: "a tree that shrank"),
    Refusal(start: -1, size: 8, path: 0, fault: .sizes, why: "a size below zero"),
    Refusal(start: 0, size: 8, path: 1, fault: .proofLength, why: "a proof from nothing"),
    Refusal(start: 8, size: 8, path: 1, fault: .proofLength, why: "a proof from itself"),
    Refusal(start: 0, size: 0, path: 1, fault: .proofLength, why: "a proof of nothing"),
    Refusal(start: 6, size: 8, path: 0, fault: .proofLength, why: "no hash at all"),
    Refusal(start: 4, size: 8, path: 0, fault: .proofLength, why: "no hash, from a power of two"),
    Refusal(start: 6, size: 8, path: 2, fault: .proofLength, why: "a hash too few"),
    Refusal(start: 6, size: 8, path: 4, fault: .proofLength, why: "a hash too many"),
    Refusal(
      start: 0, size: 8, path: 0, fault: .otherOldRoot, why: "nothing has the root of nothing"),
    Refusal(start: 6, size: 8, path: 3, fault: .otherOldRoot, why: "hashes of nothing"),
    Refusal(start: 4, size: 8, path: 1, fault: .otherRoot, why: "another neighbour"),
  ]

  @Test(arguments: consistencyRefusals) func consistencyRefusal(_ refusal: Refusal) {
    let path = [TreeHash](repeating: .empty, count: refusal.path)
    let proof = ConsistencyProof(from: refusal.start, to: refusal.size, path: path)
    #expect(throws: refusal.fault) { try proof.verify(from: Self.leaves[0], to: Self.leaves[1]) }
  }
}
