/// Where a page may end.
enum PageBreak {
  case allowed
  /// Inside what belongs together and is only divided when it is longer than a page.
  case avoided
  case forbidden
}

/// A piece of the body, divided only when it is higher than a page: items from its own top left,
/// points. Its items say what they mean before the first text.
struct Box {
  var items: [Page.Item] = []
  var height: Double
  /// Room above it, unless it opens a page.
  var gap: Double = 0
  /// Whether a page may end before this box.
  var breakBefore = PageBreak.allowed
  /// Never the last on a page: a title, the words that open a list.
  var keepsNext = false
  /// Its lower part is the room of a stamp: what follows needs no gap.
  var endsBlank = false

  /// Moves everything by `dx`, `dy` points.
  static func moved(_ items: [Page.Item], _ dx: Double, _ dy: Double) -> [Page.Item] {
    items.map { item in
      switch item {
      case .text(let shaped, let line, let x, let baseline):
        .text(shaped, line: line, x: x + dx, baseline: baseline + dy)
      case .rule(let x, let y, let width, let thickness, let shade):
        .rule(x: x + dx, y: y + dy, width: width, thickness: thickness, shade: shade)
      case .frame(let x, let y, let width, let height):
        .frame(x: x + dx, y: y + dy, width: width, height: height)
      case .emblem(let x, let y, let size): .emblem(x: x + dx, y: y + dy, size: size)
      case .open: item
      }
    }
  }
}

extension ShapedText {
  /// All lines, with the text's top left at `x`, `y`.
  func items(x: Double, y: Double) -> [Page.Item] {
    lines.indices.map { index in
      .text(self, line: index, x: x, baseline: y + lines[index].baseline)
    }
  }
}
