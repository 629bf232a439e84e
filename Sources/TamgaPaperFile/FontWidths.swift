/// The array `W` of a font (ISO 32000-1, 9.7.4.3): `[ 3 [ 247 ] 68 [ 512 530 ] ]`, each run of numbers with
/// its first.
package enum FontWidths {
  /// - Parameter widths: Glyphs in ascending order, with thousandths of an em.
  package static func written(_ widths: [(glyph: UInt16, width: Int)]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.write("[")
    for (index, entry) in widths.enumerated() {
      let continues = index > 0 && widths[index - 1].glyph + 1 == entry.glyph
      if !continues {
        if index > 0 { bytes.write(" ]") }
        bytes.write(" ")
        bytes.write(Int(entry.glyph))
        bytes.write(" [")
      }
      bytes.write(" ")
      bytes.write(entry.width)
    }
    bytes.write(widths.isEmpty ? "]" : " ] ]")
    return bytes
  }

  /// Thousandths of an em of an advance in units of the em.
  package static func width(_ advance: Int, unitsPerEm: Int) -> Int {
    Int((Double(advance) * 1_000 / Double(unitsPerEm)).rounded())
  }

  /// nil for what ``written(_:)`` does not give.
  package static func read(_ bytes: [UInt8]) -> [(glyph: UInt16, width: Int)]? {
    var scanner = FileScanner(bytes)
    var widths: [(glyph: UInt16, width: Int)] = []
    guard scanner.take("[") else { return nil }
    while scanner.take(" "), !scanner.take("]") {
      guard let first = scanner.integer(), scanner.take(" [") else { return nil }
      var glyph = first
      while scanner.take(" "), !scanner.take("]") {
        guard let width = scanner.integer(), glyph <= Int(UInt16.max) else { return nil }
        widths.append((UInt16(glyph), width))
        glyph += 1
      }
    }
    guard written(widths) == bytes else { return nil }
    return widths
  }
}
