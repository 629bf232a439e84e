internal import CDeflate

/// A picture as PNG (ISO/IEC 15948).
package enum PNGFile {
  package enum Colours: UInt8, Sendable {
    case grey = 0
    case rgb = 2

    /// Bytes of a pixel.
    var channels: Int { self == .grey ? 1 : 3 }
  }

  /// - Parameters:
  ///   - pixels: Row by row, `width` × `height` × one byte, or three of RGB.
  ///   - level: Of compression: 1, the quickest, to 12.
  package static func written(
    _ pixels: [UInt8], width: Int, height: Int, _ colours: Colours = .grey, level: Int32 = 6
  ) -> [UInt8] {
    let length = width * colours.channels
    precondition(pixels.count == length * height, "a picture is full")
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count + height)
    for row in 0..<height {
      // No filter.
      rows.append(0)
      rows += pixels[row * length..<(row + 1) * length]
    }
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Eight bits of each colour, neither filtered nor interlaced in other ways.
    add("IHDR", number(width) + number(height) + [8, colours.rawValue, 0, 0, 0], to: &bytes)
    add("IDAT", Deflater(level: level).deflated(rows), to: &bytes)
    add("IEND", [], to: &bytes)
    return bytes
  }

  private static func add(_ name: StaticString, _ data: [UInt8], to bytes: inout [UInt8]) {
    var chunk: [UInt8] = []
    chunk.write(name)
    chunk += data
    bytes += number(data.count)
    bytes += chunk
    bytes += number(Int(libdeflate_crc32(0, chunk, chunk.count)))
  }

  private static func number(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
