/// A box that is higher than a page is divided between its lines: a value of thousands of letters.
extension Box {
  /// How much of a page a part takes at most: the last lines of what stands before it have room too.
  private static let filled = 0.88

  /// Itself, or boxes no higher than `limit` (points) that print the same lines in the same order.
  func parted(height limit: Double) -> [Box] {
    var parts: [Box] = []
    var rest = self
    while rest.height > limit {
      let spans = rest.items.compactMap(\.span)
      // A line's foot with no other line across it; the last one above the limit.
      let cuts = spans.map(\.upperBound).filter { foot in
        foot <= limit * Self.filled && foot > 0
          && !spans.contains { $0.lowerBound < foot - 0.01 && $0.upperBound > foot + 0.01 }
      }.sorted()
      guard let cut = cuts.last(where: { !rest.leavesALine(at: $0) }) ?? cuts.last else { break }
      let (above, below) = rest.divided(at: cut)
      guard below.items.contains(where: { $0.span != nil }), below.height < rest.height else {
        break
      }
      parts.append(above)
      rest = below
    }
    return parts + [rest]
  }

  /// Whether a text that is divided there has a single line on either side.
  private func leavesALine(at y: Double) -> Bool {
    var above: [ObjectIdentifier: Int] = [:]
    var below: [ObjectIdentifier: Int] = [:]
    for case .text(let text, let line, let x, let baseline) in items {
      let item = Page.Item.text(text, line: line, x: x, baseline: baseline)
      if (item.span?.upperBound ?? 0) <= y + 0.01 {
        above[ObjectIdentifier(text), default: 0] += 1
      } else {
        below[ObjectIdentifier(text), default: 0] += 1
      }
    }
    return above.contains { text, lines in
      below[text].map { min(lines, $0) == 1 } ?? false
    }
  }

  private func divided(at y: Double) -> (Box, Box) {
    var above = self
    var below = self
    // What texts mean goes to both: an element goes on below.
    above.items = items.filter { $0.span.map { $0.upperBound <= y + 0.01 } ?? true }
    below.items = Box.moved(
      items.filter { $0.span.map { $0.upperBound > y + 0.01 } ?? true }, 0, -y)
    above.height = y
    above.keepsNext = false
    below.height = height - y
    below.gap = 0
    below.breakBefore = .avoided
    return (above, below)
  }
}

extension Page.Item {
  /// From top to foot, points; nil for what has no height.
  var span: ClosedRange<Double>? {
    switch self {
    case .text(let text, let line, _, let baseline):
      let line = text.lines[line]
      return baseline - (line.baseline - line.top)...baseline + (line.bottom - line.baseline)
    case .rule(_, let y, _, let thickness, _): return y...y + thickness
    case .frame(_, let y, _, let height): return y...y + height
    case .emblem(_, let y, let size): return y...y + size
    case .open: return nil
    }
  }
}
