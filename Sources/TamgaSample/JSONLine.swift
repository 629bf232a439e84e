import TamgaDomain

/// Writes JSON values on one line, keys in their order (RFC 8259).
enum JSONLine {
  static func append(_ value: JSONValue, to line: inout [UInt8]) {
    switch value {
    case .null: line += "null".utf8
    case .flag(let flag): line += (flag ? "true" : "false").utf8
    case .integer(let integer): line += String(integer).utf8
    case .real(let real): line += String(real).utf8
    case .text(let text): append(text, to: &line)
    case .array(let items):
      line.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { line.append(UInt8(ascii: ",")) }
        append(item, to: &line)
      }
      line.append(UInt8(ascii: "]"))
    case .object(let members):
      line.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { line.append(UInt8(ascii: ",")) }
        append(member.key, to: &line)
        line.append(UInt8(ascii: ":"))
        append(member.value, to: &line)
      }
      line.append(UInt8(ascii: "}"))
    }
  }

  private static func append(_ text: String, to line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        line.append(UInt8(ascii: "\\"))
        line.append(byte)
      case UInt8(ascii: "\n"): line += #"\n"#.utf8
      case 0..<0x20:
        line += (byte < 0x10 ? "\\u000" : "\\u00").utf8
        line += String(byte, radix: 16).utf8
      default: line.append(byte)
      }
    }
    line.append(UInt8(ascii: "\""))
  }
}
