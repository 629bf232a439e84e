import TamgaFormats

/// Strings and names, and the classes of their bytes.
extension PDFLexer {
  /// ISO 32000-1, 7.3.4.2.
  mutating func literal() -> PDFValue? {
    place += 1
    var text: [UInt8] = []
    var depth = 1
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return .string(text) }
      case UInt8(ascii: "\\"):
        guard place < bytes.endIndex else { return nil }
        escape(into: &text)
        continue
      default: break
      }
      text.append(byte)
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) {
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case 0x0A: break
    case 0x0D:
      if place < bytes.endIndex, bytes[place] == 0x0A { place += 1 }
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard place < bytes.endIndex, UInt8(ascii: "0")...UInt8(ascii: "7") ~= bytes[place] else {
          break
        }
        value = value * 8 + Int(bytes[place] - UInt8(ascii: "0"))
        place += 1
      }
      text.append(UInt8(truncatingIfNeeded: value))
    default: text.append(byte)
    }
  }

  mutating func hexadecimal() -> PDFValue? {
    place += 1
    var text: [UInt8] = []
    var high: UInt8?
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: ">") {
        if let high { text.append(high << 4) }
        return .string(text)
      }
      if Self.isBlank(byte) { continue }
      guard let digit = Hex.digit(byte) else { return nil }
      if let first = high {
        text.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return nil
  }

  static func name(_ raw: ArraySlice<UInt8>) -> String? {
    guard raw.contains(UInt8(ascii: "#")) else { return String(validating: raw, as: UTF8.self) }
    var text: [UInt8] = []
    var place = raw.startIndex
    while place < raw.endIndex {
      if raw[place] == UInt8(ascii: "#") {
        guard place + 2 < raw.endIndex, let high = Hex.digit(raw[place + 1]),
          let low = Hex.digit(raw[place + 2])
        else { return nil }
        text.append(high << 4 | low)
        place += 3
      } else {
        text.append(raw[place])
        place += 1
      }
    }
    return String(validating: text, as: UTF8.self)
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }

  static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: !isBlank(byte)
    }
  }
}
