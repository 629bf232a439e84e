/// The one drawing of a paper that is neither a line nor the code: the mark in its head.
///
/// Any other drawing there could be a stamp, a figure or a word.
enum PrintedEmblem {
  struct Stroke {
    let points: [PrintPoint]
    let thickness: Double
  }

  /// Of the radius: cairo and our own writer round to a thousandth of a point.
  private static let tolerance = 0.01
  /// Of the radius: the outer ring.
  private static let outer = 0.95
  /// Where the control points of a quarter circle stand, of its radius.
  private static let bow = 4.0 / 3.0 * (2.0.squareRoot() - 1)

  /// Radii from the middle; two rings and a tamga in three lines.
  private static let strokes: [Stroke] = [
    Stroke(points: ring(outer), thickness: 0.09),
    Stroke(points: ring(0.82), thickness: 0.036),
    Stroke(points: [PrintPoint(x: 0, y: -0.52), PrintPoint(x: 0, y: 0.56)], thickness: 0.15),
    Stroke(
      points: [
        (-0.36, -0.46), (-0.36, -0.12), (-0.36, 0.38), (0.36, 0.38), (0.36, -0.12), (0.36, -0.46),
      ].map { PrintPoint(x: $0.0, y: $0.1) }, thickness: 0.15),
  ]

  /// The four curves of a circle, clockwise from the right, as cairo draws it.
  private static func ring(_ radius: Double) -> [PrintPoint] {
    let quarter = [(1.0, bow), (bow, 1.0), (0.0, 1.0)]
    var points = [PrintPoint(x: radius, y: 0)]
    for turn in 0..<4 {
      for (x, y) in quarter {
        let place: (Double, Double) =
          switch turn {
          case 0: (x, y)
          case 1: (-y, x)
          case 2: (-x, -y)
          default: (y, -x)
          }
        points.append(PrintPoint(x: radius * place.0, y: radius * place.1))
      }
    }
    return points
  }

  /// Whether strokes draw the emblem and nothing else, at any place and in any size.
  static func isDrawn(by seen: [Stroke]) -> Bool {
    guard seen.count == strokes.count, let box = PrintBox(around: seen[0].points) else {
      return false
    }
    let radius = box.width / 2 / outer
    let middle = PrintPoint(x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2)
    guard radius > 0 else { return false }
    return zip(seen, strokes).allSatisfy { seen, known in
      seen.points.count == known.points.count
        && abs(seen.thickness / radius - known.thickness) < tolerance
        && zip(seen.points, known.points).allSatisfy { point, wanted in
          abs((point.x - middle.x) / radius - wanted.x) < tolerance
            && abs((point.y - middle.y) / radius - wanted.y) < tolerance
        }
    }
  }
}
