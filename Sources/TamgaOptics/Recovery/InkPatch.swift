/// A part of a picture that is as full of ink as a symbol is, and about square.
///
/// Blur that closes the rings of the finder patterns leaves the symbol's outline.
struct InkPatch: Hashable, Sendable {
  /// The corners of the smallest rectangle around it, one after the other, in pixels.
  let corners: [Point]
  let area: Double

  /// The patches of a picture, the largest first.
  static func all(in relief: Relief, limit: Int, deadline: Deadline) -> [InkPatch] {
    let ink = InkDensity(of: relief)
    var patches: [InkPatch] = []
    for reach in [3, 6, 12] {
      guard !deadline.hasPassed else { break }
      for patch in ink.patches(reach: reach)
      where !patches.contains(where: { $0.isNear(patch) }) {
        patches.append(patch)
      }
    }
    return Array(patches.sorted { $0.area > $1.area }.prefix(limit))
  }

  /// Nil where `hull` is not about square.
  ///
  /// - Parameter filled: Pixels of the patch.
  init?(hull: [Point], filled: Int) {
    var best: (area: Double, corners: [Point])?
    for (i, a) in hull.enumerated() {
      let edge = hull[(i + 1) % hull.count] - a
      guard edge.length > 0 else { continue }
      let along = edge * (1 / edge.length)
      let across = Point(x: -along.y, y: along.x)
      let us = hull.map { $0.dot(along) }
      let vs = hull.map { $0.dot(across) }
      guard let u0 = us.min(), let u1 = us.max(), let v0 = vs.min(), let v1 = vs.max() else {
        continue
      }
      let area = (u1 - u0) * (v1 - v0)
      if area < best?.area ?? .infinity {
        best = (
          area,
          [(u0, v0), (u1, v0), (u1, v1), (u0, v1)].map { along * $0.0 + across * $0.1 }
        )
      }
    }
    guard let best else { return nil }
    let (width, height) = (
      (best.corners[1] - best.corners[0]).length, (best.corners[3] - best.corners[0]).length
    )
    guard min(width, height) >= 24, max(width, height) < 1.6 * min(width, height),
      Double(filled) > 0.7 * best.area
    else { return nil }
    corners = best.corners
    area = best.area
  }

  private var middle: Point { (corners[0] + corners[2]) * 0.5 }

  private func isNear(_ other: InkPatch) -> Bool {
    let size = area.squareRoot()
    return (middle - other.middle).length < size / 30
      && abs(other.area.squareRoot() - size) < size / 30
  }
}

/// Where a picture has ink, and how much of it around each pixel.
private struct InkDensity {
  let width: Int
  let height: Int
  /// Sums of dark pixels above and to the left.
  private let sums: [Int32]

  init(of relief: Relief) {
    (width, height) = (relief.width, relief.height)
    // Ink is darker than its surroundings by more than what noise does.
    let squares = relief.values.reduce(into: 0) { $0 += Int($1) * Int($1) }
    let threshold = -Double(squares / max(relief.values.count, 1)).squareRoot() / 4
    var sums = [Int32](repeating: 0, count: (width + 1) * (height + 1))
    for y in 0..<height {
      var line: Int32 = 0
      for x in 0..<width {
        if Double(relief.values[y * width + x]) < threshold { line += 1 }
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + line
      }
    }
    self.sums = sums
  }

  /// The connected parts where more than three tenths of the window around a pixel are ink.
  func patches(reach: Int) -> [InkPatch] {
    var isFull = [Bool](repeating: false, count: width * height)
    for y in 0..<height {
      let (top, bottom) = (max(y - reach, 0), min(y + reach + 1, height))
      for x in 0..<width {
        let (left, right) = (max(x - reach, 0), min(x + reach + 1, width))
        let count =
          sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right]
          - sums[bottom * (width + 1) + left] + sums[top * (width + 1) + left]
        isFull[y * width + x] = Int(count) * 10 > (bottom - top) * (right - left) * 3
      }
    }
    var patches: [InkPatch] = []
    var stack: [Int] = []
    for start in isFull.indices where isFull[start] {
      var (filled, ends) = (0, [Int: (Int, Int)]())
      isFull[start] = false
      stack.append(start)
      while let pixel = stack.popLast() {
        let (y, x) = (pixel / width, pixel % width)
        filled += 1
        let old = ends[y] ?? (x, x)
        ends[y] = (min(old.0, x), max(old.1, x))
        func visit(_ next: Int) {
          guard isFull[next] else { return }
          isFull[next] = false
          stack.append(next)
        }
        if x > 0 { visit(pixel - 1) }
        if x < width - 1 { visit(pixel + 1) }
        if y > 0 { visit(pixel - width) }
        if y < height - 1 { visit(pixel + width) }
      }
      guard filled >= 400 else { continue }
      let edge = ends.flatMap { y, ends in
        [Point(x: Double(ends.0), y: Double(y)), Point(x: Double(ends.1 + 1), y: Double(y + 1))]
      }
      if let patch = InkPatch(hull: Self.hull(of: edge), filled: filled) { patches.append(patch) }
    }
    return patches
  }

  /// The convex hull (Andrew's monotone chain).
  private static func hull(of points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func half(_ points: some Sequence<Point>) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count >= 2,
          (chain[chain.count - 1] - chain[chain.count - 2]).cross(point - chain[chain.count - 1])
            <= 0
        {
          chain.removeLast()
        }
        chain.append(point)
      }
      return Array(chain.dropLast())
    }
    return half(sorted) + half(sorted.reversed())
  }
}
