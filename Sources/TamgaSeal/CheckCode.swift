internal import TamgaDomain

/// Eight characters under the symbol, for the day when the code is damaged: the first 40 bits of the
/// cti in Crockford's base 32.
public struct CheckCode: Hashable, Sendable {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  /// Characters, without the hyphen.
  public static let length = 8

  /// Eight characters without a hyphen: the form that registers keep.
  public let text: String

  /// - Precondition: `cti` has at least 5 bytes.
  public init(cti: [UInt8]) {
    let bits = cti.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let characters = (0..<Self.length).map { index in
      Self.alphabet[Int(bits >> UInt64(35 - 5 * index)) & 31]
    }
    text = String(decoding: characters, as: UTF8.self)
  }

  /// Reads what a person typed: either case, hyphens and spaces anywhere, O for 0, I and L for 1, and Cyrillic
  /// letters for the Latin ones that look like them. Nil unless eight characters of the alphabet are left.
  public init?(typed: String) {
    // Longer than any honest spelling with a blank between all characters.
    guard typed.utf8.count <= 64 else { return nil }
    var characters: [UInt8] = []
    for byte in LookAlike.latin(typed.uppercased()).utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: " "): continue
      case UInt8(ascii: "O"): characters.append(UInt8(ascii: "0"))
      case UInt8(ascii: "I"), UInt8(ascii: "L"): characters.append(UInt8(ascii: "1"))
      case let byte where Self.alphabet.contains(byte): characters.append(byte)
      default: return nil
      }
    }
    guard characters.count == Self.length else { return nil }
    text = String(decoding: characters, as: UTF8.self)
  }

  /// The printed form, `7K3F-9Q2P`.
  public var printed: String { "\(text.prefix(4))-\(text.suffix(4))" }
}
