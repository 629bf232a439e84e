import TamgaFormats

/// How far one JSON value reaches in a file, found by its brackets and quotation marks alone.
struct JSONExtent {
  /// The first bytes of the value, at most one more than ``RecordLimits/recordBytes``.
  private(set) var kept: [UInt8] = []
  private(set) var length: Int64 = 0
  /// Why the value has no end, if it has none; the bytes then stand at the fault.
  private(set) var fault: JSONFault.Code?
  /// The closing brackets that are awaited, innermost last.
  private var open: [UInt8] = []

  /// Passes the value that begins at the next byte, which is no blank.
  static func cut(_ bytes: inout InputBytes) throws(InputError) -> JSONExtent {
    var extent = JSONExtent()
    try extent.run(&bytes)
    return extent
  }

  private mutating func run(_ bytes: inout InputBytes) throws(InputError) {
    var isInText = false
    var isEscaped = false
    while let byte = try bytes.peek() {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
        take(byte, &bytes)
        if !isInText, open.isEmpty { return }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        // A text right after a word at the top: the word ends here.
        if open.isEmpty, length > 0 { return }
        isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if open.isEmpty, length > 0 { return }
        guard open.count < RecordLimits.recordBytes else { return fault = .bracket }
        open.append(byte + 2)  // safe: `}` and `]` stand two after `{` and `[` in ASCII
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let awaited = open.last else {
          return length == 0 ? (fault = .unexpectedCharacter) : ()
        }
        guard awaited == byte else { return fault = .bracket }
        open.removeLast()
        take(byte, &bytes)
        if open.isEmpty { return }
        continue
      case UInt8(ascii: ","):
        if open.isEmpty { return length == 0 ? (fault = .unexpectedCharacter) : () }
      default: if open.isEmpty, JSONBytes.isBlank(byte) { return }
      }
      take(byte, &bytes)
    }
    if isInText || !open.isEmpty || length == 0 { fault = .unexpectedEnd }
  }

  private mutating func take(_ byte: UInt8, _ bytes: inout InputBytes) {
    if kept.count <= RecordLimits.recordBytes { kept.append(byte) }
    length += 1
    bytes.pass()
  }
}
