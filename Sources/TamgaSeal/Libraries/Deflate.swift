internal import CZlib

/// The zlib format (RFC 1950) as zlib itself has it: for what the root or status key signs, and for what a
/// paper's file packs, since nearly every reader of PDF unpacks by it and other libraries take more.
public enum Deflate {
  /// Level 9, as the status list draft asks (section 4.1).
  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))))
    var length = uLongf(out.count)
    let code = compress2(&out, &length, bytes, uLong(bytes.count), 9)
    precondition(code == Z_OK, "zlib had room for the bound that it named")
    return Array(out.prefix(Int(length)))
  }

  /// Nil when the stream is broken, has bytes after its end, or gives more than `limit` bytes.
  public static func inflated(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    // One byte more than allowed tells a stream that is too long.
    var capacity = min(limit + 1, max(4096, bytes.count * 8))
    while true {
      var out = [UInt8](repeating: 0, count: capacity)
      var length = uLongf(capacity)
      var consumed = uLong(bytes.count)
      switch uncompress2(&out, &length, bytes, &consumed) {
      case Z_OK where Int(length) <= limit && Int(consumed) == bytes.count:
        out.removeLast(capacity - Int(length))
        return out
      // A short buffer and a truncated stream look alike: only the first has a full buffer.
      case Z_BUF_ERROR where Int(length) == capacity && capacity <= limit:
        capacity = min(limit + 1, capacity * 4)
      default: return nil
      }
    }
  }
}
