internal import CDeflate

/// Bytes → zlib stream (RFC 1950), the same for the same bytes. Owns a libdeflate compressor; not to
/// be shared between threads.
package final class Deflater {
  private let compressor: OpaquePointer

  /// - Parameter level: 0, which packs nothing, or 1, the quickest, to 12.
  package init(level: Int32) {
    compressor = libdeflate_alloc_compressor(level)!  // safe: the levels here are in range
  }

  deinit { libdeflate_free_compressor(compressor) }

  package func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
  }
}
