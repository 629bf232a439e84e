/// What a part of a paper's pages means to a program that reads aloud: the structure types that papers have
/// (ISO 32000-1, 14.8.4).
public enum StructureTag: String, Hashable, Sendable, CaseIterable {
  /// The root: every page of the file.
  case document = "Document"
  /// The title of the paper.
  case heading = "H1"
  /// Words that belong together.
  case paragraph = "P"
  /// Rows of cells.
  case table = "Table"
  /// One row of a table.
  case row = "TR"
  /// A cell that says what others of its row or column are.
  case header = "TH"
  /// Any other cell.
  case cell = "TD"
  /// Items one below the other.
  case list = "L"
  /// One of a list: its ``label`` and its ``body``.
  case item = "LI"
  /// The number or the mark of an item.
  case label = "Lbl"
  /// The words of an item.
  case body = "LBody"
  /// Words inside of a line that are told apart.
  case span = "Span"
  /// A picture with words that stand for it: the symbol of the seal.
  case figure = "Figure"
}

/// Which cells a header is of (ISO 32000-1, 14.8.5.7).
public enum HeaderScope: String, Hashable, Sendable {
  /// The cells to its right.
  case row = "Row"
  /// The cells below it.
  case column = "Column"
}
