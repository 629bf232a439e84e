import TamgaLayout
import TamgaPaperFile

/// Two-generation cache of fonts as they stand in files: subset to the glyphs of a paper and compressed.
/// Papers of a kind need the same ones time and again. Not to be shared between threads.
final class FontSubsetCache {
  /// What is costly of a font's objects; the same for the same font and glyphs.
  struct Subset {
    /// The PostScript name with the tag of the subset.
    let name: String
    let file: Stream
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
    let map: Int
  }

  /// Some 8 KB each.
  private let subsets = TwoGenerationCache<Key, Subset>(room: 128)
  private let maps = TwoGenerationCache<Key, Stream>(room: 256)
  /// Fonts are made once for many papers.
  private let deflater = Deflater(level: 6)

  /// - Parameter font: Alive as long as this.
  func subset(_ font: PDFFont, _ glyphs: GlyphSet) throws(TypesetError) -> Subset {
    let key = Key(font: ObjectIdentifier(font), glyphs: glyphs, map: 0)
    return try subsets.value(key) { () throws(TypesetError) in
      guard let file = font.subset(to: glyphs) else { throw Self.failure(font.name) }
      return Subset(
        name: glyphs.tag + "+" + font.name, file: stream(file),
        widths: Self.widths(font, glyphs.glyphs))
    }
  }

  /// Which letter each glyph is, by one of the font's maps (9.10.3).
  func letters(_ font: PDFFont, _ glyphs: GlyphSet, map: Int) -> Stream {
    maps.value(Key(font: ObjectIdentifier(font), glyphs: glyphs, map: map)) {
      stream(
        LetterMap.written(
          glyphs.glyphs.compactMap { glyph in
            font.letter(of: glyph, map: map).map { (glyph, $0) }
          }))
    }
  }

  private static func failure(_ name: String) -> TypesetError {
    TypesetError(
      .drawing, name, kk: "қаріптің қажет бөлігі алынбады",
      ru: "не удалось взять нужную часть шрифта",
      en: "the font could not be subset")
  }

  private func stream(_ bytes: [UInt8]) -> Stream {
    Stream(bytes: deflater.deflated(bytes), length: bytes.count)
  }

  private static func widths(_ font: PDFFont, _ glyphs: [UInt16]) -> [UInt8] {
    FontWidths.written(
      glyphs.map {
        (
          $0,
          FontWidths.width(font.advance(of: $0), unitsPerEm: Int(font.unitsPerEm))
        )
      })
  }
}
