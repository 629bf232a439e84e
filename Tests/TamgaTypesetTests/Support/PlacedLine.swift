@testable import TamgaLayout

/// A line of a laid out page with its place, points.
struct PlacedLine: CustomStringConvertible {
  let text: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let baseline: Double

  var description: String { "“\(text)” \(left)–\(right), \(top)–\(bottom)" }

  /// True where the two share more than a hair of the page.
  func overlaps(_ other: PlacedLine) -> Bool {
    left < other.right - 0.1 && other.left < right - 0.1
      && top < other.bottom - 0.1 && other.top < bottom - 0.1
  }
}

extension Page {
  var lines: [PlacedLine] {
    items.compactMap { item in
      guard case .text(let text, let index, let x, let baseline) = item else { return nil }
      let line = text.lines[index]
      return PlacedLine(
        text: line.text, left: x + line.left, right: x + line.left + line.width,
        top: baseline - (line.baseline - line.top),
        bottom: baseline + (line.bottom - line.baseline), baseline: baseline)
    }
  }
}
