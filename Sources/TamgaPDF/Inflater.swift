internal import CDeflate

/// zlib stream (RFC 1950) → bytes.
enum Inflater {
  /// A line of text has a thousandth of it.
  private static let room = 1 << 20

  /// nil for what is no such stream or larger than any page.
  static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isSound = false
    let plain = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      isSound =
        libdeflate_zlib_decompress(
          decompressor, bytes, bytes.count, buffer.baseAddress, room, &count)
        == LIBDEFLATE_SUCCESS
      if !isSound { count = 0 }
    }
    return isSound ? plain : nil
  }
}
