public import TamgaDomain

/// What a part of a form means. Page, PDF tags and plain text follow from the meaning; a template
/// never says where something stands.
public enum BlockKind: String, Hashable, Sendable, CaseIterable {
  /// The body that issues the paper, at the head.
  case letterhead
  /// A boxed word at the top right: the duplicate's mark.
  case mark
  /// The name of the paper.
  case title
  /// A line under the title: a number, a date, the name of the service.
  case subtitle
  /// Whom a paper goes to or who asks, at the right above: a label and a value, or a value on a line
  /// with a caption under it.
  case addressee
  /// A label and a value; a second pair stands beside the first.
  case row
  /// A value on a line with a small caption under it; a second pair stands beside the first. A value
  /// of underscores is a line for the hand. Of several captions in brackets, as many as the line has
  /// values, each stands under its own.
  case line
  /// What the paper permits or refuses, in capitals.
  case operative
  /// The days of validity, the largest thing after the title.
  case term
  /// Running text.
  case paragraph
  /// A quiet remark, centred.
  case note
  /// A lead-in and items; one item runs on, several are numbered.
  case list
  /// A row of a table; rows that follow each other make one table, the first is its head.
  case table
  /// Who signs: role and name, then in any order a date and the caption of a line for the hand,
  /// which stands in round brackets.
  case signature
  /// The place of the stamp.
  case stamp
  /// How to check the paper: opens the seal strip.
  case seal

  /// How many parts, divided by `|`, the block may have.
  var parts: [Int] {
    switch self {
    case .row: [2, 4]
    case .addressee, .list: [1, 2]
    case .line, .signature: [1, 2, 3, 4]
    case .table: Array(1...8)
    default: [1]
    }
  }
}

/// One block of a form, as its file writes it.
public struct Block: Hashable, Sendable {
  public let kind: BlockKind
  public let parts: [Phrase]
  /// Left out when every variable in it is blank (`row?:`).
  public let isOptional: Bool
  /// The line in its file, from 1.
  public let line: Int
}

/// A text with places for values.
public struct Phrase: Hashable, Sendable {
  public enum Segment: Hashable, Sendable {
    case text(String)
    /// `mayBeBlank` is written `{name?}`.
    case variable(name: String, mayBeBlank: Bool)
    /// Words that stand for one value of a field, written `{name=value:words}`: struck out where the
    /// record has another one.
    case option(name: String, value: String, words: String)
  }

  public let segments: [Segment]

  /// Names of the variables, in order.
  public var variables: [String] {
    segments.compactMap { segment in
      switch segment {
      case .text: nil
      case .variable(let name, _), .option(let name, _, _): name
      }
    }
  }
}

/// The form of one language of one edition.
public struct Form: Hashable, Sendable {
  public let language: Language
  public let blocks: [Block]
  /// The file, for faults.
  public let file: String
  /// Of all variables.
  let names: Set<String>

  init(language: Language, blocks: [Block], file: String) {
    self.language = language
    self.blocks = blocks
    self.file = file
    names = blocks.reduce(into: []) { names, block in
      for part in block.parts { names.formUnion(part.variables) }
    }
  }
}
