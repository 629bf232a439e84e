/// The place of a signature in a file: everything but the hole is signed (ISO 32000-1, 12.8.1).
package struct SignatureHole: Hashable, Sendable {
  /// Of `<…>`, whose digits are the signature.
  package let range: Range<Int>

  /// Bytes of the signature that it can hold.
  package var room: Int { (range.count - 2) / 2 }

  /// What a signature of the file covers.
  package func content(of file: [UInt8]) -> [UInt8] {
    Array(file[..<range.lowerBound]) + file[range.upperBound...]
  }

  /// Puts a signature into the file, filled up with zeros.
  ///
  /// - Returns: False where it is too long; then the file is as it was.
  package func put(_ cms: [UInt8], into file: inout [UInt8]) -> Bool {
    guard cms.count <= room else { return false }
    var place = range.lowerBound + 1
    for byte in cms {
      for digit in [byte >> 4, byte & 0xF] {
        file[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        place += 1
      }
    }
    return true
  }
}
