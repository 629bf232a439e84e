internal import Crypto

/// SHA-256 (FIPS 180-4) of bytes that are added one after the other.
struct SHA256Sum {
  private var hash = SHA256()

  mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// 32 bytes.
  var bytes: [UInt8] { Array(hash.finalize()) }

  static func of(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}
