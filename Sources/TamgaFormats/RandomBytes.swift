/// Bytes of the system's generator for secrets.
package enum RandomBytes {
  /// - Parameter count: Bytes; the system is asked once for every eight.
  package static func drawn(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: generator.next()) { bytes += $0 }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
