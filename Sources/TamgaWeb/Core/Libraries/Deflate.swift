internal import CWeb

/// The zlib format (RFC 1950) by libdeflate, for what the root or status key signs.
enum Deflate {
  /// Nothing is signed in a browser.
  static func compressed(_ bytes: [UInt8]) -> [UInt8] { fatalError("signing") }

  /// Nil when the stream is broken, has bytes after its end, or gives more than `limit` bytes.
  static func inflated(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    var capacity = min(limit, max(4096, bytes.count * 8))
    while true {
      var out = [UInt8](repeating: 0, count: capacity)
      let made = tamga_inflate(bytes, bytes.count, &out, capacity)
      if made >= 0 {
        out.removeLast(capacity - made)
        return out
      }
      guard made == -2, capacity < limit else { return nil }
      capacity = min(limit, capacity * 4)
    }
  }
}
