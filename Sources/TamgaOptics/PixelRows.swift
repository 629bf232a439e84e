/// Decoded rows of red, green, blue and perhaps alpha, as a C library holds them.
struct PixelRows {
  let pixels: UnsafePointer<UInt8>
  let width: Int
  let height: Int
  /// 3, or 4 with alpha.
  let channels: Int
  /// Bytes from one row to the next.
  let stride: Int

  /// A copy on white paper, every `factor` × `factor` pixels averaged to one.
  func picture(shrunkBy factor: Int) -> Picture {
    if factor == 1, channels == 3 { return copy() }
    let (columns, rows) = (max(1, width / factor), max(1, height / factor))
    let boxWidth = min(factor, width)
    let boxHeight = min(factor, height)
    let divisor = UInt32(boxWidth * boxHeight)
    let rgb = [UInt8](unsafeUninitializedCapacity: columns * rows * 3) { target, count in
      target.takeLargePages()
      var at = 0
      for row in 0..<rows {
        for column in 0..<columns {
          var red: UInt32 = 0
          var green: UInt32 = 0
          var blue: UInt32 = 0
          for y in 0..<boxHeight {
            var source = pixels + (row * boxHeight + y) * stride + column * boxWidth * channels
            for _ in 0..<boxWidth {
              let alpha = channels == 4 ? UInt32(source[3]) : 255
              red &+= Self.onWhite(source[0], alpha)
              green &+= Self.onWhite(source[1], alpha)
              blue &+= Self.onWhite(source[2], alpha)
              source += channels
            }
          }
          target[at] = UInt8(truncatingIfNeeded: red / divisor)
          target[at &+ 1] = UInt8(truncatingIfNeeded: green / divisor)
          target[at &+ 2] = UInt8(truncatingIfNeeded: blue / divisor)
          at &+= 3
        }
      }
      count = columns * rows * 3
    }
    return Picture(width: columns, height: rows, rgb: rgb)
  }

  /// The rows as they are, without what stands between them.
  private func copy() -> Picture {
    let row = width * 3
    let rgb = [UInt8](unsafeUninitializedCapacity: row * height) { target, count in
      target.takeLargePages()
      for y in 0..<height {
        let start = target.baseAddress! + y * row  // safe: the buffer is not empty
        start.initialize(from: pixels + y * stride, count: row)
      }
      count = row * height
    }
    return Picture(width: width, height: height, rgb: rgb)
  }

  @inline(__always) private static func onWhite(_ value: UInt8, _ alpha: UInt32) -> UInt32 {
    alpha == 255 ? UInt32(value) : (UInt32(value) &* alpha &+ 255 &* (255 &- alpha) &+ 127) / 255
  }
}
