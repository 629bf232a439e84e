/// Bytes as hexadecimal digits (RFC 4648 section 8).
public enum Hex {
  /// Two lower-case digits for each byte.
  public static func text(_ bytes: some Sequence<UInt8>) -> String { text(Array(bytes)) }

  /// The same.
  public static func text(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { out in
      for (index, byte) in bytes.enumerated() {
        out[2 * index] = sign(byte >> 4)
        out[2 * index + 1] = sign(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  private static func sign(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Reads an even number of digits of either case; nil for anything else.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    guard utf8.count % 2 == 0 else { return nil }
    var out: [UInt8] = []
    for index in stride(from: 0, to: utf8.count, by: 2) {
      guard let high = digit(utf8[index]), let low = digit(utf8[index + 1]) else { return nil }
      out.append(high << 4 | low)
    }
    return out
  }

  /// The value of one digit of either case.
  public static func digit(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
