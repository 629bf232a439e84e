// Bytes, texts and numbers
extension JSONReader {
  /// The byte at the position.
  func peek() throws(JSONFault) -> UInt8 {
    guard position < bytes.count else { throw fault(.unexpectedEnd) }
    return bytes[position]
  }

  mutating func skipBlanks() {
    while position < bytes.count, JSONBytes.isBlank(bytes[position]) { position += 1 }
  }

  func fault(_ code: JSONFault.Code) -> JSONFault { Self.fault(code, at: position, in: bytes) }

  static func fault(
    _ code: JSONFault.Code, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> JSONFault {
    var line = 1
    var column = 1
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONFault(code, offset: offset, line: line, column: column)
  }

  /// The text that begins at the position. A surrogate without its partner becomes U+FFFD, which
  /// no text of a record may have.
  mutating func string() throws(JSONFault) -> String {
    position += 1
    var start = position
    var text = ""
    while true {
      guard position < bytes.count else { throw fault(.unexpectedEnd) }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let rest = try decoded(start..<position)
        position += 1
        return text.isEmpty ? rest : text + rest
      case UInt8(ascii: "\\"):
        text += try decoded(start..<position)
        text.unicodeScalars.append(try escape())
        start = position
      case 0..<0x20: throw fault(.control)
      default:
        position += 1
      }
    }
  }

  private func decoded(_ range: Range<Int>) throws(JSONFault) -> String {
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    guard let text = String(validating: part, as: UTF8.self) else {
      throw Self.fault(.encoding, at: range.lowerBound, in: bytes)
    }
    return text
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    position += 1
    let letter = try peek()
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try hexEscape()
    default:
      position -= 1
      throw fault(.escape)
    }
  }

  private mutating func hexEscape() throws(JSONFault) -> Unicode.Scalar {
    let unpaired: Unicode.Scalar = "\u{FFFD}"
    let unit = try fourHexDigits()
    guard (0xD800...0xDFFF).contains(unit) else { return Unicode.Scalar(unit) ?? unpaired }
    guard unit < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return unpaired }
    let second = position
    position += 2
    let low = try fourHexDigits()
    guard (0xDC00...0xDFFF).contains(low) else {
      position = second
      return unpaired
    }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? unpaired
  }

  private mutating func fourHexDigits() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Hex.digit(try peek()) else { throw fault(.escape) }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }

  mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    let whole = try digits()
    if whole > 1, bytes[first] == UInt8(ascii: "0") {
      throw Self.fault(.number, at: first, in: bytes)
    }
    var isWhole = true
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      _ = try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      _ = try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let real = Double(text), real.isFinite else {
      note(.number, from: start)
      return .null
    }
    return .real(real)
  }

  private mutating func digits() throws(JSONFault) -> Int {
    let start = position
    while position < bytes.count, JSONBytes.isDigit(bytes[position]) { position += 1 }
    guard position > start else { throw fault(position < bytes.count ? .number : .unexpectedEnd) }
    return position - start
  }
}
