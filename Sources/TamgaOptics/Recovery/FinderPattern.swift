/// One of the three squares by which a symbol is found.
struct FinderPattern: Hashable, Sendable {
  /// Pixels.
  var middle: Point
  /// Pixels of a row, and of a column, through the middle.
  var width: Double
  var height: Double
  /// Rows in which it was seen.
  var votes: Int

  /// Pixels a module along a direction.
  func module(along direction: Point) -> Double {
    let length = max(direction.length, 1e-9)
    // A row cuts a turned square in a longer line.
    let turn = max(abs(direction.x), abs(direction.y)) / length
    return (width * height).squareRoot() * turn / 7
  }
}

/// A place in a picture in pixels, or in a symbol in modules.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  var length: Double { (x * x + y * y).squareRoot() }
  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }
  func dot(_ other: Point) -> Double { x * other.x + y * other.y }
  func cross(_ other: Point) -> Double { x * other.y - y * other.x }
}

extension Relief {
  /// The finder patterns, those seen in most rows first.
  ///
  /// Looser than a decoder has to be: blur makes the light ring narrow, and what is found here is
  /// fitted against the whole symbol afterwards.
  func finderPatterns(limit: Int = 14, deadline: Deadline) -> [FinderPattern] {
    var found: [FinderPattern] = []
    let step = height > 1400 ? 2 : 1
    values.withUnsafeBufferPointer { values in
      for y in stride(from: 0, to: height, by: step) {
        if deadline.hasPassed || found.count > Self.mostPatterns { break }
        var runs = (0, 0, 0, 0, 0)
        var wasDark = false
        var length = 0
        for x in 0...width {
          let dark = x < width ? values[y &* width &+ x] < 0 : !wasDark
          if dark == wasDark {
            length &+= 1
            continue
          }
          runs = (runs.1, runs.2, runs.3, runs.4, length)
          // A dark run has ended: perhaps the last of five.
          if wasDark, Self.isFinder(runs) {
            let end = Double(x) - Double(runs.4 + runs.3) - Double(runs.2) / 2
            if let pattern = confirmed(atColumn: Int(end), row: y, width: Self.total(runs)) {
              Self.merge(pattern, into: &found)
            }
          }
          wasDark = dark
          length = 1
        }
      }
    }
    return Array(found.sorted { ($0.votes, $0.width) > ($1.votes, $1.width) }.prefix(limit))
  }

  /// A page has a few dozen places that look alike; a picture made of them must not cost more.
  private static let mostPatterns = 400

  private typealias Runs = (Int, Int, Int, Int, Int)

  private static func total(_ runs: Runs) -> Int { runs.0 + runs.1 + runs.2 + runs.3 + runs.4 }

  /// About 1 : 1 : 3 : 1 : 1.
  @inline(__always) private static func isFinder(_ runs: Runs) -> Bool {
    let total = total(runs)
    guard total >= 8, runs.1 > 0, runs.3 > 0 else { return false }
    // In sevenths: a narrow run may miss its width by three quarters and a pixel.
    let slack = total &* 3 / 4 &+ 5
    func near(_ run: Int, _ modules: Int, _ slack: Int) -> Bool {
      abs(run &* 7 &- modules &* total) <= slack
    }
    return near(runs.2, 3, slack &* 3 / 2) && near(runs.0, 1, slack) && near(runs.1, 1, slack)
      && near(runs.3, 1, slack) && near(runs.4, 1, slack)
  }

  /// The pattern whose middle row may be `row`, seen down a column and along a row again.
  private func confirmed(atColumn column: Int, row: Int, width total: Int) -> FinderPattern? {
    guard let down = cut(from: column, row, dx: 0, dy: 1, reach: total) else { return nil }
    guard down.total * 2 >= total, down.total <= total * 2 else { return nil }
    let middle = Int(Double(row) + down.shift)
    guard (0..<height).contains(middle),
      let across = cut(from: column, middle, dx: 1, dy: 0, reach: total),
      across.total * 2 >= total, across.total <= total * 2
    else { return nil }
    return FinderPattern(
      middle: Point(
        x: Double(column) + 0.5 + across.shift, y: Double(row) + 0.5 + down.shift),
      width: Double(across.total), height: Double(down.total), votes: 1)
  }

  /// The five runs on a line through a dark pixel; the middle of the third beside that pixel.
  private func cut(
    from x: Int, _ y: Int, dx: Int, dy: Int, reach: Int
  ) -> (total: Int, shift: Double)? {
    guard (0..<width).contains(x), (0..<height).contains(y), isDark(x, y) else { return nil }
    func walk(_ sign: Int) -> (Int, Int, Int)? {
      var lengths = [0, 0, 0]
      var part = 0
      var (px, py) = (x + sign * dx, y + sign * dy)
      while (0..<width).contains(px), (0..<height).contains(py) {
        let dark = isDark(px, py)
        if dark != (part != 1) {
          part += 1
          if part == 3 { break }
        }
        lengths[part] += 1
        if lengths[part] > reach { return nil }
        px += sign * dx
        py += sign * dy
      }
      // The outer ring may touch the edge of the picture.
      guard part == 3 || part == 2 && lengths[2] > 0 else { return nil }
      return (lengths[0], lengths[1], lengths[2])
    }
    guard let back = walk(-1), let forth = walk(1) else { return nil }
    let runs = (back.2, back.1, back.0 + 1 + forth.0, forth.1, forth.2)
    guard Self.isFinder(runs) else { return nil }
    // The middle by the whole width as well: noise moves the inner edges.
    let inner = Double(forth.0 - back.0) / 2
    let outer = Double(forth.0 + forth.1 + forth.2 - back.0 - back.1 - back.2) / 2
    return (Self.total(runs), (inner + outer) / 2)
  }

  private static func merge(_ pattern: FinderPattern, into found: inout [FinderPattern]) {
    for i in found.indices {
      let near = (found[i].middle - pattern.middle).length < found[i].width / 4
      guard near, abs(found[i].width - pattern.width) < found[i].width / 2 else { continue }
      let votes = Double(found[i].votes)
      let weight = 1 / (votes + 1)
      found[i].middle = found[i].middle * (1 - weight) + pattern.middle * weight
      found[i].width += (pattern.width - found[i].width) * weight
      found[i].height += (pattern.height - found[i].height) * weight
      found[i].votes += 1
      return
    }
    found.append(pattern)
  }
}
