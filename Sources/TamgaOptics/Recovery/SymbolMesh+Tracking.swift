extension SymbolMesh {
  /// Follows creased paper from place to place.
  ///
  /// Sampled in its middle a module is wholly dark or light; sampled at its edge it is grey beside
  /// another kind. So the samples of a few modules are farthest from grey where the mesh is right.
  /// That repeats with every module, hence each place begins where its neighbours ended, from the
  /// corners and the alignment patterns inward.
  func tracked(_ layout: SymbolLayout, in relief: Relief) -> SymbolMesh {
    let count = max(2, layout.side / 3)
    let step = Double(layout.side) / Double(count - 1)
    let rows = (0..<count).map { Double($0) * step }
    let anchors = anchors(layout)
    let order = (0..<count * count).map { i in
      let place = Point(x: rows[i % count], y: rows[i / count])
      return (index: i, distance: anchors.map { ($0 - place).length }.min() ?? 0)
    }.sorted { $0.distance < $1.distance }
    let sight = PatchSight(layout: layout, mesh: self, relief: relief)
    var shifts = [Point?](repeating: nil, count: count * count)
    for (index, distance) in order {
      let (row, column) = (index / count, index % count)
      let near = Self.around(row, column, count: count).compactMap { shifts[$0] }
      // Beside an anchor the mesh is right already; farther off the neighbours know better.
      let start =
        near.isEmpty || distance < step
        ? Point(x: 0, y: 0) : near.reduce(Point(x: 0, y: 0), +) * (1 / Double(near.count))
      shifts[index] = sight.best(near: start, x: rows[column], y: rows[row])
    }
    let raw = shifts.map { $0 ?? Point(x: 0, y: 0) }
    // One wrong place among right ones is pulled back.
    let smooth = raw.indices.map { i in
      let near = Self.around(i / count, i % count, count: count).map { raw[$0] } + [raw[i]]
      return Self.median(near)
    }
    return SymbolMesh(self, rows: rows, shifts: smooth)
  }

  private func anchors(_ layout: SymbolLayout) -> [Point] {
    let (low, high) = (3.5, Double(layout.side) - 3.5)
    let finders = [Point(x: low, y: low), Point(x: high, y: low), Point(x: low, y: high)]
    return finders
      + layout.alignment.flatMap { row in
        layout.alignment.map { Point(x: Double($0) + 0.5, y: Double(row) + 0.5) }
      }
  }

  private static func around(_ row: Int, _ column: Int, count: Int) -> [Int] {
    (-1...1).flatMap { dy in
      (-1...1).compactMap { dx in
        let (y, x) = (row + dy, column + dx)
        guard (0..<count).contains(y), (0..<count).contains(x), dx != 0 || dy != 0 else {
          return nil
        }
        return y * count + x
      }
    }
  }

  private static func median(_ points: [Point]) -> Point {
    let middle = points.count / 2
    return Point(x: points.map(\.x).sorted()[middle], y: points.map(\.y).sorted()[middle])
  }
}

/// How far from grey the modules about a place are.
private struct PatchSight {
  let layout: SymbolLayout
  let mesh: SymbolMesh
  let relief: Relief

  /// Modules to each side of a place that are looked at.
  private static let reach = 3
  /// Modules by which a place may differ from its neighbours.
  private static let slack = 0.45
  private static let step = 0.15

  /// The shift in modules for which the modules about (`x`, `y`) are farthest from grey.
  func best(near start: Point, x: Double, y: Double) -> Point {
    let columns = range(x)
    let rows = range(y)
    var best = (score: -Double.infinity, shift: start)
    for dy in stride(from: -Self.slack, through: Self.slack, by: Self.step) {
      for dx in stride(from: -Self.slack, through: Self.slack, by: Self.step) {
        let shift = start + Point(x: dx, y: dy)
        let score = clarity(rows, columns, shift) * (1 - 0.15 * (dx * dx + dy * dy))
        if score > best.score { best = (score, shift) }
      }
    }
    return best.shift
  }

  private func range(_ middle: Double) -> Range<Int> {
    let module = Int(middle)
    return max(0, module - Self.reach)..<min(layout.side, module + Self.reach + 1)
  }

  private func clarity(_ rows: Range<Int>, _ columns: Range<Int>, _ shift: Point) -> Double {
    var sum = 0.0
    relief.values.withUnsafeBufferPointer { values in
      for row in rows {
        for column in columns {
          let pixel = mesh.pixel(Double(column) + 0.5 + shift.x, Double(row) + 0.5 + shift.y)
          guard pixel.x >= 0, pixel.y >= 0, pixel.x < Double(relief.width),
            pixel.y < Double(relief.height)
          else { continue }
          let value = Double(values[Int(pixel.y) &* relief.width &+ Int(pixel.x)])
          let known = layout.known[row * layout.side + column]
          sum += known == 0 ? abs(value) : -value * Double(known)
        }
      }
    }
    return sum
  }
}
