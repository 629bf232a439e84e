/// A piece of a page: elements and texts, escaped when they are written.
///
/// By hand rather than by a template language: element and attribute names are checked when this is
/// compiled, a text cannot become markup because no initialiser takes markup, addresses are made of
/// words (``Link``), and `style` and `on…` attributes, which the pages' policy forbids, have no name here.
public struct HTML: Hashable, Sendable {
  indirect enum Node: Hashable, Sendable {
    case text(String)
    case element(Tag, [Attribute], [Node])
  }

  let nodes: [Node]

  /// Nothing.
  public init() { nodes = [] }
  init(nodes: [Node]) { self.nodes = nodes }

  /// A text, whatever letters it has.
  public init(_ text: String) { nodes = [.text(text)] }

  /// Several pieces one after another.
  public init(_ parts: [HTML]) { nodes = parts.flatMap(\.nodes) }

  public init(@HTMLBuilder _ content: () -> HTML) { self = content() }

  /// True when there is nothing to see.
  public var isEmpty: Bool { nodes.isEmpty }

  /// The markup, UTF-8 when it is sent.
  public var markup: String {
    var text = ""
    for node in nodes { Self.write(node, to: &text) }
    return text
  }

  private static func write(_ node: Node, to text: inout String) {
    switch node {
    case .text(let plain): escape(plain, to: &text)
    case .element(let tag, let attributes, let children):
      text += "<" + tag.rawValue
      for attribute in attributes {
        text += " " + attribute.name
        guard let value = attribute.value else { continue }
        text += "=\""
        escape(value, to: &text)
        text += "\""
      }
      text += ">"
      if tag.isVoid { return }
      // A line feed at the beginning of these is taken away by readers of HTML.
      if tag == .textarea { text += "\n" }
      for child in children { write(child, to: &text) }
      text += "</" + tag.rawValue + ">"
    }
  }

  /// The letters that have a meaning in markup or in an attribute's value. What no page may hold,
  /// U+0000 and the other control characters, is shown as U+FFFD.
  private static func escape(_ plain: String, to text: inout String) {
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

/// Gathers what stands inside an element.
@resultBuilder
public enum HTMLBuilder {
  public static func buildExpression(_ part: HTML) -> HTML { part }
  public static func buildExpression(_ text: String) -> HTML { HTML(text) }
  public static func buildExpression(_ part: HTML?) -> HTML { part ?? HTML() }
  public static func buildBlock(_ parts: HTML...) -> HTML { HTML(parts) }
  public static func buildOptional(_ part: HTML?) -> HTML { part ?? HTML() }
  public static func buildEither(first: HTML) -> HTML { first }
  public static func buildEither(second: HTML) -> HTML { second }
  public static func buildArray(_ parts: [HTML]) -> HTML { HTML(parts) }
}
