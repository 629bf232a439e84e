/// The fonts of a paper in the order of their first use, with their glyphs.
struct UsedFonts {
  struct Use {
    let font: PDFFont
    /// By all of its maps.
    var glyphs = GlyphSet()
    /// The maps of letters in the order of their first use, each with its name on the pages: `/f` and
    /// this number.
    var maps: [(map: Int, name: Int)] = []
  }

  private(set) var fonts: [Use] = []
  private var names = 0

  mutating func add(_ glyphs: GlyphSet, of font: PDFFont, map: Int) {
    let index =
      fonts.firstIndex { $0.font === font }
      ?? {
        fonts.append(Use(font: font))
        return fonts.count - 1
      }()
    fonts[index].glyphs.formUnion(glyphs)
    if !fonts[index].maps.contains(where: { $0.map == map }) {
      fonts[index].maps.append((map, names))
      names += 1
    }
  }

  /// Of a font that was added.
  func name(of font: PDFFont, map: Int) -> Int {
    fonts.first { $0.font === font }?.maps.first { $0.map == map }?.name ?? 0
  }
}
