/// Where the modules of a symbol on paper that is not flat stand: a projection, corrected at the
/// middles of the alignment patterns and between them.
struct SymbolMesh: Sendable {
  let perspective: Perspective
  /// Rows and columns of the corrected places, in modules.
  private let nodes: [Double]
  /// What is added there, in pixels, row by row.
  private let shifts: [Point]

  /// A mesh without corrections.
  init(flat perspective: Perspective) {
    self.perspective = perspective
    nodes = []
    shifts = []
  }

  /// Looks for every alignment pattern near its place.
  init(_ fit: SymbolFit, in relief: Relief) {
    perspective = fit.perspective
    let side = fit.layout.side
    nodes = fit.layout.alignment.map { Double($0) + 0.5 }
    var shifts: [Point] = []
    for row in fit.layout.alignment {
      for column in fit.layout.alignment {
        let isFinder = SymbolLayout.isFinder(row, column, side: side)
        shifts.append(
          isFinder
            ? Point(x: 0, y: 0)
            : Self.shift(ofRow: row, column: column, perspective: fit.perspective, in: relief))
      }
    }
    self.shifts = shifts
  }

  /// A mesh moved further at the places where `rows` and the same columns cross.
  ///
  /// - Parameter shifts: In modules, row by row.
  init(_ mesh: SymbolMesh, rows: [Double], shifts: [Point]) {
    perspective = mesh.perspective
    nodes = rows
    self.shifts = shifts.enumerated().map { i, shift in
      let (x, y) = (rows[i % rows.count], rows[i / rows.count])
      return mesh.pixel(x + shift.x, y + shift.y) - mesh.perspective.pixel(x, y)
    }
  }

  /// The pixel of a place in modules.
  @inline(__always) func pixel(_ x: Double, _ y: Double) -> Point {
    let flat = perspective.pixel(x, y)
    guard nodes.count > 1 else { return flat }
    let (column, u) = cell(x)
    let (row, v) = cell(y)
    let (a, b) = (row * nodes.count + column, (row + 1) * nodes.count + column)
    let top = shifts[a] * (1 - u) + shifts[a + 1] * u
    let bottom = shifts[b] * (1 - u) + shifts[b + 1] * u
    return flat + top * (1 - v) + bottom * v
  }

  @inline(__always) private func cell(_ position: Double) -> (index: Int, weight: Double) {
    var index = 0
    while index < nodes.count - 2, position > nodes[index + 1] { index += 1 }
    let weight = (position - nodes[index]) / (nodes[index + 1] - nodes[index])
    return (index, min(max(weight, 0), 1))
  }

  /// Modules: as far as a crease moves a pattern.
  private static let reach = 1.6
  private static let step = 0.2

  private static func shift(
    ofRow row: Int, column: Int, perspective: Perspective, in relief: Relief
  ) -> Point {
    let (x, y) = (Double(column) + 0.5, Double(row) + 0.5)
    let home = perspective.pixel(x, y)
    var best = (score: -Double.infinity, shift: Point(x: 0, y: 0))
    for dy in stride(from: -reach, through: reach, by: step) {
      for dx in stride(from: -reach, through: reach, by: step) {
        let score = likeness(x + dx, y + dy, perspective, relief) - 0.05 * (dx * dx + dy * dy)
        if score > best.score { best = (score, perspective.pixel(x + dx, y + dy) - home) }
      }
    }
    // A pattern that is not there must not bend the mesh.
    return best.score > 0.4 ? best.shift : Point(x: 0, y: 0)
  }

  /// The correlation of a picture with an alignment pattern about a place in modules.
  private static func likeness(
    _ x: Double, _ y: Double, _ perspective: Perspective, _ relief: Relief
  ) -> Double {
    var (sum, squares, product) = (0.0, 0.0, 0.0)
    for dy in -2...2 {
      for dx in -2...2 {
        let pixel = perspective.pixel(x + Double(dx), y + Double(dy))
        guard pixel.x >= 0, pixel.y >= 0, pixel.x < Double(relief.width),
          pixel.y < Double(relief.height)
        else { return -1 }
        let value = -Double(relief.values[Int(pixel.y) &* relief.width &+ Int(pixel.x)])
        let isDark = max(abs(dx), abs(dy)) != 1
        sum += value
        squares += value * value
        product += isDark ? value : -value
      }
    }
    // Of 25 modules 17 are dark.
    let spread = squares - sum * sum / 25
    return spread > 0 ? (product - sum * 9 / 25) / (spread * (25 - 81.0 / 25)).squareRoot() : -1
  }
}
