import TamgaFormats

/// The value of a claim that a manifest adds.
public enum FurtherValue: Hashable, Sendable {
  /// A text, or a date as `yyyy-MM-dd`.
  case text(String)
  /// A whole number.
  case count(UInt64)
  /// A byte string; people see it as hexadecimal digits.
  case bytes([UInt8])
}

extension FurtherValue {
  var cbor: CBOR {
    switch self {
    case .text(let text): .text(text)
    case .count(let count): .unsigned(count)
    case .bytes(let bytes): .bytes(bytes)
    }
  }

  init?(cbor: CBOR) {
    switch cbor {
    case .text(let text): self = .text(text)
    case .unsigned(let count): self = .count(count)
    case .bytes(let bytes): self = .bytes(bytes)
    default: return nil
    }
  }
}
