/// A JSON value as it stood in a record. Objects keep the order of their keys, which are unique.
public indirect enum JSONValue: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A number without fraction and exponent that fits 64 bits.
  case integer(Int64)
  /// A number with a fraction, an exponent, or too large for 64 bits.
  case real(Double)
  /// A string with its escapes read.
  case text(String)
  /// The items in their order.
  case array([JSONValue])
  /// The members in the order of the text, each key once.
  case object([Member])

  /// A key with its value.
  public struct Member: Hashable, Sendable {
    /// With its escapes read.
    public let key: String
    /// What stands behind the colon.
    public let value: JSONValue

    /// A member for ``JSONValue/object(_:)``; that no key stands twice is for who puts members together.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of `key`, when this is an object that has it.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text, when this is one.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The members, when this is an object.
  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}
