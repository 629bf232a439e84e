/// Writes JSON text (RFC 8259): compact, in UTF-8, keys in the order of the value.
public struct JSONWriter {
  /// `value` as text, without a line break at the end.
  ///
  /// Whole numbers are written without a fraction, others in the shortest form that reads back as
  /// the same number; infinite and undefined ones, which no reader gives, as `null`.
  public static func text(_ value: JSONValue) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  /// The UTF-8 bytes of ``text(_:)``.
  public static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(isCanonical: false)
    writer.write(value)
    return writer.bytes
  }

  /// True to sort keys and to leave out those that begin with `x-`.
  private let isCanonical: Bool
  private(set) var bytes: [UInt8] = []

  init(isCanonical: Bool) {
    self.isCanonical = isCanonical
    bytes.reserveCapacity(1_024)
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .flag(let flag): append(flag ? "true" : "false")
    case .integer(let integer): append(number: String(integer))
    case .real(let real): write(real)
    case .text(let text): write(text)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(item)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members): write(members)
    }
  }

  private mutating func write(_ members: [JSONValue.Member]) {
    let written =
      isCanonical
      ? members.filter { !$0.key.hasPrefix("x-") }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      : members
    bytes.append(UInt8(ascii: "{"))
    for index in written.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(written[index].key)
      bytes.append(UInt8(ascii: ":"))
      write(written[index].value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ real: Double) {
    if let integer = Int64(exactly: real) {
      append(number: String(integer))
    } else {
      real.isFinite ? append(number: real.description) : append("null")
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      // What needs no escape is taken over at once.
      var start = 0
      for (place, byte) in text.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: text[start..<place])
        writeEscape(byte)
        start = place + 1
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default:
      append(byte < 0x10 ? "\\u000" : "\\u001")
      append(number: String(byte & 0xF, radix: 16))
    }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(number: String) { bytes.append(contentsOf: number.utf8) }
}
