/// Contrast-limited adaptive histogram equalisation (CLAHE): each of 8 × 8 tiles gets the contrast
/// of the whole range, noise at most three times the mean.
struct LocalContrast {
  static let tiles = 8
  static let clip = 3

  /// For every tile, the new value of each of the 256 old ones.
  private let tables: [UInt8]
  private let image: GreyImage

  init(of image: GreyImage) {
    self.image = image
    var tables: [UInt8] = []
    tables.reserveCapacity(Self.tiles * Self.tiles * 256)
    for row in 0..<Self.tiles {
      for column in 0..<Self.tiles {
        tables += Self.table(
          of: image, rows: Self.bounds(row, of: image.height),
          columns: Self.bounds(column, of: image.width))
      }
    }
    self.tables = tables
  }

  private static func bounds(_ tile: Int, of length: Int) -> Range<Int> {
    let start = tile * length / tiles
    // A picture of fewer pixels than tiles has tiles that share a pixel.
    return start..<max((tile + 1) * length / tiles, min(start + 1, length))
  }

  private static func table(
    of image: GreyImage, rows: Range<Int>, columns: Range<Int>
  ) -> [UInt8] {
    var histogram = [Int](repeating: 0, count: 256)
    image.pixels.withUnsafeBufferPointer { pixels in
      histogram.withUnsafeMutableBufferPointer { histogram in
        for y in rows {
          for x in columns { histogram[Int(pixels[y &* image.width &+ x])] &+= 1 }
        }
      }
    }
    let area = rows.count * columns.count
    let limit = max(1, clip * area / 256)
    var excess = 0
    for value in 0..<256 where histogram[value] > limit {
      excess += histogram[value] - limit
      histogram[value] = limit
    }
    var table = [UInt8](repeating: 0, count: 256)
    var sum = 0
    for value in 0..<256 {
      sum += histogram[value]
      // What was clipped is spread over all values alike.
      let whole = sum + excess * (value + 1) / 256
      table[value] = UInt8(clamping: whole * 255 / max(area, 1))
    }
    return table
  }

  /// Every pixel gets the mean of the four tiles around it, weighted by nearness.
  func equalised() -> GreyImage {
    let horizontal = Self.places(image.width)
    let vertical = Self.places(image.height)
    var result = [UInt8](repeating: 0, count: image.area)
    image.pixels.withUnsafeBufferPointer { source in
      tables.withUnsafeBufferPointer { tables in
        horizontal.withUnsafeBufferPointer { horizontal in
          result.withUnsafeMutableBufferPointer { target in
            for y in 0..<image.height {
              let v = vertical[y]
              let (above, below) = (v.first &* Self.tiles, v.second &* Self.tiles)
              for x in 0..<image.width {
                let i = y &* image.width &+ x
                let h = horizontal[x]
                let value = Int(source[i])
                let top =
                  Int(tables[(above &+ h.first) &* 256 &+ value]) &* (256 &- h.weight)
                  &+ Int(tables[(above &+ h.second) &* 256 &+ value]) &* h.weight
                let bottom =
                  Int(tables[(below &+ h.first) &* 256 &+ value]) &* (256 &- h.weight)
                  &+ Int(tables[(below &+ h.second) &* 256 &+ value]) &* h.weight
                let sum = top &* (256 &- v.weight) &+ bottom &* v.weight
                target[i] = UInt8(truncatingIfNeeded: sum >> 16)
              }
            }
          }
        }
      }
    }
    return GreyImage(width: image.width, height: image.height, pixels: result)
  }

  private struct Place {
    /// The two tiles between whose middles a pixel lies, and the weight of the second in 1/256.
    let first: Int
    let second: Int
    let weight: Int
  }

  private static func places(_ length: Int) -> [Place] {
    (0..<length).map { i in
      // In 1/256 of a tile, from the middle of the first.
      let position = (2 * i + 1) * tiles * 128 / length - 128
      guard position > 0 else { return Place(first: 0, second: 0, weight: 0) }
      let first = min(position / 256, tiles - 1)
      return Place(first: first, second: min(first + 1, tiles - 1), weight: position % 256)
    }
  }
}
