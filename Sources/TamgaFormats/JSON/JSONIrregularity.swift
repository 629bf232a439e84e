/// Something that a text may not have although it is JSON. Collected, so that everything wrong with
/// it is said at once.
public struct JSONIrregularity: Hashable, Sendable {
  /// What is wrong with it.
  public enum Kind: Hashable, Sendable {
    /// The key stands a second time in its object; the first value was kept.
    case duplicateKey
    /// Deeper than ``JSONReader/Limits/nesting``; the value was passed over.
    case nesting
    /// Longer than ``JSONReader/Limits/textScalars``.
    case text
    /// More items than ``JSONReader/Limits/listItems``.
    case list
    /// A key longer than ``JSONReader/Limits/keyScalars``; the member was left out.
    case key
    /// A number too large for 64 bits of floating point.
    case number
    /// This text has a character that the ``JSONReader/TextRule`` refuses.
    case characters(of: String)
    /// A key with such a character; the member was left out.
    case keyCharacters
  }

  /// One step from a value to a part of it.
  public enum Step: Hashable, Sendable {
    /// Into an object, by the key as it is written after its escapes are read.
    case key(String)
    /// Into an array, from 0.
    case index(Int)
  }

  /// What is wrong with it.
  public let kind: Kind
  /// Path from the root; for a bad key, the path of the object that holds it.
  public let path: [Step]
  /// Bytes from the start of the text.
  public let offset: Int

  /// The place as a JSON pointer.
  public var place: JSONPointer {
    path.reduce(JSONPointer()) { place, step in
      switch step {
      case .key(let key): place.appending(key)
      case .index(let index): place.appending(index)
      }
    }
  }

  /// True inside a value whose key begins with `x-`: carried and ignored.
  public var isPrivate: Bool {
    path.contains { if case .key(let key) = $0 { key.hasPrefix("x-") } else { false } }
  }
}
