/// The text of a code and the pixel in its middle.
struct FoundCode: Hashable, Sendable {
  let text: String
  let x: Int
  let y: Int
}

extension [FoundCode] {
  /// The texts, each once, from top to bottom and from left to right.
  ///
  /// Two codes stand in one line when their middles differ by less than 1/20 of the picture's
  /// height: about half of a seal's symbol on a page.
  func textsInReadingOrder(height: Int) -> [String] {
    let line = Swift.max(1, height / 20)
    var lines: [[FoundCode]] = []
    for code in sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      if let first = lines.last?.first, code.y - first.y < line {
        lines[lines.count - 1].append(code)
      } else {
        lines.append([code])
      }
    }
    var seen: Set<String> = []
    return lines.flatMap { $0.sorted { ($0.x, $0.y) < ($1.x, $1.y) } }
      .map(\.text).filter { seen.insert($0).inserted }
  }
}
