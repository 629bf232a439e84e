internal import CWeb

/// SHA-256 (FIPS 180-4) of bytes that are added one after the other.
struct SHA256Sum {
  private var added: [UInt8] = []

  mutating func add(_ bytes: [UInt8]) { added += bytes }

  /// 32 bytes.
  var bytes: [UInt8] { Self.of(added) }

  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var sum = [UInt8](repeating: 0, count: 32)
    tamga_sha256(bytes, bytes.count, &sum)
    return sum
  }
}
