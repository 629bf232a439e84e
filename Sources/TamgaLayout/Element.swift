public import TamgaDomain

/// What a part of a paper means (ISO 32000-1, 14.7.2): a paragraph, a cell of a row, and the elements around
/// it. Each is one by its identity: lines that stand apart, on other pages too, may be of one element.
public final class Element: Sendable {
  public let tag: StructureTag
  public let language: Language
  /// Of a header.
  public let scope: HeaderScope?
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
    _ tag: StructureTag, _ language: Language, scope: HeaderScope? = nil, span: Int = 1,
    in parent: Element? = nil
  ) {
    self.tag = tag
    self.language = language
    self.scope = scope
    self.span = span
    self.parent = parent
  }
}
