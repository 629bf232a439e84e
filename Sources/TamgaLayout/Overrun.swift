import TamgaDomain
import TamgaTemplates

/// A text that has no room where the form puts it.
public struct Overrun: Hashable, Sendable {
  /// What became of it.
  public enum Cause: Hashable, Sendable {
    /// It reaches over the edge of what the page prints, or into its foot.
    case edge
    /// It lies on another text.
    case overlap
    /// A word of it is divided, since no line of its column is as wide.
    case dividedWord
  }

  public let cause: Cause
  /// From 1.
  public let page: Int
  /// The line; of a divided word the word.
  public let text: String
}

extension Composition {
  /// Completes the paper, and looks for texts that have no room: what a person would see at a glance and a program
  /// does not mind. Each once.
  public func overruns() -> [Overrun] {
    let foot = document.kind.isSealed ? SealStrip.top : FormFoot.top
    var found = pages.indices.flatMap { pages[$0].overEdge(number: $0 + 1, bottom: foot) }
    if document.kind.isSealed {
      _ = complete(checkCode: Self.someCode)
    } else {
      completeWithoutSeal()
    }
    let bottom = Measure.points(mm: Style.pageHeight - Style.printless)
    for index in pages.indices {
      let page = pages[index]
      found += page.overEdge(number: index + 1, bottom: bottom) + page.overlaps(number: index + 1)
      found += page.dividedWords(number: index + 1)
    }
    var seen: Set<Overrun> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// As wide as every check code: its letters are those of a typewriter.
  private static let someCode = "0000-0000"
}

extension Page {
  /// A line with the room that it takes, points from the top left.
  private struct Placed {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
  }

  private var placed: [Placed] {
    items.compactMap { item in
      guard case .text(let shaped, let index, let x, let baseline) = item else { return nil }
      let line = shaped.lines[index]
      guard !line.text.isEmpty else { return nil }
      let top = baseline - line.baseline + line.top
      return Placed(
        text: line.text, left: x + line.left, right: x + line.left + line.width, top: top,
        bottom: top + line.bottom - line.top)
    }
  }

  /// Points by which a letter may hang over: a side bearing.
  private static let slack = 1.0

  fileprivate func overEdge(number: Int, bottom: Double) -> [Overrun] {
    let left = Measure.points(mm: Style.margin) - Self.slack
    let right = Measure.points(mm: Style.pageWidth - Style.margin) + Self.slack
    return placed.filter {
      $0.left < left || $0.right > right || $0.bottom > bottom + Self.slack
    }.map { Overrun(cause: .edge, page: number, text: $0.text) }
  }

  /// Lines that share more than a third of their height and some of their width.
  fileprivate func overlaps(number: Int) -> [Overrun] {
    let lines = placed.sorted { $0.top < $1.top }
    var found: [Overrun] = []
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] {
        if other.top >= line.bottom { break }
        let height = min(line.bottom, other.bottom) - other.top
        let width = min(line.right, other.right) - max(line.left, other.left)
        let least = min(line.bottom - line.top, other.bottom - other.top)
        if width > Self.slack, height > least / 3 {
          found.append(Overrun(cause: .overlap, page: number, text: line.text))
        }
      }
    }
    return found
  }

  fileprivate func dividedWords(number: Int) -> [Overrun] {
    var seen: Set<ObjectIdentifier> = []
    return items.flatMap { item -> [Overrun] in
      guard case .text(let shaped, _, _, _) = item,
        seen.insert(ObjectIdentifier(shaped)).inserted
      else { return [] }
      return shaped.dividedWords.map { Overrun(cause: .dividedWord, page: number, text: $0) }
    }
  }
}

extension ShapedText {
  /// Words that stand on two lines, without a hyphen, a dash or a stroke to break at.
  var dividedWords: [String] {
    var words: [String] = []
    var rest = Substring(text)
    for line in lines.dropLast() {
      guard let range = rest.firstRange(of: line.text) else { continue }
      let (before, after) = (rest[..<range.upperBound], rest[range.upperBound...])
      if let end = before.last, let start = after.first, end.isWordPart, start.isWordPart {
        words.append(
          before.split(whereSeparator: \.isWhitespace).last.map(String.init).map {
            $0 + after.prefix { !$0.isWhitespace }
          } ?? "")
      }
      rest = after
    }
    return words
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
