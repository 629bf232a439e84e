import TamgaDomain
import TamgaTemplates

/// The texts of a paper that print a number which is allotted after the layout, and how each is shaped.
final class NumberedTexts {
  /// A text with a provisional number.
  struct Entry {
    let text: ShapedText
    let runs: [FilledBlock.Run]
    let shape: ([FilledBlock.Run]) throws(TypesetError) -> ShapedText
  }

  /// A few: they are sought one by one.
  private(set) var entries: [Entry] = []

  /// Takes a text that stands for nothing else, though another one may say the same.
  func add(_ entry: Entry) { entries.append(entry) }

  func index(of text: ShapedText) -> Int? { entries.firstIndex { $0.text === text } }
}

extension FilledDocument {
  /// Whether all blocks stay where they are when a number of theirs is replaced by one whose lines are as high:
  /// nothing beside or under it is placed by its width.
  var keepsPlacesWhenNumbered: Bool {
    parts.allSatisfy { $0.blocks.allSatisfy(\.keepsPlacesWhenNumbered) }
  }
}

extension FilledBlock {
  fileprivate var keepsPlacesWhenNumbered: Bool {
    let numbered = parts.indices.filter { parts[$0].contains { $0.number != nil } }
    switch kind {
    case .title, .subtitle, .operative, .term, .note, .paragraph, .list: return true
    // The column of values begins beside the widest label.
    case .row: return numbered.allSatisfy { $0 % 2 == 1 }
    default: return numbered.isEmpty
    }
  }
}

extension ShapedText {
  /// Whether each line is as high as that of another text, and stands as far down.
  func standsLike(_ other: ShapedText) -> Bool {
    height == other.height && lines.count == other.lines.count
      && zip(lines, other.lines).allSatisfy {
        $0.top == $1.top && $0.bottom == $1.bottom && $0.baseline == $1.baseline
      }
  }
}
