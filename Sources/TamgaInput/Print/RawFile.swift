internal import TamgaVerify

/// What the bytes of a PDF say before any library has looked at them (ISO 32000-1, 7.5): a library finds one
/// file in them, and another library another one.
enum RawFile {
  /// Ends of the file: one, and one more before it where the file was written for the web (annex F).
  private static let linearEnds = 2

  static func evidence(of bytes: [UInt8], isUpdated: Bool) -> [TamperEvidence] {
    let ends = count(of: "startxref", in: bytes)
    let isLinear = ends == linearEnds && count(of: "/Linearized", in: bytes.prefix(1_024)) == 1
    let isOne = ends == 1 || isLinear || isUpdated
    return bytes.starts(with: Array("%PDF-".utf8)) && isOne && !isRepeated(bytes)
      && (!saysItIsLinear(bytes) || beginsWithItsTable(bytes))
      ? [] : [TamperEvidence(.malformed)]
  }

  /// Where programs look for the mark of a file that was written for the web.
  private static let head = 1_024

  /// Whether a program may take it for a file that was written for the web, and its table for the one at the
  /// beginning: its first object has that name, with `#` escapes or without.
  private static func saysItIsLinear(_ bytes: [UInt8]) -> Bool {
    var names = bytes.prefix(head).split(separator: UInt8(ascii: "/")).makeIterator()
    while let name = names.next() {
      var plain: [UInt8] = []
      var rest = name[...]
      while let byte = rest.popFirst(), plain.count < 10 {
        if byte == UInt8(ascii: "#"),
          let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
          rest = rest.dropFirst(2)
          plain.append(code)
        } else {
          plain.append(byte)
        }
      }
      if plain == Array("Linearized".utf8) { return true }
    }
    return false
  }

  /// Whether the table that the end of the file names is the one behind its first object, which programs that load
  /// such a file page by page take: of two tables each would have its own readers.
  private static func beginsWithItsTable(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.firstRange(of: Array("endobj".utf8)),
      let last = Self.last("startxref", in: bytes)
    else { return false }
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let digits = bytes[last...].drop(while: isBlank).prefix { (0x30...0x39).contains($0) }
    let table = bytes[first.upperBound...].drop(while: isBlank).startIndex
    return Int(String(decoding: digits, as: UTF8.self)) == table
  }

  /// The place behind the last of these words.
  private static func last(_ text: String, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return stride(from: bytes.count - wanted.count, through: 0, by: -1)
      .first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }.map { $0 + wanted.count }
  }

  private static func count(of text: String, in bytes: some Collection<UInt8>) -> Int {
    let bytes = Array(bytes)
    let wanted = Array(text.utf8)
    var found = 0
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        found += 1
      }
      index += 1
    }
    return found
  }

  /// Whether an object is written twice. Packed data that look like the beginning of an object, digits and
  /// all, do not come by chance.
  private static func isRepeated(_ bytes: [UInt8]) -> Bool {
    let word = Array(" obj".utf8)
    var seen: Set<[UInt8]> = []
    for index in stride(from: 4, to: bytes.count - word.count, by: 1)
    where bytes[index] == 0x20 && bytes[index..<index + word.count].elementsEqual(word) {
      // `12 0 obj`
      var start = index
      var spaces = 0
      while start > 0, index - start < 12 {
        let byte = bytes[start - 1]
        if byte == 0x20 {
          spaces += 1
          guard spaces == 1 else { break }
        } else if !(0x30...0x39).contains(byte) {
          break
        }
        start -= 1
      }
      guard spaces >= 1, index - start >= 3, bytes[start] != 0x20 else { continue }
      if !seen.insert(Array(bytes[start..<index])).inserted { return true }
    }
    return false
  }
}
