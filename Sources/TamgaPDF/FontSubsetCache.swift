/// Fonts as they stand in files: thinned to the glyphs of a paper and compressed. Kept, since papers
/// of a kind need the same ones time and again.
final class FontSubsetCache {
  /// What is costly of a font's objects; the same for the same font and glyphs.
  struct Embedded {
    /// The PostScript name with the tag of the subset.
    let name: String
    let file: Stream
    let letters: Stream
    /// Of the glyphs, thousandths of an em (ISO 32000-1, 9.7.4.3).
    let widths: [UInt8]
  }

  struct Stream {
    let bytes: [UInt8]
    /// Before it was compressed.
    let length: Int
  }

  private struct Key: Hashable {
    let font: ObjectIdentifier
    let glyphs: GlyphSet
  }

  /// Of either half; some 8 KB each.
  private static let room = 128

  private var recent: [Key: Embedded] = [:]
  private var former: [Key: Embedded] = [:]
  /// Fonts are made once for many papers.
  private let deflater = Deflater(level: 6)

  /// - Parameter font: Alive as long as this.
  func embedded(_ font: FontProgram, _ glyphs: GlyphSet) -> Embedded {
    let key = Key(font: ObjectIdentifier(font), glyphs: glyphs)
    if let embedded = recent[key] { return embedded }
    let embedded = former[key] ?? make(font, glyphs)
    if recent.count == Self.room {
      former = recent
      recent.removeAll(keepingCapacity: true)
    }
    recent[key] = embedded
    return embedded
  }

  private func make(_ font: FontProgram, _ glyphs: GlyphSet) -> Embedded {
    let list = glyphs.glyphs
    return Embedded(
      name: glyphs.tag + "+" + font.name, file: stream(font.thinned(to: glyphs)),
      letters: stream(Self.map(font, list)), widths: Self.widths(font, list))
  }

  private func stream(_ bytes: [UInt8]) -> Stream {
    Stream(bytes: deflater.deflated(bytes), length: bytes.count)
  }

  /// `[ 3 [ 247 ] 68 [ 512 530 ] ]`: each run of numbers with its first.
  private static func widths(_ font: FontProgram, _ glyphs: [UInt16]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.write("[")
    for (index, glyph) in glyphs.enumerated() {
      let continues = index > 0 && glyphs[index - 1] + 1 == glyph
      if !continues {
        if index > 0 { bytes.write(" ]") }
        bytes.write(" ")
        bytes.write(Int(glyph))
        bytes.write(" [")
      }
      bytes.write(" ")
      bytes.write(Int((Double(font.advance(of: glyph)) * 1_000 / font.unitsPerEm).rounded()))
    }
    bytes.write(glyphs.isEmpty ? "]" : " ] ]")
    return bytes
  }

  /// Which letter each glyph is (9.10.3); at most a hundred to a block.
  private static func map(_ font: FontProgram, _ glyphs: [UInt16]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.write(
      """
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

      """)
    let pairs = glyphs.compactMap { glyph in font.letter(of: glyph).map { (glyph, $0) } }
    for start in stride(from: 0, to: pairs.count, by: 100) {
      let block = pairs[start..<min(start + 100, pairs.count)]
      bytes.write(block.count)
      bytes.write(" beginbfchar\n")
      for (glyph, letter) in block {
        bytes.write("<")
        bytes.writeHex(glyph)
        bytes.write("> <")
        for unit in String(letter).utf16 { bytes.writeHex(unit) }
        bytes.write(">\n")
      }
      bytes.write("endbfchar\n")
    }
    bytes.write(
      """
      endcmap
      CMapName currentdict /CMap defineresource pop
      end
      end

      """)
    return bytes
  }
}
