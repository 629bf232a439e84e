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
