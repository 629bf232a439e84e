/// A direct object of a PDF (ISO 32000-1, 7.3), as a value: whoever adds an entry to a dictionary of the
/// file says what it is, not how it is written.
package indirect enum PDFDirectObject {
  case flag(Bool)
  case integer(Int)
  /// With six digits after the point at most.
  case number(Double)
  /// Of regular characters (7.3.5).
  case name(String)
  /// A text string (7.9.2.2).
  case text(String)
  /// A byte string, in hexadecimal.
  case bytes([UInt8])
  case reference(Int)
  case array([PDFDirectObject])
  /// Entries in the order of writing.
  case dictionary([Entry])
  /// Written already.
  case written([UInt8])

  package typealias Entry = (key: StaticString, value: PDFDirectObject)
}

extension [UInt8] {
  package mutating func write(_ value: PDFDirectObject) {
    switch value {
    case .flag(let flag): write(flag ? "true" as StaticString : "false")
    case .integer(let number): write(number)
    case .number(let number): write(number, places: 6)
    case .name(let name):
      write("/")
      write(text: name)
    case .text(let text): writeText(text)
    case .bytes(let bytes):
      write("<")
      for byte in bytes { writeHex(byte) }
      write(">")
    case .reference(let number): write(reference: number)
    case .array(let values):
      write("[")
      for value in values {
        write(" ")
        write(value)
      }
      write(" ]")
    case .dictionary(let entries):
      write("<<")
      for entry in entries {
        write(" /")
        write(entry.key)
        write(" ")
        write(entry.value)
      }
      write(" >>")
    case .written(let bytes): self += bytes
    }
  }

  package mutating func writeHex(_ value: UInt8) {
    for digit in [value >> 4, value & 0xF] {
      append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
    }
  }
}
