import TamgaDomain

@testable import TamgaOptics

/// A picture under test: a printed symbol and what happens to it afterwards.
struct Canvas {
  var width: Int
  var height: Int
  var rgb: [UInt8]

  var picture: Picture { Picture(width: width, height: height, rgb: rgb) }

  init(width: Int, height: Int, grey: UInt8 = 255) {
    self.width = width
    self.height = height
    rgb = [UInt8](repeating: grey, count: width * height * 3)
  }

  /// The symbol with `module` pixels a module and its quiet zone.
  init(_ grid: ModuleGrid, module: Int, quiet: Int = QRSymbol.quietZone) {
    let side = (grid.side + 2 * quiet) * module
    self.init(width: side, height: side)
    for y in 0..<side {
      for x in 0..<side {
        let row = y / module - quiet
        let column = x / module - quiet
        guard (0..<grid.side).contains(row), (0..<grid.side).contains(column) else { continue }
        if grid.isDark(row: row, column: column) { self[x, y] = [0, 0, 0] }
      }
    }
  }

  subscript(x: Int, y: Int) -> [UInt8] {
    get { Array(rgb[(y * width + x) * 3..<(y * width + x) * 3 + 3]) }
    set { for i in 0..<3 { rgb[(y * width + x) * 3 + i] = newValue[i] } }
  }

  /// A canvas whose pixel at each place is `source(x, y)` of this one, white outside of it.
  private func moved(width: Int, height: Int, _ source: (Int, Int) -> (Int, Int)) -> Canvas {
    var result = Canvas(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        let (sx, sy) = source(x, y)
        if (0..<self.width).contains(sx), (0..<self.height).contains(sy) {
          result[x, y] = self[sx, sy]
        }
      }
    }
    return result
  }

  func turnedQuarter() -> Canvas {
    moved(width: height, height: width) { x, y in (y, height - 1 - x) }
  }

  func mirrored() -> Canvas { moved(width: width, height: height) { x, y in (width - 1 - x, y) } }

  /// Turned by the angle whose sine is 3/5 (36.87 degrees), exact in whole numbers.
  func tilted() -> Canvas {
    let side = (width + height) * 7 / 5 / 2 + 8
    return moved(width: side, height: side) { x, y in
      let (dx, dy) = (x - side / 2, y - side / 2)
      return ((4 * dx + 3 * dy) / 5 + width / 2, (4 * dy - 3 * dx) / 5 + height / 2)
    }
  }

  func mapped(_ change: (Int, UInt8) -> UInt8) -> Canvas {
    var result = self
    for i in rgb.indices { result.rgb[i] = change(i, rgb[i]) }
    return result
  }

  func inverted() -> Canvas { mapped { 255 - $1 } }

  /// Black becomes `dark`, white becomes `light`.
  func contrast(dark: Int, light: Int) -> Canvas {
    mapped { UInt8(dark + Int($1) * (light - dark) / 255) }
  }

  /// Grey noise of up to `amount` either way, the same at every run.
  func noisy(_ amount: Int) -> Canvas {
    var state: UInt64 = 0x5441_4D47_41
    var result = self
    for pixel in 0..<(width * height) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let noise = Int(state >> 33) % (2 * amount + 1) - amount
      for i in 0..<3 {
        result.rgb[pixel * 3 + i] = UInt8(clamping: Int(rgb[pixel * 3 + i]) + noise)
      }
    }
    return result
  }

  /// The mean of a square of `2 * reach + 1` pixels.
  func blurred(_ reach: Int) -> Canvas {
    var result = self
    for y in 0..<height {
      for x in 0..<width {
        for i in 0..<3 {
          var sum = 0
          for dy in -reach...reach {
            for dx in -reach...reach {
              let (sx, sy) = (min(max(x + dx, 0), width - 1), min(max(y + dy, 0), height - 1))
              sum += Int(rgb[(sy * width + sx) * 3 + i])
            }
          }
          result.rgb[(y * width + x) * 3 + i] = UInt8(sum / ((2 * reach + 1) * (2 * reach + 1)))
        }
      }
    }
    return result
  }

  /// What a sensor sees of a sheet that moves `right` and `down` pixels while the shutter is open.
  func moved(by right: Int, down: Int) -> Canvas {
    var result = self
    let steps = max(right, down)
    for y in 0..<height {
      for x in 0..<width {
        for i in 0..<3 {
          var sum = 0
          for step in 0...steps {
            let sx = min(max(x - right / 2 + right * step / steps, 0), width - 1)
            let sy = min(max(y - down / 2 + down * step / steps, 0), height - 1)
            sum += Int(rgb[(sy * width + sx) * 3 + i])
          }
          result.rgb[(y * width + x) * 3 + i] = UInt8(sum / (steps + 1))
        }
      }
    }
    return result
  }

  /// Every `factor` × `factor` pixels as their mean.
  func shrunk(by factor: Int) -> Canvas {
    var result = Canvas(width: width / factor, height: height / factor)
    for y in 0..<result.height {
      for x in 0..<result.width {
        for i in 0..<3 {
          var sum = 0
          for dy in 0..<factor {
            for dx in 0..<factor {
              sum += Int(rgb[((y * factor + dy) * width + x * factor + dx) * 3 + i])
            }
          }
          result.rgb[(y * result.width + x) * 3 + i] = UInt8(sum / (factor * factor))
        }
      }
    }
    return result
  }

  /// A disc of rings of ink over the middle, as the lines and letters of a stamp: multiplied as ink
  /// on paper is.
  func stamped(_ ink: [Int], radius: Int) -> Canvas {
    var result = self
    for y in 0..<height {
      for x in 0..<width {
        let (dx, dy) = (x - width / 2, y - height / 2)
        let distance = dx * dx + dy * dy
        guard distance <= radius * radius, Int(Double(distance).squareRoot()) / 9 % 2 == 0 else {
          continue
        }
        result[x, y] = (0..<3).map { UInt8(Int(self[x, y][$0]) * ink[$0] / 255) }
      }
    }
    return result
  }

  /// This canvas with `other` pasted at a place.
  func with(_ other: Canvas, x: Int, y: Int) -> Canvas {
    var result = self
    for row in 0..<other.height {
      for column in 0..<other.width { result[x + column, y + row] = other[column, row] }
    }
    return result
  }
}

extension Picture {
  /// A black-and-white picture drawn with letters, `#` for black.
  init(_ rows: [String]) {
    let pixels = rows.flatMap { row in row.map { $0 == "#" ? UInt8(0) : 255 } }
    self.init(
      width: rows[0].count, height: rows.count, rgb: pixels.flatMap { [$0, $0, $0] })
  }
}
