extension GreyImage {
  /// Black where a pixel has less than 60/255 (0.235) of the light of the paper around it, white
  /// elsewhere: the ink of a stamp seen in grey is lighter than toner.
  func blackestOnly() -> GreyImage {
    let paper = PaperLight(of: self)
    var result = [UInt8](repeating: 255, count: pixels.count)
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          for x in 0..<width {
            let i = y &* width &+ x
            let light = paper.levels[(y / paper.block) &* paper.columns &+ x / paper.block]
            if Int(source[i]) &* 255 < light &* 60 { target[i] = 0 }
          }
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }
}

/// How light the paper is in each part of a picture.
private struct PaperLight {
  /// Side of a part in pixels: 1/24 of the longer side, several modules of any readable code.
  let block: Int
  let columns: Int
  /// Row by row, 0...255.
  let levels: [Int]

  init(of image: GreyImage) {
    let block = max(16, max(image.width, image.height) / 24)
    let columns = (image.width + block - 1) / block
    let rows = (image.height + block - 1) / block
    var own = [Int](repeating: 0, count: columns * rows)
    image.pixels.withUnsafeBufferPointer { pixels in
      own.withUnsafeMutableBufferPointer { own in
        for y in 0..<image.height {
          let row = y / block &* columns
          for x in 0..<image.width {
            let part = row &+ x / block
            own[part] = max(own[part], Int(pixels[y &* image.width &+ x]))
          }
        }
      }
    }
    // A part wholly inside dark ink borrows the paper of its neighbours.
    var levels = own
    for row in 0..<rows {
      for column in 0..<columns {
        for y in max(0, row - 1)...min(rows - 1, row + 1) {
          for x in max(0, column - 1)...min(columns - 1, column + 1) {
            levels[row * columns + column] = max(
              levels[row * columns + column], own[y * columns + x])
          }
        }
      }
    }
    self.block = block
    self.columns = columns
    self.levels = levels
  }
}
