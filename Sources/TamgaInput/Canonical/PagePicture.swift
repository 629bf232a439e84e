internal import TamgaDomain

/// A page in greys, drawn from our own reading: what was checked, whatever a viewer makes of the file.
public struct PagePicture: Hashable, Sendable {
  public let width: Int
  public let height: Int
  /// Row by row, 0 is black.
  public private(set) var pixels: [UInt8]
  /// Pixels of a point.
  private let scale: Double

  /// Lines within a pixel along which edges are followed.
  private static let finer = 4

  struct Corner {
    var x: Double
    var y: Double
  }

  /// - Parameter dpi: Dots per inch, 36 to 300.
  init(width: Double, height: Double, dpi: Double) {
    scale = min(max(dpi, 36), 300) / 72
    self.width = Int((width * scale).rounded(.up))
    self.height = Int((height * scale).rounded(.up))
    pixels = [UInt8](repeating: 255, count: self.width * self.height)
  }

  /// Fills closed shapes by the rule of winding (ISO 32000-1, 8.5.3.3.2).
  ///
  /// - Parameters:
  ///   - shapes: Corners in points from the top left.
  ///   - shade: 0 is black.
  mutating func fill(_ shapes: [[Corner]], shade: Double) {
    var edges: [(top: Corner, bottom: Corner, winding: Int)] = []
    for shape in shapes where shape.count > 2 {
      for (index, corner) in shape.enumerated() {
        let next = shape[(index + 1) % shape.count]
        let a = Corner(x: corner.x * scale, y: corner.y * scale)
        let b = Corner(x: next.x * scale, y: next.y * scale)
        guard a.y != b.y, abs(a.x) < 1e6, abs(a.y) < 1e6, abs(b.x) < 1e6, abs(b.y) < 1e6 else {
          continue
        }
        edges.append(a.y < b.y ? (a, b, 1) : (b, a, -1))
      }
    }
    guard let top = edges.map(\.top.y).min(), let bottom = edges.map(\.bottom.y).max() else {
      return
    }
    let first = max(0, Int(top.rounded(.down)))
    let last = min(height - 1, Int(bottom.rounded(.down)))
    guard first <= last else { return }
    var cover = [Double](repeating: 0, count: width)
    for row in first...last {
      for index in cover.indices { cover[index] = 0 }
      for line in 0..<Self.finer {
        let y = Double(row) + (Double(line) + 0.5) / Double(Self.finer)
        add(crossings(edges, y), to: &cover)
      }
      for (column, part) in cover.enumerated() where part > 0 {
        let place = row * width + column
        let ink = min(1, part / Double(Self.finer))
        pixels[place] = UInt8((Double(pixels[place]) * (1 - ink) + 255 * shade * ink).rounded())
      }
    }
  }

  private func crossings(
    _ edges: [(top: Corner, bottom: Corner, winding: Int)], _ y: Double
  ) -> [(x: Double, winding: Int)] {
    edges.compactMap { edge -> (x: Double, winding: Int)? in
      guard edge.top.y <= y, y < edge.bottom.y else { return nil }
      let part = (y - edge.top.y) / (edge.bottom.y - edge.top.y)
      return (edge.top.x + part * (edge.bottom.x - edge.top.x), edge.winding)
    }.sorted { $0.x < $1.x }
  }

  private func add(_ crossings: [(x: Double, winding: Int)], to cover: inout [Double]) {
    var winding = 0
    for (index, crossing) in crossings.enumerated() {
      winding += crossing.winding
      guard winding != 0, index + 1 < crossings.count else { continue }
      let left = min(max(crossing.x, 0), Double(width))
      let right = min(max(crossings[index + 1].x, 0), Double(width))
      var column = Int(left)
      while column < width, Double(column) < right {
        cover[column] += min(right, Double(column + 1)) - max(left, Double(column))
        column += 1
      }
    }
  }

  /// Fills a rectangle.
  mutating func fill(_ box: PrintBox, shade: Double) {
    fill(
      [
        [
          Corner(x: box.left, y: box.top), Corner(x: box.right, y: box.top),
          Corner(x: box.right, y: box.bottom), Corner(x: box.left, y: box.bottom),
        ]
      ], shade: shade)
  }

  /// Strokes a line of straight parts, with flat ends.
  mutating func stroke(_ line: [Corner], thickness: Double, shade: Double) {
    var shapes: [[Corner]] = []
    for (a, b) in zip(line, line.dropFirst()) {
      let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
      guard length > 0 else { continue }
      let x = (b.y - a.y) / length * thickness / 2
      let y = (a.x - b.x) / length * thickness / 2
      shapes.append([
        Corner(x: a.x + x, y: a.y + y), Corner(x: b.x + x, y: b.y + y),
        Corner(x: b.x - x, y: b.y - y), Corner(x: a.x - x, y: a.y - y),
      ])
    }
    fill(shapes, shade: shade)
  }

  /// Draws a symbol into a box.
  mutating func draw(_ symbol: ModuleGrid, in box: PrintBox) {
    let side = box.width / Double(symbol.side)
    for row in 0..<symbol.side {
      for column in 0..<symbol.side where symbol.isDark(row: row, column: column) {
        let (x, y) = (box.left + Double(column) * side, box.top + Double(row) * side)
        fill(PrintBox(left: x, top: y, right: x + side, bottom: y + side), shade: 0)
      }
    }
  }
}
