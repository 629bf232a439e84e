/// A JSON value as it stood in a record. Objects keep the order of their keys, which are unique.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case integer(Int64)
  /// A number with a fraction, an exponent, or too large for 64 bits.
  case real(Double)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A key with its value.
  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSONValue

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
