/// The five objects of a font of two-byte codes, the numbers of its glyphs (ISO 32000-1, 9.7).
struct FontObjects {
  private let embedded: FontSubsetCache.Embedded
  private let program: FontProgram

  init(_ embedded: FontSubsetCache.Embedded, _ program: FontProgram) {
    self.embedded = embedded
    self.program = program
  }

  /// - Returns: The number of the font.
  func write(_ file: inout PDFFile) -> Int {
    let outlines = file.reserve()
    file.stream(outlines, embedded.file.bytes) { bytes in
      bytes.write(" /Filter /FlateDecode /Length1 ")
      bytes.write(embedded.file.length)
    }
    let letters = file.reserve()
    file.stream(letters, embedded.letters.bytes) { $0.write(" /Filter /FlateDecode") }
    let descriptor = file.reserve()
    file.object(descriptor) { bytes in
      bytes.write("<< /Type /FontDescriptor\n   /FontName /")
      bytes.write(embedded.name)
      for line in program.descriptor {
        bytes.write("\n   ")
        bytes.write(line)
      }
      bytes.write("\n   /FontFile2 ")
      bytes.write(reference: outlines)
      bytes.write("\n>>")
    }
    let descendant = file.reserve()
    file.object(descendant) { bytes in
      bytes.write("<< /Type /Font\n   /Subtype /CIDFontType2\n   /BaseFont /")
      bytes.write(embedded.name)
      bytes.write(
        """

           /CIDSystemInfo
           << /Registry (Adobe)
              /Ordering (Identity)
              /Supplement 0
           >>
           /CIDToGIDMap /Identity
           /FontDescriptor 
        """)
      bytes.write(reference: descriptor)
      bytes.write("\n   /W ")
      bytes += embedded.widths
      bytes.write("\n>>")
    }
    let font = file.reserve()
    file.object(font) { bytes in
      bytes.write("<< /Type /Font\n   /Subtype /Type0\n   /BaseFont /")
      bytes.write(embedded.name)
      bytes.write("\n   /Encoding /Identity-H\n   /DescendantFonts [ ")
      bytes.write(reference: descendant)
      bytes.write(" ]\n   /ToUnicode ")
      bytes.write(reference: letters)
      bytes.write("\n>>")
    }
    return font
  }
}
