internal import CDeflate

/// zlib stream (RFC 1950) → bytes.
package enum Inflater {
  /// nil for what is no such stream, has bytes after its end, or gives more than `limit` bytes.
  package static func inflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    // What a page or a font unpacks to; only the few that need more are done again.
    var room = Swift.min(limit, Swift.max(1 << 12, 8 * bytes.count))
    while true {
      var result = LIBDEFLATE_BAD_DATA
      var used = 0
      let plain = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        result = bytes.withUnsafeBytes {
          libdeflate_zlib_decompress_ex(
            decompressor, $0.baseAddress, $0.count, buffer.baseAddress, room, &used, &count)
        }
        if result != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if result == LIBDEFLATE_SUCCESS { return used == bytes.count ? plain : nil }
      guard result == LIBDEFLATE_INSUFFICIENT_SPACE, room < limit else { return nil }
      room = Swift.min(limit, 8 * room)
    }
  }
}
