import TamgaDomain
import TamgaLayout

/// A paper as a file: what cairo would write, put together from parts that earlier papers left.
///
/// The bytes follow from the paper alone, never from what was drawn before it.
struct PaperFile {
  let pages: [Page]
  /// The symbol, the same on every page; nil for a form without one.
  let code: ModuleGrid?
  let title: String
  /// nil for a form that no office issues.
  let author: String?
  /// Seconds since 1970.
  let created: Int64

  /// The file; nil where only cairo can draw one of the letters.
  func bytes(_ cache: PDFCache) throws(TypesetError) -> [UInt8]? {
    let place: QRPlacement? = if let code { try QRPlacement(side: code.side) } else { nil }
    var used = UsedFonts()
    var contents: [PageContent] = []
    for page in pages {
      var content = PageContent()
      guard content.add(page, cache, &used) else { return nil }
      if let place { content.add(place) }
      content.finish()
      contents.append(content)
    }
    var file = PDFFile(capacity: 48 << 10)
    let parts = Numbers(&file, contents, hasSymbol: code != nil)
    write(contents, parts, &file, cache.deflater)
    writeFonts(used, parts, &file, cache.subsets)
    if let code { writeSymbol(code, parts, &file) }
    Self.writeStructure(
      contents.map(\.tags), pages: parts.pages, root: parts.structure, document: parts.document,
      &file)
    writeInfo(parts.info, &file)
    file.object(parts.catalog) { bytes in
      // Metadata, output intents and attachments of an archive (roadmap) are entries here.
      bytes.write("<< /Type /Catalog\n   /Pages ")
      bytes.write(reference: parts.tree)
      bytes.write("\n   /StructTreeRoot ")
      bytes.write(reference: parts.structure)
      bytes.write("\n   /MarkInfo << /Marked true >>\n>>")
    }
    return file.finish(root: parts.catalog, info: parts.info)
  }

  /// The whole file drawn by cairo, as nothing is kept of it: a preview, or letters that are not embedded
  /// as TrueType.
  ///
  /// - Parameter across: Words across every page.
  func drawnByCairo(across: ShapedText? = nil) throws(TypesetError) -> [UInt8] {
    let canvas = try CairoPages()
    canvas.describe(title: title, author: author, created: created)
    for page in pages {
      canvas.draw(page)
      if let code { canvas.draw(code, at: try QRPlacement(side: code.side)) }
      if let across { canvas.drawAcross(across) }
      canvas.endPage()
    }
    return try canvas.finish()
  }

  /// The numbers of objects that others name.
  private struct Numbers {
    let tree: Int
    let pages: [Int]
    let resources: Int
    /// Only where there is a symbol.
    let symbol: Int
    let structure: Int
    let document: Int
    let info: Int
    let catalog: Int

    init(_ file: inout PDFFile, _ contents: [PageContent], hasSymbol: Bool) {
      tree = file.reserve()
      pages = contents.map { _ in file.reserve() }
      resources = file.reserve()
      symbol = hasSymbol ? file.reserve() : 0
      structure = file.reserve()
      document = file.reserve()
      info = file.reserve()
      catalog = file.reserve()
    }
  }

  // MARK: pages

  private func write(
    _ contents: [PageContent], _ numbers: Numbers, _ file: inout PDFFile, _ deflater: Deflater
  ) {
    for (index, content) in contents.enumerated() {
      let stream = file.reserve()
      file.stream(stream, deflater.deflated(content.operators)) {
        $0.write(" /Filter /FlateDecode")
      }
      file.object(numbers.pages[index]) { bytes in
        bytes.write("<< /Type /Page\n   /Parent ")
        bytes.write(reference: numbers.tree)
        bytes.write("\n   /MediaBox [ 0 0 ")
        bytes.write(Measure.points(mm: Style.pageWidth), places: 6)
        bytes.write(" ")
        bytes.write(Measure.points(mm: Style.pageHeight), places: 6)
        bytes.write(" ]\n   /Contents ")
        bytes.write(reference: stream)
        bytes.write(
          """

             /Group <<
                /Type /Group
                /S /Transparency
                /I true
                /CS /DeviceRGB
             >>
             /Resources 
          """)
        bytes.write(reference: numbers.resources)
        bytes.write("\n   /StructParents ")
        bytes.write(index)
        bytes.write("\n>>")
      }
    }
    file.object(numbers.tree) { bytes in
      bytes.write("<< /Type /Pages\n   /Kids [")
      for page in numbers.pages {
        bytes.write(" ")
        bytes.write(reference: page)
      }
      bytes.write(" ]\n   /Count ")
      bytes.write(numbers.pages.count)
      bytes.write("\n>>")
    }
  }

  private func writeFonts(
    _ used: UsedFonts, _ numbers: Numbers, _ file: inout PDFFile, _ embedded: FontSubsetCache
  ) {
    let fonts = used.fonts.map { program, glyphs in
      FontObjects(embedded.embedded(program, program.rounded(glyphs)), program).write(&file)
    }
    file.object(numbers.resources) { bytes in
      bytes.write("<<\n   /ExtGState <<\n      /a0 << /CA 1 /ca 1 >>\n   >>\n   /Font <<")
      for (index, font) in fonts.enumerated() {
        bytes.write("\n      /f")
        bytes.write(index)
        bytes.write(" ")
        bytes.write(reference: font)
      }
      bytes.write("\n   >>")
      if code != nil {
        bytes.write("\n   /XObject << /x0 ")
        bytes.write(reference: numbers.symbol)
        bytes.write(" >>")
      }
      bytes.write("\n>>")
    }
  }

  /// A stencil of one dot for each module (8.9.6.2).
  private func writeSymbol(_ code: ModuleGrid, _ numbers: Numbers, _ file: inout PDFFile) {
    let stride = (code.side + 7) / 8
    var dots = [UInt8](repeating: 0, count: stride * code.side)
    for row in 0..<code.side {
      for column in 0..<code.side where code.isDark(row: row, column: column) {
        dots[row * stride + column / 8] |= 0x80 >> UInt8(column % 8)
      }
    }
    file.stream(numbers.symbol, dots) { bytes in
      bytes.write(" /Type /XObject /Subtype /Image /ImageMask true /Width ")
      bytes.write(code.side)
      bytes.write(" /Height ")
      bytes.write(code.side)
      bytes.write(" /Interpolate false /BitsPerComponent 1 /Decode [ 1 0 ]")
    }
  }
}
