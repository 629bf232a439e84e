/// Keeping what is drawn, so that it can be shown.
extension PageReading {
  /// Straight parts of a curve.
  private static let parts = 12

  mutating func keep(_ ink: @autoclosure () -> PageInk) {
    if keepsInk { inks.append(ink()) }
  }

  /// Follows a path: where it begins, a line, or a cubic curve with its control points.
  mutating func trace(_ word: String, _ points: [[Double]]) {
    guard keepsInk else { return }
    let points = points.map { PrintPoint(x: state.place.x($0[0]), y: state.place.y($0[1])) }
    guard word != "m", let start = lines.last?.last else {
      lines.append(points)
      return
    }
    guard word == "c", points.count == 3 else {
      lines[lines.count - 1] += points
      return
    }
    for part in 1...Self.parts {
      let t = Double(part) / Double(Self.parts)
      let weights = [
        (1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t,
      ]
      let all = [start] + points
      lines[lines.count - 1].append(
        PrintPoint(
          x: zip(weights, all).reduce(0) { $0 + $1.0 * $1.1.x },
          y: zip(weights, all).reduce(0) { $0 + $1.0 * $1.1.y }))
    }
  }

  /// Paints the path.
  mutating func show(_ word: String) {
    guard keepsInk else { return }
    let thickness = state.lineWidth * max(abs(state.place.across), abs(state.place.down))
    for part in path {
      guard case .rectangle(let box) = part else { continue }
      if word == "f" {
        inks.append(.fill(box, shade: state.fill))
      } else {
        let corners = [
          (box.left, box.top), (box.right, box.top), (box.right, box.bottom),
          (box.left, box.bottom), (box.left, box.top),
        ].map { PrintPoint(x: $0.0, y: $0.1) }
        inks.append(.stroke(corners, thickness: thickness, shade: state.stroke))
      }
    }
    for line in lines where word == "S" {
      inks.append(.stroke(line, thickness: thickness, shade: state.stroke))
    }
  }
}
