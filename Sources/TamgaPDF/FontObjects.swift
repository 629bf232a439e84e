import TamgaLayout

/// The objects of a font of two-byte codes, the numbers of its glyphs (ISO 32000-1, 9.7): the file, its
/// descriptor, the descendant, and for each map of letters the map and the font that pages name.
struct FontObjects {
  let use: UsedFonts.Use
  let subsets: FontSubsetCache

  /// - Returns: The names on the pages (`/f` and a number) with the numbers of the fonts' objects.
  func write(_ file: inout PDFFile) throws(TypesetError) -> [(name: Int, number: Int)] {
    let font = use.font
    let glyphs = font.rounded(use.glyphs)
    let subset = try subsets.subset(font, glyphs)
    let outlines = file.reserve()
    file.stream(outlines, subset.file.bytes) { bytes in
      bytes.write(" /Filter /FlateDecode /Length1 ")
      bytes.write(subset.file.length)
    }
    let descriptor = file.reserve()
    let measures = font.measures
    file.object(
      descriptor,
      .dictionary([
        ("Type", .name("FontDescriptor")), ("FontName", .name(subset.name)),
        // Letters by their glyphs' numbers: a symbolic font (9.8.2).
        ("Flags", .integer(4)), ("FontBBox", .array(measures.box.map(PDFValue.integer))),
        ("ItalicAngle", .integer(measures.slant)), ("Ascent", .integer(measures.ascent)),
        ("Descent", .integer(measures.descent)), ("CapHeight", .integer(measures.capitals)),
        // No font file says it; no reader needs it of an embedded font.
        ("StemV", .integer(80)), ("FontFile2", .reference(outlines)),
      ]))
    let descendant = file.reserve()
    file.object(
      descendant,
      .dictionary([
        ("Type", .name("Font")), ("Subtype", .name("CIDFontType2")),
        ("BaseFont", .name(subset.name)),
        (
          "CIDSystemInfo",
          .dictionary([
            ("Registry", .text("Adobe")), ("Ordering", .text("Identity")),
            ("Supplement", .integer(0)),
          ])
        ), ("CIDToGIDMap", .name("Identity")), ("FontDescriptor", .reference(descriptor)),
        ("W", .written(subset.widths)),
      ]))
    return use.maps.map { map, name in
      let letters = file.reserve()
      file.stream(letters, subsets.letters(font, glyphs, map: map).bytes) {
        $0.write(" /Filter /FlateDecode")
      }
      let number = file.reserve()
      file.object(
        number,
        .dictionary([
          ("Type", .name("Font")), ("Subtype", .name("Type0")), ("BaseFont", .name(subset.name)),
          ("Encoding", .name("Identity-H")),
          ("DescendantFonts", .array([.reference(descendant)])), ("ToUnicode", .reference(letters)),
        ]))
      return (name, number)
    }
  }
}
