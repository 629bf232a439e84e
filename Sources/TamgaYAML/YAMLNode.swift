/// A value of a YAML file and the line on which it begins, counted from 1.
///
/// Mappings, lists and texts; whether a text is a number is asked by whoever wants one.
package struct YAMLNode {
  package let line: Int
  package let value: Value

  package enum Value {
    /// `isPlain` for words without quotes or `|`.
    case text(String, isPlain: Bool)
    case list([YAMLNode])
    case map([Entry])
  }

  /// A key, which a mapping has once, with its value.
  package struct Entry {
    package let key: String
    package let line: Int
    package let node: YAMLNode
  }

  /// Any text, a number or word too.
  package var text: String? {
    if case .text(let text, _) = value { text } else { nil }
  }

  /// A whole number in decimal digits.
  package var count: Int? { text.flatMap { Int($0) } }

  package var list: [YAMLNode]? {
    if case .list(let nodes) = value { nodes } else { nil }
  }

  package var map: [Entry]? {
    if case .map(let entries) = value { entries } else { nil }
  }

  /// Nothing at all, `""`, or the plain words that YAML has for nothing.
  package var isBlank: Bool {
    guard case .text(let text, let isPlain) = value else { return false }
    return text.isEmpty || (isPlain && (text == "null" || text == "~"))
  }
}
