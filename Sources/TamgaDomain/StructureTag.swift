/// What a part of a paper's pages means to a program that reads aloud: the structure types that papers have
/// (ISO 32000-1, 14.8.4).
public enum StructureTag: String, Hashable, Sendable, CaseIterable {
  case document = "Document"
  case heading = "H1"
  case paragraph = "P"
  case table = "Table"
  case row = "TR"
  case header = "TH"
  case cell = "TD"
  case list = "L"
  case item = "LI"
  case label = "Lbl"
  case body = "LBody"
  case span = "Span"
  case figure = "Figure"
}

/// Which cells a header is of (ISO 32000-1, 14.8.5.7).
public enum HeaderScope: String, Hashable, Sendable {
  case row = "Row"
  case column = "Column"
}
