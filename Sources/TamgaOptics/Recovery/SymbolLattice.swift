/// A symbol sampled twice a module, freed of the light that falls on it.
struct SymbolLattice: Sendable {
  let side: Int
  /// Samples along one side.
  let count: Int
  /// Darkness, row by row: about -1 for light and 1 for dark.
  let samples: [Float]

  /// Samples beyond the edge of the symbol: three quarters of a module on.
  static let margin = 3

  /// The sample in the middle of a module.
  static func index(ofModule i: Int) -> Int { margin + 2 * i }

  init(of image: GreyImage, mesh: SymbolMesh, side: Int) {
    self.side = side
    let count = 2 * side - 1 + 2 * Self.margin
    self.count = count
    var raw = [Float](repeating: 0, count: count * count)
    image.pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<count {
        for column in 0..<count {
          let pixel = mesh.pixel(
            0.5 + Double(column - Self.margin) / 2, 0.5 + Double(row - Self.margin) / 2)
          raw[row * count + column] = Self.value(
            at: pixel, pixels: pixels, width: image.width, height: image.height)
        }
      }
    }
    samples = Self.levelled(raw, count: count)
  }

  /// Between four pixels, whose middles are at halves.
  @inline(__always) private static func value(
    at pixel: Point, pixels: UnsafeBufferPointer<UInt8>, width: Int, height: Int
  ) -> Float {
    // What compares false, as no number does, is the first pixel.
    let x = pixel.x > 0.5 ? Float(min(pixel.x - 0.5, Double(width - 1))) : 0
    let y = pixel.y > 0.5 ? Float(min(pixel.y - 0.5, Double(height - 1))) : 0
    let (left, top) = (Int(x), Int(y))
    let (right, bottom) = (min(left + 1, width - 1), min(top + 1, height - 1))
    let (u, v) = (x - Float(left), y - Float(top))
    let upper = Float(pixels[top * width + left]) * (1 - u) + Float(pixels[top * width + right]) * u
    let lower =
      Float(pixels[bottom * width + left]) * (1 - u) + Float(pixels[bottom * width + right]) * u
    return upper * (1 - v) + lower * v
  }

  /// Half of the window in samples: masks leave as much dark as light in eight modules.
  private static let reach = 9

  /// Each sample less the mean about it, by the spread about it.
  private static func levelled(_ raw: [Float], count: Int) -> [Float] {
    let means = boxMeans(raw, count: count)
    let squares = boxMeans(raw.map { $0 * $0 }, count: count)
    let spreads = zip(means, squares).map { mean, square in max(0, square - mean * mean) }
    let typical = spreads.reduce(0, +) / Float(max(spreads.count, 1))
    // Where nothing is to be seen noise must not become bits.
    let least = max(typical / 16, 1)
    return raw.indices.map { (means[$0] - raw[$0]) / max(spreads[$0], least).squareRoot() }
  }

  private static func boxMeans(_ values: [Float], count: Int) -> [Float] {
    var sums = [Double](repeating: 0, count: (count + 1) * (count + 1))
    for row in 0..<count {
      var line = 0.0
      for column in 0..<count {
        line += Double(values[row * count + column])
        sums[(row + 1) * (count + 1) + column + 1] = sums[row * (count + 1) + column + 1] + line
      }
    }
    var means = [Float](repeating: 0, count: values.count)
    for row in 0..<count {
      let (top, bottom) = (max(row - reach, 0), min(row + reach + 1, count))
      for column in 0..<count {
        let (left, right) = (max(column - reach, 0), min(column + reach + 1, count))
        let sum =
          sums[bottom * (count + 1) + right] - sums[top * (count + 1) + right]
          - sums[bottom * (count + 1) + left] + sums[top * (count + 1) + left]
        means[row * count + column] = Float(sum / Double((bottom - top) * (right - left)))
      }
    }
    return means
  }
}
