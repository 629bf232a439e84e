import Testing

@testable import TamgaLog

/// The tree of eight leaves of the Certificate Transparency reference implementation, with its roots
/// and proofs.
@Suite struct ReferenceTreeTests {
  static let entries: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57),
    Array(0x60...0x6F),
  ]
  static var leaves: [TreeHash] { entries.map { TreeHash(leaf: $0) } }

  /// By the number of leaves.
  static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test(arguments: 0...8) func root(_ size: Int) throws {
    let hash = try Fixture.hash(Self.roots[size])
    #expect(MerkleTree.root(ofLeaves: Self.leaves.prefix(size)) == hash)
    #expect(try TiledTree(MemoryNodes(Self.leaves), size: size).root() == hash)
    #expect(hash.description == Self.roots[size])
    #expect(TreeHash(hash.bytes) == hash)
  }

  struct Proof: Sendable, CustomTestStringConvertible {
    /// The place of the leaf, or the earlier size.
    let start: Int
    let size: Int
    let path: [String]
    var testDescription: String { "\(start) in \(size)" }
  }

  static let inclusionProofs = [
    Proof(start: 0, size: 1, path: []),
    Proof(
      start: 0, size: 8,
      path: [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]),
    Proof(
      start: 5, size: 8,
      path: [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]),
    Proof(
      start: 2, size: 3,
      path: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    Proof(
      start: 1, size: 5,
      path: [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]),
  ]

  @Test(arguments: inclusionProofs) func inclusion(_ expected: Proof) throws {
    let nodes = try MemoryNodes(Self.leaves)
    let proof = try TiledTree(nodes, size: expected.size).inclusionProof(of: expected.start)
    #expect(proof.path == (try expected.path.map(Fixture.hash)))
    try proof.verify(
      Self.leaves[expected.start], root: Fixture.hash(Self.roots[expected.size]))
  }

  static let consistencyProofs = [
    Proof(start: 1, size: 1, path: []),
    Proof(
      start: 1, size: 8,
      path: [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]),
    Proof(
      start: 6, size: 8,
      path: [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]),
    Proof(
      start: 2, size: 5,
      path: [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]),
    Proof(
      start: 6, size: 7,
      path: [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]),
  ]

  @Test(arguments: consistencyProofs) func consistency(_ expected: Proof) throws {
    let nodes = try MemoryNodes(Self.leaves)
    let proof = try TiledTree(nodes, size: expected.size).consistencyProof(from: expected.start)
    #expect(proof.path == (try expected.path.map(Fixture.hash)))
    try proof.verify(
      from: Fixture.hash(Self.roots[expected.start]), to: Fixture.hash(Self.roots[expected.size]))
  }

  @Test func notAHash() {
    #expect(TreeHash([UInt8](repeating: 0, count: 31)) == nil)
    #expect(TreeHash([UInt8](repeating: 0, count: 33)) == nil)
    #expect(TreeHash([UInt8]()) == nil)
  }

  /// A node that is given as an entry has another hash.
  @Test func aLeafIsNoNode() {
    let (left, right) = (Self.leaves[0], Self.leaves[1])
    #expect(TreeHash(leaf: left.bytes + right.bytes) != .node(left, right))
    #expect(TreeHash(leaf: [0x01] + left.bytes + right.bytes) != .node(left, right))
    #expect(TreeHash.node(left, right) != .node(right, left))
  }
}
