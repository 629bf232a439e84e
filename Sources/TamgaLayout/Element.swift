public import TamgaDomain

/// What a part of a paper means (ISO 32000-1, 14.7.2): a paragraph, a cell of a row, and the elements around
/// it. Each is one by its identity: lines that stand apart, on other pages too, may be of one element.
public final class Element: Sendable {
  /// Structure types (14.8.4).
  public enum Tag: String, Sendable {
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
    case figure = "Figure"
  }

  /// Which cells a header is of (14.8.5.7).
  public enum Scope: String, Sendable {
    case row = "Row"
    case column = "Column"
  }

  public let tag: Tag
  public let language: Language
  /// Of a header.
  public let scope: Scope?
  /// How many columns a cell takes (14.8.5.7).
  public let span: Int
  /// The element around it; nil in the document itself.
  public let parent: Element?

  /// The one that stands in the document itself: its language is that of all in it.
  var outermost: Element {
    var element = self
    while let parent = element.parent { element = parent }
    return element
  }

  public init(
    _ tag: Tag, _ language: Language, scope: Scope? = nil, span: Int = 1, in parent: Element? = nil
  ) {
    self.tag = tag
    self.language = language
    self.scope = scope
    self.span = span
    self.parent = parent
  }
}
