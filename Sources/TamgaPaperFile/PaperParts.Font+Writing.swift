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
    file.object(descriptor) { bytes in
      bytes.write("<< /Type /FontDescriptor /FontName /")
      bytes.write(text: name)
      // Letters by their glyphs' numbers: a symbolic font (9.8.2).
      bytes.write(" /Flags 4 /FontBBox [")
      for edge in measures.box {
        bytes.write(" ")
        bytes.write(edge)
      }
      bytes.write(" ] /ItalicAngle ")
      bytes.write(measures.slant)
      bytes.write(" /Ascent ")
      bytes.write(measures.ascent)
      bytes.write(" /Descent ")
      bytes.write(measures.descent)
      bytes.write(" /CapHeight ")
      bytes.write(measures.capitals)
      // No font file says how thick stems are; no reader needs it of an embedded font.
      bytes.write(" /StemV 80 /FontFile2 ")
      bytes.write(reference: outlines)
      bytes.write(" >>")
    }
    let descendant = file.reserve()
    file.object(descendant) { bytes in
      bytes.write("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /")
      bytes.write(text: name)
      bytes.write(" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>")
      bytes.write(" /CIDToGIDMap /Identity /FontDescriptor ")
      bytes.write(reference: descriptor)
      bytes.write(" /W ")
      bytes += widths
      bytes.write(" >>")
    }
    return maps.map { map in
      let letters = file.reserve()
      file.stream(letters, map.letters) { $0.write(" /Filter /FlateDecode") }
      let number = file.reserve()
      file.object(number) { bytes in
        bytes.write("<< /Type /Font /Subtype /Type0 /BaseFont /")
        bytes.write(text: name)
        bytes.write(" /Encoding /Identity-H /DescendantFonts [ ")
        bytes.write(reference: descendant)
        bytes.write(" ] /ToUnicode ")
        bytes.write(reference: letters)
        bytes.write(" >>")
      }
      return (map.name, number)
    }
  }
}
