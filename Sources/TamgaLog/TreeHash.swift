internal import Crypto
import TamgaFormats

/// A hash of the log's Merkle tree: the 32 bytes of a SHA-256.
///
/// Leaves and nodes are hashed with different first bytes, so that no leaf can pass for a node.
///
/// - SeeAlso: RFC 6962 section 2.1.
public struct TreeHash: Hashable, Sendable, CustomStringConvertible {
  /// Bytes of a hash.
  public static let length = 32

  /// The root of a tree without leaves: the SHA-256 of nothing.
  public static let empty = TreeHash(SHA256().finalize())

  // The four words lie in memory as the 32 bytes do, whatever the order of the machine.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// The hash of a leaf: SHA-256(0x00 ‖ entry).
  public init(leaf entry: [UInt8]) {
    var hasher = SHA256()
    hasher.update(data: [0x00])
    hasher.update(data: entry)
    self.init(hasher.finalize())
  }

  /// The hash of a node: SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    var hasher = SHA256()
    hasher.update(data: [0x01])
    withUnsafeBytes(of: left) { hasher.update(bufferPointer: $0) }
    withUnsafeBytes(of: right) { hasher.update(bufferPointer: $0) }
    return TreeHash(hasher.finalize())
  }

  /// Nil unless there are exactly 32 bytes.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.length else { return nil }
    self = Array(bytes).withUnsafeBytes { TreeHash(memory: $0) }
  }

  private init(_ digest: SHA256.Digest) {
    self = digest.withUnsafeBytes { TreeHash(memory: $0) }
  }

  // The callers have 32 bytes.
  private init(memory: UnsafeRawBufferPointer) {
    first = memory.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    second = memory.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    third = memory.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    fourth = memory.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

  /// The form of checkpoints and proofs (RFC 4648 section 4).
  var base64: String { Base64.text(bytes) }

  /// 64 lower-case hexadecimal digits.
  public var description: String { Hex.text(bytes) }
}
