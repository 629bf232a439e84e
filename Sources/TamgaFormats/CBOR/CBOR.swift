/// A CBOR value (RFC 8949), of the part that seals and trust bundles use: no floating point, no
/// undefined, no simple values but the two truth values and null.
package indirect enum CBOR: Hashable, Sendable {
  case unsigned(UInt64)
  /// The number -1 - n.
  case negative(UInt64)
  case bytes([UInt8])
  case text(String)
  case array([CBOR])
  case map([Entry])
  case tagged(UInt64, CBOR)
  case flag(Bool)
  case null

  package struct Entry: Hashable, Sendable {
    package let key: CBOR
    package let value: CBOR

    package init(_ key: CBOR, _ value: CBOR) {
      self.key = key
      self.value = value
    }
  }

  /// A number of either sign.
  package static func integer(_ value: Int64) -> CBOR {
    value >= 0 ? .unsigned(UInt64(value)) : .negative(UInt64(-1 - value))
  }

  /// The deterministic encoding: shortest lengths, keys in the byte order of their own encoding.
  ///
  /// - Precondition: no map has a key twice.
  /// - SeeAlso: RFC 8949 section 4.2.1.
  package var encoded: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(256)
    encode(into: &out)
    return out
  }

  private func encode(into out: inout [UInt8]) {
    switch self {
    case .unsigned(let value): Self.head(0, value, into: &out)
    case .negative(let value): Self.head(1, value, into: &out)
    case .bytes(let bytes):
      Self.head(2, UInt64(bytes.count), into: &out)
      out += bytes
    case .text(let text):
      var text = text
      text.withUTF8 { utf8 in
        Self.head(3, UInt64(utf8.count), into: &out)
        out += utf8
      }
    case .array(let items):
      Self.head(4, UInt64(items.count), into: &out)
      for item in items { item.encode(into: &out) }
    case .map(let entries):
      Self.head(5, UInt64(entries.count), into: &out)
      let sorted = entries.sorted { Self.precedes($0.key, $1.key) }
      for (index, entry) in sorted.enumerated() {
        precondition(
          index == 0 || Self.precedes(sorted[index - 1].key, entry.key), "a map key stands twice")
        entry.key.encode(into: &out)
        entry.value.encode(into: &out)
      }
    case .tagged(let tag, let value):
      Self.head(6, tag, into: &out)
      value.encode(into: &out)
    case .flag(let flag): out.append(flag ? 0xF5 : 0xF4)
    case .null: out.append(0xF6)
    }
  }

  /// By the bytes of their encoding; numbers, which most keys are, without it.
  private static func precedes(_ one: CBOR, _ other: CBOR) -> Bool {
    switch (one, other) {
    case (.unsigned(let one), .unsigned(let other)), (.negative(let one), .negative(let other)):
      one < other
    case (.unsigned, .negative): true
    case (.negative, .unsigned): false
    default: one.encoded.lexicographicallyPrecedes(other.encoded)
    }
  }

  private static func head(_ major: UInt8, _ value: UInt64, into out: inout [UInt8]) {
    let type = major << 5
    let width: Int
    switch value {
    case 0..<24:
      out.append(type | UInt8(value))
      return
    case 24...0xFF:
      out.append(type | 24)
      width = 1
    case 0x100...0xFFFF:
      out.append(type | 25)
      width = 2
    case 0x1_0000...0xFFFF_FFFF:
      out.append(type | 26)
      width = 4
    default:
      out.append(type | 27)
      width = 8
    }
    for shift in (0..<width).reversed() {
      out.append(UInt8(truncatingIfNeeded: value >> (UInt64(shift) * 8)))
    }
  }
}

// Reading
extension CBOR {
  package var unsigned: UInt64? { if case .unsigned(let value) = self { value } else { nil } }
  package var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var array: [CBOR]? { if case .array(let items) = self { items } else { nil } }
  package var entries: [Entry]? { if case .map(let entries) = self { entries } else { nil } }
  package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

  /// A number of either sign that fits 64 bits.
  package var integer: Int64? {
    switch self {
    case .unsigned(let value): Int64(exactly: value)
    case .negative(let value): Int64(exactly: value).map { -1 - $0 }
    default: nil
    }
  }
}
