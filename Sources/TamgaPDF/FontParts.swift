import TamgaLayout
import TamgaPaperFile

extension PaperParts.Font {
  /// A font with the glyphs that a paper shows by it.
  init(_ use: UsedFonts.Use, _ subsets: FontSubsetCache) throws(TypesetError) {
    let glyphs = use.font.rounded(use.glyphs)
    let subset = try subsets.subset(use.font, glyphs)
    self.init(
      name: subset.name, program: subset.file.bytes, length: subset.file.length,
      measures: use.font.measures, widths: subset.widths,
      maps: use.maps.map { map, name in
        PaperParts.Map(name: name, letters: subsets.letters(use.font, glyphs, map: map).bytes)
      })
  }
}
