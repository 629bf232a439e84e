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

/// A place in a JSON value (RFC 6901).
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// The whole value.
  public init() { description = "" }
  private init(_ description: String) { self.description = description }

  /// The member `key` of this place; `~` and `/` are escaped.
  public func appending(_ key: String) -> JSONPointer {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return JSONPointer(description + "/" + key)
    }
    var escaped = ""
    for character in key.unicodeScalars {
      switch character {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return JSONPointer(description + "/" + escaped)
  }

  /// The element `index` of this place.
  public func appending(_ index: Int) -> JSONPointer { JSONPointer(description + "/\(index)") }
}
