extension GreyImage {
  /// Weights of two box means of width 5 one after the other: variance 4 as a Gaussian of sigma 2.
  private static let weights: [UInt32] = [1, 2, 3, 4, 5, 4, 3, 2, 1]
  private static let reach = 4
  private static let sum: UInt32 = 25

  /// An unsharp mask: every pixel moves away from the mean of its surroundings (sigma 2 pixels) by
  /// one and a half times its distance. Undoes some of a soft focus.
  func sharpened() -> GreyImage {
    var result = [UInt8](repeating: 0, count: pixels.count)
    // Rows blurred along x that the blur along y still needs, as a ring.
    let ringRows = 2 * Self.reach + 1
    var ring = [UInt16](repeating: 0, count: ringRows * width)
    var columnSums = [UInt32](repeating: 0, count: width)
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        ring.withUnsafeMutableBufferPointer { ring in
          columnSums.withUnsafeMutableBufferPointer { sums in
            var blurred = 0
            for y in 0..<height {
              while blurred <= min(y &+ Self.reach, height &- 1) {
                blurRow(blurred, of: source, to: ring, at: blurred % ringRows &* width)
                blurred &+= 1
              }
              for x in 0..<width { sums[x] = 0 }
              for offset in -Self.reach...Self.reach {
                let near = min(max(y &+ offset, 0), height &- 1) % ringRows &* width
                let weight = Self.weights[offset &+ Self.reach]
                for x in 0..<width { sums[x] &+= weight &* UInt32(ring[near &+ x]) }
              }
              let row = y &* width
              for x in 0..<width {
                let value = Int32(source[row &+ x])
                let mean = Int32(truncatingIfNeeded: sums[x] / (Self.sum &* Self.sum))
                target[row &+ x] = UInt8(clamping: value &+ (value &- mean) &* 3 / 2)
              }
            }
          }
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// Sums, not means: 255 × 25 fits 16 bits.
  private func blurRow(
    _ y: Int, of source: UnsafeBufferPointer<UInt8>, to ring: UnsafeMutableBufferPointer<UInt16>,
    at start: Int
  ) {
    let row = y &* width
    for x in 0..<width { ring[start &+ x] = 0 }
    for offset in -Self.reach...Self.reach {
      let weight = UInt16(truncatingIfNeeded: Self.weights[offset &+ Self.reach])
      // Beyond an edge the pixel of the edge repeats.
      for x in 0..<min(max(-offset, 0), width) {
        ring[start &+ x] &+= weight &* UInt16(source[row])
      }
      let end = max(width &- max(offset, 0), 0)
      for x in min(max(-offset, 0), width)..<max(end, min(max(-offset, 0), width)) {
        ring[start &+ x] &+= weight &* UInt16(source[row &+ x &+ offset])
      }
      for x in max(end, min(max(-offset, 0), width))..<max(width, end) {
        ring[start &+ x] &+= weight &* UInt16(source[row &+ width &- 1])
      }
    }
  }
}
