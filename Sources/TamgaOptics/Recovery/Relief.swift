/// A picture measured against the lightness around each pixel: what is dark where it stands.
struct Relief: Sendable {
  let width: Int
  let height: Int
  /// Lightness less the mean of the surroundings, row by row.
  let values: [Int16]

  /// - Parameter reach: Half of the window's side in pixels; a finder pattern of up to twice that
  ///   stands out whole.
  init(of image: GreyImage, reach: Int) {
    let (width, height) = (image.width, image.height)
    self.width = width
    self.height = height
    // A running sum over columns and then along the row: no table of the whole picture.
    var columns = [Int32](repeating: 0, count: width)
    values = [Int16](unsafeUninitializedCapacity: width * height) { target, count in
      image.pixels.withUnsafeBufferPointer { pixels in
        columns.withUnsafeMutableBufferPointer { columns in
          for y in 0..<min(reach, height) {
            for x in 0..<width { columns[x] &+= Int32(pixels[y &* width &+ x]) }
          }
          for y in 0..<height {
            let (entering, leaving) = (y &+ reach, y &- reach &- 1)
            if entering < height {
              for x in 0..<width { columns[x] &+= Int32(pixels[entering &* width &+ x]) }
            }
            if leaving >= 0 {
              for x in 0..<width { columns[x] &-= Int32(pixels[leaving &* width &+ x]) }
            }
            let rows = Int32(min(y &+ reach, height &- 1) &- max(leaving &+ 1, 0) &+ 1)
            var sum: Int32 = 0
            for x in 0..<min(reach, width) { sum &+= columns[x] }
            for x in 0..<width {
              if x &+ reach < width { sum &+= columns[x &+ reach] }
              if x &- reach &- 1 >= 0 { sum &-= columns[x &- reach &- 1] }
              let wide = Int32(min(x &+ reach, width &- 1) &- max(x &- reach, 0) &+ 1)
              let i = y &* width &+ x
              target[i] = Int16(truncatingIfNeeded: Int32(pixels[i]) &- sum / (rows &* wide))
            }
          }
        }
      }
      count = width * height
    }
  }

  func isDark(_ x: Int, _ y: Int) -> Bool { values[y &* width &+ x] < 0 }
}
