/// A picture with one byte a pixel, 0 black to 255 white, without padding.
struct GreyImage: Hashable, Sendable {
  let width: Int
  let height: Int
  let pixels: [UInt8]

  var area: Int { width * height }

  /// - Precondition: `pixels` holds `width * height` values.
  init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height)
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// A picture of the same size whose pixel at each place is `value(place)`.
  private init(like width: Int, _ height: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    self.width = width
    self.height = height
    pixels = [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
      target.takeLargePages()
      fill(target.baseAddress!)  // safe: no side of a picture is zero
      count = width * height
    }
  }
}

// From colour
extension GreyImage {
  /// The lightness as the eye sees it (ITU-R BT.601).
  init(lightnessOf picture: Picture) {
    self.init(like: picture.width, picture.height) { target in
      picture.rgb.withUnsafeBufferPointer { rgb in
        var at = 0
        for i in 0..<(picture.width &* picture.height) {
          let sum =
            77 &* UInt32(rgb[at]) &+ 150 &* UInt32(rgb[at &+ 1]) &+ 29 &* UInt32(rgb[at &+ 2])
          target[i] = UInt8(truncatingIfNeeded: sum >> 8)
          at &+= 3
        }
      }
    }
  }

  /// The strongest of red, green and blue: coloured ink over a black code disappears, since ink of
  /// any one colour lets some channel through and black lets none.
  init(strongestOf picture: Picture) { self.init(picture) { max($0, $1, $2) } }

  /// The weakest of red, green and blue: a code in ink of any colour is dark.
  init(weakestOf picture: Picture) { self.init(picture) { min($0, $1, $2) } }

  @inline(__always) private init(_ picture: Picture, _ choose: (UInt8, UInt8, UInt8) -> UInt8) {
    self.init(like: picture.width, picture.height) { target in
      picture.rgb.withUnsafeBufferPointer { rgb in
        var at = 0
        for i in 0..<(picture.width &* picture.height) {
          target[i] = choose(rgb[at], rgb[at &+ 1], rgb[at &+ 2])
          at &+= 3
        }
      }
    }
  }
}

// Simple variants
extension GreyImage {
  /// Black for white: a symbol printed light on dark.
  func inverted() -> GreyImage {
    GreyImage(like: width, height) { target in
      pixels.withUnsafeBufferPointer { source in
        for i in 0..<source.count { target[i] = 255 &- source[i] }
      }
    }
  }

  /// Half as wide and high; each pixel is the mean of four. A last odd row or column is left out.
  func halved() -> GreyImage {
    let (columns, rows) = (max(width / 2, 1), max(height / 2, 1))
    return GreyImage(like: columns, rows) { target in
      pixels.withUnsafeBufferPointer { source in
        for y in 0..<rows {
          let (top, bottom) = (2 &* y &* width, min(2 &* y &+ 1, height &- 1) &* width)
          for x in 0..<columns {
            let (left, right) = (2 &* x, min(2 &* x &+ 1, width &- 1))
            let sum =
              UInt32(source[top &+ left]) &+ UInt32(source[top &+ right])
              &+ UInt32(source[bottom &+ left]) &+ UInt32(source[bottom &+ right])
            target[y &* columns &+ x] = UInt8(truncatingIfNeeded: (sum &+ 2) >> 2)
          }
        }
      }
    }
  }

  /// Left for right: a symbol seen through the paper or in a mirror.
  func mirrored() -> GreyImage {
    GreyImage(like: width, height) { target in
      pixels.withUnsafeBufferPointer { source in
        for y in 0..<height {
          let row = y &* width
          for x in 0..<width { target[row &+ x] = source[row &+ width &- 1 &- x] }
        }
      }
    }
  }

  /// Twice as wide and as high, linear between the pixels: modules of two pixels become readable.
  func doubled() -> GreyImage {
    GreyImage(like: width * 2, height * 2) { target in
      pixels.withUnsafeBufferPointer { source in
        for y in 0..<(height &* 2) {
          let (near, far) = Self.neighbours(of: y, in: height)
          let (a, b) = (near &* width, far &* width)
          let row = y &* width &* 2
          for x in 0..<(width &* 2) {
            let (left, right) = Self.neighbours(of: x, in: width)
            let sum =
              9 &* UInt32(source[a &+ left]) &+ 3 &* UInt32(source[a &+ right])
              &+ 3 &* UInt32(source[b &+ left]) &+ UInt32(source[b &+ right])
            target[row &+ x] = UInt8(truncatingIfNeeded: (sum &+ 8) >> 4)
          }
        }
      }
    }
  }

  /// The source pixel in which the middle of pixel `i` of the doubled picture lies, and the one
  /// beside it that is next.
  @inline(__always) private static func neighbours(of i: Int, in count: Int) -> (Int, Int) {
    let near = i >> 1
    let far = i & 1 == 0 ? near &- 1 : near &+ 1
    return (near, min(max(far, 0), count &- 1))
  }
}
