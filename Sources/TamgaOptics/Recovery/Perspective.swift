/// Where the modules of a flat symbol stand in a picture: a projection that takes the middles of the
/// three finder patterns, and of a fourth in the corner that has none, to four places.
struct Perspective: Sendable {
  /// Modules along one side.
  let side: Int
  /// Upper left, upper right, lower right, lower left, in pixels.
  let corners: [Point]

  private let a, b, c, d, e, f, g, h: Double

  /// The distance in modules from an edge to the middle of a finder pattern.
  static let inset = 3.5

  /// Nil where the four places span nothing.
  init?(side: Int, corners: [Point]) {
    self.side = side
    self.corners = corners
    // The unit square to a quadrilateral (Heckbert 1989).
    let (p0, p1, p2, p3) = (corners[0], corners[1], corners[2], corners[3])
    let sum = p0 - p1 + p2 - p3
    let (d1, d2) = (p1 - p2, p3 - p2)
    let area = d1.cross(d2)
    guard abs(area) > 1e-9 else { return nil }
    g = sum.cross(d2) / area
    h = d1.cross(sum) / area
    a = p1.x - p0.x + g * p1.x
    b = p3.x - p0.x + h * p3.x
    c = p0.x
    d = p1.y - p0.y + g * p1.y
    e = p3.y - p0.y + h * p3.y
    f = p0.y
  }

  /// The pixel of a place in modules from the upper left corner of the symbol.
  @inline(__always) func pixel(_ x: Double, _ y: Double) -> Point {
    let span = Double(side) - 2 * Self.inset
    let (u, v) = ((x - Self.inset) / span, (y - Self.inset) / span)
    let w = g * u + h * v + 1
    let scale = abs(w) > 1e-6 ? 1 / w : 0
    return Point(x: (a * u + b * v + c) * scale, y: (d * u + e * v + f) * scale)
  }

  /// Pixels a module in the middle of the symbol.
  var module: Double {
    let middle = Double(side) / 2
    let right = pixel(middle + 0.5, middle) - pixel(middle - 0.5, middle)
    let down = pixel(middle, middle + 0.5) - pixel(middle, middle - 0.5)
    return abs(right.cross(down)).squareRoot()
  }
}
