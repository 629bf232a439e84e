import TamgaFormats

/// The short name of a key in a seal: the first 8 bytes of its RFC 9679 thumbprint. Two keys may
/// have the same one; it only narrows the search.
public struct KeyID: Hashable, Sendable, CustomStringConvertible {
  /// Bytes of a key id.
  public static let length = 8

  /// The 8 bytes, as `kid` of a seal has them.
  public let bytes: [UInt8]

  /// Nil unless there are exactly 8 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// 16 lower-case hexadecimal digits.
  public var description: String { Hex.text(bytes) }
}
