import Foundation
import Testing

/// The plainest picture file that the product reads.
enum TIFF {
  /// Grey PGM pictures of one width, one below the other, as an uncompressed TIFF.
  static func stacked(_ pictures: [Data]) throws -> Data {
    var pixels = Data()
    var (width, height) = (0, 0)
    for picture in pictures {
      let head = picture.prefix(40).split(
        maxSplits: 4, whereSeparator: { $0 == 0x0A || $0 == 0x20 })
      let sides = head[1...2].compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      try #require(sides.count == 2 && (width == 0 || width == sides[0]))
      width = sides[0]
      height += sides[1]
      pixels += picture.suffix(sides[0] * sides[1])
    }
    func bytes(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    // Width, length, bits, no compression, black is 0, strip, samples, rows of the strip, bytes.
    let entries = [
      (256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, height),
      (279, pixels.count),
    ]
    var file = Data([0x49, 0x49, 42, 0] + bytes(8 + pixels.count, 4)) + pixels
    file += bytes(entries.count, 2)
    for (tag, value) in entries {
      file += bytes(tag, 2) + bytes(4, 2) + bytes(1, 4) + bytes(value, 4)
    }
    return file + bytes(0, 4)
  }
}
