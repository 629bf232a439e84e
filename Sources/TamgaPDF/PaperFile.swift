import TamgaDomain
import TamgaLayout

/// A paper as a file: content drawn by cairo line by line, and all else of the PDF around it.
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
  /// Words across every page of a preview.
  var across: ShapedText?

  /// The file; nil where a letter stands in a font that is not TrueType.
  func bytes(_ cache: PDFCache) throws(TypesetError) -> [UInt8]? {
    var used = UsedFonts()
    guard let contents = try contents(cache, &used) else { return nil }
    var file = PDFFile(capacity: 48 << 10)
    let numbers = Numbers(&file, contents, hasSymbol: code != nil)
    writePages(contents, numbers, &file, cache.deflater)
    try writeResources(used, numbers, &file, cache.subsets)
    if let code { writeSymbol(code, numbers, &file) }
    Self.writeStructure(
      contents.map(\.tags), pages: numbers.pages, root: numbers.structure,
      document: numbers.document, &file)
    file.object(numbers.info, .dictionary(information))
    file.object(numbers.catalog, .dictionary(Self.catalog(numbers)))
    file.finish(root: numbers.catalog, info: numbers.info)
    return file.bytes
  }

  /// The pages' content; nil as above.
  func contents(
    _ cache: PDFCache, _ used: inout UsedFonts
  ) throws(TypesetError) -> [PageContent]? {
    let place: QRPlacement? = if let code { try QRPlacement(side: code.side) } else { nil }
    var contents: [PageContent] = []
    for page in pages {
      var content = PageContent()
      if let across {
        guard try content.add(across: across, cache, &used) else { return nil }
      }
      guard try content.add(page, cache, &used) else { return nil }
      if let place { content.add(place) }
      content.finish()
      contents.append(content)
    }
    return contents
  }

  /// The whole file drawn by cairo alone from the same pages: the judge of tests, and the way of letters
  /// in fonts that are not TrueType.
  func drawnByCairo() throws(TypesetError) -> [UInt8] {
    try CairoLock.alone { () throws(TypesetError) in try wholePages() }
  }

  private func wholePages() throws(TypesetError) -> [UInt8] {
    let canvas = try CairoPages()
    canvas.describe(title: title, author: author, created: created)
    for page in pages {
      if let across { canvas.drawAcross(across) }
      canvas.draw(page)
      if let code { canvas.draw(code, at: try QRPlacement(side: code.side)) }
      canvas.endPage()
    }
    return try canvas.finish()
  }

  /// The numbers of objects that others name.
  struct Numbers {
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

  /// The entries of the catalog (7.7.2): metadata, output intents, attachments and forms of signatures are
  /// further ones, each with objects of its own.
  private static func catalog(_ numbers: Numbers) -> [PDFValue.Entry] {
    [
      ("Type", .name("Catalog")), ("Pages", .reference(numbers.tree)),
      ("StructTreeRoot", .reference(numbers.structure)),
      ("MarkInfo", .dictionary([("Marked", .flag(true))])),
    ]
  }

  // MARK: pages

  private func writePages(
    _ contents: [PageContent], _ numbers: Numbers, _ file: inout PDFFile, _ deflater: Deflater
  ) {
    for (index, content) in contents.enumerated() {
      let stream = file.reserve()
      file.stream(stream, deflater.deflated(content.operators)) {
        $0.write(" /Filter /FlateDecode")
      }
      file.object(
        numbers.pages[index],
        .dictionary([
          ("Type", .name("Page")), ("Parent", .reference(numbers.tree)),
          (
            "MediaBox",
            .array([
              .integer(0), .integer(0), .number(Measure.points(mm: Style.pageWidth)),
              .number(Measure.points(mm: Style.pageHeight)),
            ])
          ), ("Contents", .reference(stream)),
          (
            // As cairo has it on every page.
            "Group",
            .dictionary([
              ("Type", .name("Group")), ("S", .name("Transparency")), ("I", .flag(true)),
              ("CS", .name("DeviceRGB")),
            ])
          ),
          ("Resources", .reference(numbers.resources)), ("StructParents", .integer(index)),
        ]))
    }
    file.object(
      numbers.tree,
      .dictionary([
        ("Type", .name("Pages")), ("Kids", .array(numbers.pages.map(PDFValue.reference))),
        ("Count", .integer(numbers.pages.count)),
      ]))
  }

  private func writeResources(
    _ used: UsedFonts, _ numbers: Numbers, _ file: inout PDFFile, _ subsets: FontSubsetCache
  ) throws(TypesetError) {
    var fonts: [(name: Int, number: Int)] = []
    for use in used.fonts { fonts += try FontObjects(use: use, subsets: subsets).write(&file) }
    file.object(numbers.resources) { bytes in
      // The state that cairo sets with every colour: nothing shines through.
      bytes.write("<< /ExtGState << /a0 << /CA 1 /ca 1 >> >> /Font <<")
      for font in fonts.sorted(by: { $0.name < $1.name }) {
        bytes.write(" /f")
        bytes.write(font.name)
        bytes.write(" ")
        bytes.write(reference: font.number)
      }
      bytes.write(" >>")
      if code != nil {
        bytes.write(" /XObject << /x0 ")
        bytes.write(reference: numbers.symbol)
        bytes.write(" >>")
      }
      bytes.write(" >>")
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
