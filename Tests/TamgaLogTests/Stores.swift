@testable import TamgaLog

/// A store in memory that counts what is read of it, filled as a register would fill its tables.
final class MemoryNodes: TreeNodes {
  var leaves: [TreeHash] = []
  var roots: [Int: [TreeHash]] = [:]
  var reads = 0
  var hashesRead = 0

  /// A tile root that came twice or too early.
  struct Gap: Error {
    let root: TileRoot
  }

  /// Appends in groups of the given sizes, the last one repeated.
  init(_ all: [TreeHash], groups: [Int] = [1000]) throws {
    var groups = groups[...]
    var rest = all[...]
    while !rest.isEmpty {
      let group = rest.prefix(groups.first ?? 1)
      if groups.count > 1 { groups.removeFirst() }
      for root in try TiledTree(self, size: leaves.count).completed(byAppending: group) {
        guard roots[root.level, default: []].count == root.index else { throw Gap(root: root) }
        roots[root.level, default: []].append(root.hash)
      }
      leaves += group
      rest = rest.dropFirst(group.count)
    }
  }

  func leafHashes(_ range: Range<Int>) -> [TreeHash] { read(leaves, range) }

  func tileRoots(level: Int, _ range: Range<Int>) -> [TreeHash] { read(roots[level] ?? [], range) }

  private func read(_ hashes: [TreeHash], _ range: Range<Int>) -> [TreeHash] {
    let found = Array(hashes[range.clamped(to: hashes.indices)])
    reads += 1
    hashesRead += found.count
    return found
  }
}

/// A store whose leaves are all alike, so that a tree of any size fits.
struct UniformNodes: TreeNodes {
  static let leaf = TreeHash(leaf: [])

  static func complete(height: Int) -> TreeHash {
    (0..<height).reduce(leaf) { hash, _ in .node(hash, hash) }
  }

  func leafHashes(_ range: Range<Int>) -> [TreeHash] {
    [TreeHash](repeating: Self.leaf, count: range.count)
  }

  func tileRoots(level: Int, _ range: Range<Int>) -> [TreeHash] {
    [TreeHash](repeating: Self.complete(height: 8 * level), count: range.count)
  }
}

/// The definitions of RFC 6962 section 2.1 word by word, over all leaves, with a memory.
final class Definition {
  private let leaves: [TreeHash]
  private var known: [Range<Int>: TreeHash] = [:]

  init(_ leaves: [TreeHash]) { self.leaves = leaves }

  func root(_ range: Range<Int>) -> TreeHash {
    if range.isEmpty { return .empty }
    if range.count == 1 { return leaves[range.lowerBound] }
    if let known = known[range] { return known }
    let k = range.lowerBound + Self.split(range.count)
    let hash = TreeHash.node(root(range.lowerBound..<k), root(k..<range.upperBound))
    known[range] = hash
    return hash
  }

  func path(_ m: Int, _ range: Range<Int>) -> [TreeHash] {
    if range.count == 1 { return [] }
    let k = Self.split(range.count)
    let middle = range.lowerBound + k
    return m < k
      ? path(m, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
      : path(m - k, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
  }

  func proof(_ m: Int, _ range: Range<Int>, _ isWhole: Bool = true) -> [TreeHash] {
    if m == range.count { return isWhole ? [] : [root(range)] }
    let k = Self.split(range.count)
    let middle = range.lowerBound + k
    return m <= k
      ? proof(m, range.lowerBound..<middle, isWhole) + [root(middle..<range.upperBound)]
      : proof(m - k, middle..<range.upperBound, false) + [root(range.lowerBound..<middle)]
  }

  private static func split(_ n: Int) -> Int {
    var k = 1
    while k * 2 < n { k *= 2 }
    return k
  }
}
