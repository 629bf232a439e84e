import TamgaPaperFile

/// The codes that a surface of cairo gives the glyphs of a face: 1, 2, … in the order in which they come.
struct GlyphCodes {
  /// By their codes, the first of which is 1.
  private var glyphs: [UInt16] = []
  private var known = GlyphSet()

  /// The codes once `shown` is shown in `order`, each glyph once and those without a code first; nil where
  /// all have one.
  func introducing(_ shown: [UInt16]) -> (order: [UInt16], codes: GlyphCodes)? {
    guard shown.contains(where: { !known.contains($0) }) else { return nil }
    var codes = self
    var (order, others) = ([UInt16](), [UInt16]())
    var seen = GlyphSet()
    for glyph in shown where !seen.contains(glyph) {
      seen.insert(glyph)
      if known.contains(glyph) {
        others.append(glyph)
      } else {
        order.append(glyph)
        codes.known.insert(glyph)
      }
    }
    codes.glyphs += order
    return (order + others, codes)
  }

  /// Puts the number of each glyph in the place of its code, in every string of `operators`: four
  /// hexadecimal digits, between which cairo may break the line.
  ///
  /// - Returns: The numbers in their order; nil for what is no string of known codes.
  func replaceByNumbers(in operators: inout [UInt8]) -> [UInt16]? {
    operators.withUnsafeMutableBytes { bytes -> [UInt16]? in
      var numbers: [UInt16] = []
      var places = (0, 0, 0, 0)
      var (digits, code) = (0, 0)
      var place = UnsafeRawBufferPointer(bytes).place(of: "<", from: 0) ?? bytes.count
      while place + 1 < bytes.count {
        place += 1
        let byte = bytes[place]
        if byte == UInt8(ascii: ">") {
          guard digits == 0 else { return nil }
          place = UnsafeRawBufferPointer(bytes).place(of: "<", from: place) ?? bytes.count
          continue
        }
        if byte == UInt8(ascii: "\n") { continue }
        guard let digit = Self.value(byte) else { return nil }
        code = code << 4 | digit
        places = (places.1, places.2, places.3, place)
        digits += 1
        guard digits == 4 else { continue }
        guard code > 0, code <= glyphs.count else { return nil }
        let number = glyphs[code - 1]
        numbers.append(number)
        bytes[places.0] = Self.digit(number >> 12)
        bytes[places.1] = Self.digit(number >> 8 & 15)
        bytes[places.2] = Self.digit(number >> 4 & 15)
        bytes[places.3] = Self.digit(number & 15)
        (digits, code) = (0, 0)
      }
      return place < bytes.count ? nil : numbers
    }
  }

  private static func value(_ digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(digit) - 87
    default: nil
    }
  }

  private static func digit(_ value: UInt16) -> UInt8 {
    UInt8(value < 10 ? 48 + value : 87 + value)
  }
}
