/// One page as values: everything on it in points from the top left, in the order of drawing.
public struct Page {
  public enum Item {
    /// A line of a text whose column begins at `x`; the line itself is set in by its `left`.
    case text(ShapedText, line: Int, x: Double, baseline: Double)
    case rule(x: Double, y: Double, width: Double, thickness: Double, shade: Double)
    case frame(x: Double, y: Double, width: Double, height: Double)
    /// Its top left, and its diameter.
    case emblem(x: Double, y: Double, size: Double)
    /// What the texts that follow mean, up to the next of these. Rules, frames and the emblem mean nothing.
    case open(Element)
  }

  public internal(set) var items: [Item] = []

  init(items: [Item] = []) { self.items = items }

  /// Everything that the page prints, in drawing order, lines divided by line feeds: what the
  /// digest of the seal covers and a reader of the file must find.
  public var text: String {
    items.compactMap { item in
      if case .text(let shaped, let line, _, _) = item { shaped.lines[line].text } else { nil }
    }.joined(separator: "\n")
  }

  /// Lines with their place, millimetres from the top left: what golden tests compare.
  public var placedLines: [String] {
    items.compactMap { item in
      guard case .text(let shaped, let line, let x, let baseline) = item else { return nil }
      func mm(_ points: Double) -> String {
        let tenths = Int((points / Measure.millimetre * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
      }
      let left = x + shaped.lines[line].left
      return "\(mm(left)) \(mm(baseline)) \(shaped.lines[line].text)"
    }
  }
}
