/// The rule that of the two valid ES256 signatures (r, s) and (r, n - s) only the one with the
/// smaller s is taken, so that nobody can make a second seal out of a genuine one.
enum LowS {
  /// The order n of P-256 (FIPS 186-5, SEC 2 section 2.4.2), big-endian.
  private static let order: [UInt8] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
  ]

  /// True when s is larger than n / 2, that is, larger than n - s.
  static func isHigh(_ signature: [UInt8]) -> Bool {
    let s = Array(signature[32...])
    return difference(s).lexicographicallyPrecedes(s)
  }

  /// The signature with the smaller s.
  static func normalised(_ signature: [UInt8]) -> [UInt8] {
    isHigh(signature) ? Array(signature[..<32]) + difference(Array(signature[32...])) : signature
  }

  /// n - s, modulo 2^256.
  static func difference(_ s: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 32)
    var borrow = 0
    for index in (0..<32).reversed() {
      let value = Int(order[index]) - Int(s[index]) - borrow
      out[index] = UInt8(truncatingIfNeeded: value)
      borrow = value < 0 ? 1 : 0
    }
    return out
  }
}
