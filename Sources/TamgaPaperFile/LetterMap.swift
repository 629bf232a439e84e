/// A ToUnicode map as papers have it (ISO 32000-1, 9.10.3): two bytes a code, one letter each.
package enum LetterMap {
  /// At most a hundred codes to a block.
  private static let block = 100

  private static let head: StaticString = """
    /CIDInit /ProcSet findresource begin
    12 dict begin
    begincmap
    /CIDSystemInfo
    << /Registry (Adobe)
       /Ordering (UCS)
       /Supplement 0
    >> def
    /CMapName /Adobe-Identity-UCS def
    /CMapType 2 def
    1 begincodespacerange
    <0000> <ffff>
    endcodespacerange

    """
  private static let tail: StaticString = """
    endcmap
    CMapName currentdict /CMap defineresource pop
    end
    end

    """

  /// - Parameter pairs: Codes in ascending order.
  package static func written(_ pairs: [(code: UInt16, letter: Unicode.Scalar)]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.write(head)
    for start in stride(from: 0, to: pairs.count, by: block) {
      let rows = pairs[start..<min(start + block, pairs.count)]
      bytes.write(rows.count)
      bytes.write(" beginbfchar\n")
      for (code, letter) in rows {
        bytes.write("<")
        bytes.writeHex(code)
        bytes.write("> <")
        for unit in String(letter).utf16 { bytes.writeHex(unit) }
        bytes.write(">\n")
      }
      bytes.write("endbfchar\n")
    }
    bytes.write(tail)
    return bytes
  }

  /// nil for what ``written(_:)`` does not give.
  package static func read(_ bytes: [UInt8]) -> [(code: UInt16, letter: Unicode.Scalar)]? {
    var scanner = FileScanner(bytes)
    guard scanner.take(head) else { return nil }
    var pairs: [(code: UInt16, letter: Unicode.Scalar)] = []
    while let count = scanner.integer() {
      guard scanner.take(" beginbfchar\n"), (1...block).contains(count) else { return nil }
      for _ in 0..<count {
        guard scanner.take("<"), let code = scanner.hex(), scanner.take("> <"),
          let letter = letter(&scanner), scanner.take(">\n"),
          pairs.last.map({ $0.code < code }) ?? true
        else { return nil }
        pairs.append((code, letter))
      }
      guard scanner.take("endbfchar\n") else { return nil }
    }
    guard written(pairs) == bytes else { return nil }
    return pairs
  }

  private static func letter(_ scanner: inout FileScanner) -> Unicode.Scalar? {
    guard let high = scanner.hex() else { return nil }
    guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) }
    guard let low = scanner.hex(), UTF16.isTrailSurrogate(low) else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
  }
}
