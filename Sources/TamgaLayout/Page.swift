public import TamgaDomain

/// One page as values: everything on it in points from the top left, in the order of drawing.
public struct Page: Sendable {
  public enum Item: Sendable {
    /// A line of a text, its left end at `x`.
    case text(ShapedText, line: Int, x: Double, baseline: Double)
    case rule(x: Double, y: Double, width: Double, thickness: Double, shade: Double)
    case frame(x: Double, y: Double, width: Double, height: Double)
    /// Its top left, and its diameter.
    case emblem(x: Double, y: Double, size: Double)
    /// Opens and closes what belongs together: what it means, and its language where it has one.
    case open(Tag, Language?)
    case close(Tag)
  }

  /// Structure types (ISO 32000-1, 14.8.4).
  public enum Tag: String, Sendable {
    case document = "Document"
    case heading = "H1"
    case paragraph = "P"
    case figure = "Figure"
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
      return "\(mm(x)) \(mm(baseline)) \(shaped.lines[line].text)"
    }
  }
}
