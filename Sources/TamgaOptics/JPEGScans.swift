/// The scans of a JPEG file (ITU-T T.81, B.1.1).
enum JPEGScans {
  /// The number of start-of-scan markers. Entropy-coded data never holds one, since 0xFF is stuffed
  /// there; a marker in the camera's own data is counted as well, which does no harm.
  static func count(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var scans = 0
      var last: UInt8 = 0
      for byte in bytes {
        if last == 0xFF, byte == 0xDA { scans += 1 }
        last = byte
      }
      return scans
    }
  }
}
