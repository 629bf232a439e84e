extension PaperParts.Font {
  /// The file, its descriptor, the descendant, and for each map of letters the map and the font that pages
  /// name.
  ///
  /// - Returns: The names on the pages with the numbers of the fonts' objects.
  func write(_ file: inout PDFFile) -> [(name: Int, number: Int)] {
    let outlines = file.reserve()
    file.stream(outlines, program) { bytes in
      bytes.write(" /Filter /FlateDecode /Length1 ")
      bytes.write(length)
    }
    let descriptor = file.reserve()
    file.object(
      descriptor,
      .dictionary([
        ("Type", .name("FontDescriptor")), ("FontName", .name(name)),
        // Letters by their glyphs' numbers: a symbolic font (9.8.2).
        ("Flags", .integer(4)), ("FontBBox", .array(measures.box.map(PDFDirectObject.integer))),
        ("ItalicAngle", .integer(measures.slant)), ("Ascent", .integer(measures.ascent)),
        ("Descent", .integer(measures.descent)), ("CapHeight", .integer(measures.capitals)),
        // No font file says it; no reader needs it of an embedded font.
        ("StemV", .integer(80)), ("FontFile2", .reference(outlines)),
      ]))
    let descendant = file.reserve()
    file.object(
      descendant,
      .dictionary([
        ("Type", .name("Font")), ("Subtype", .name("CIDFontType2")), ("BaseFont", .name(name)),
        (
          "CIDSystemInfo",
          .dictionary([
            ("Registry", .text("Adobe")), ("Ordering", .text("Identity")),
            ("Supplement", .integer(0)),
          ])
        ), ("CIDToGIDMap", .name("Identity")), ("FontDescriptor", .reference(descriptor)),
        ("W", .written(widths)),
      ]))
    return maps.map { map in
      let letters = file.reserve()
      file.stream(letters, map.letters) { $0.write(" /Filter /FlateDecode") }
      let number = file.reserve()
      file.object(
        number,
        .dictionary([
          ("Type", .name("Font")), ("Subtype", .name("Type0")), ("BaseFont", .name(name)),
          ("Encoding", .name("Identity-H")),
          ("DescendantFonts", .array([.reference(descendant)])), ("ToUnicode", .reference(letters)),
        ]))
      return (map.name, number)
    }
  }
}
