internal import TamgaDomain

/// The one writer of papers' files.
extension PaperParts {
  /// The file.
  package var bytes: [UInt8] { bytes(packing: Deflater(level: Self.packingLevel).deflated) }

  /// How hard the objects of a file for archives are packed.
  package static let packingLevel: Int32 = 1

  /// The file.
  ///
  /// - Parameter packing: Gives the objects of a file for archives as a zlib stream.
  package func bytes(packing: ([UInt8]) -> [UInt8]) -> [UInt8] {
    guard let archive else { return plainBytes }
    var file = PDFFile(version: "1.7", packs: true, capacity: 48 << 10)
    let numbers = Numbers(&file, pages: pages.count, hasSymbol: symbol != nil)
    writePages(numbers, &file)
    writeResources(numbers, &file)
    if let symbol { Self.write(symbol, numbers, &file) }
    writeStructure(archive.structure, numbers, &file)
    writeInformation(numbers.info, &file)
    let outline = pages.count > 1 ? writeBookmarks(archive.structure, numbers, &file) : nil
    let (profile, metadata) = (file.reserve(), file.reserve())
    file.stream(profile, ColourProfile.bytes) { $0.write(" /N 3") }
    file.stream(metadata, self.metadata) { $0.write(" /Type /Metadata /Subtype /XML") }
    let data = archive.data?.write(
      &file, language: archive.language, moment: value(.created))
    file.object(
      numbers.catalog,
      .dictionary(
        Self.catalog(numbers)
          + Self.archiveCatalog(archive, profile: profile, metadata: metadata)
          + (outline.map { [("Outlines", .reference($0))] } ?? []) + (data ?? [])))
    file.finish(root: numbers.catalog, info: numbers.info, id: archive.id, packing: packing)
    return file.bytes
  }

  /// A file of an earlier version.
  private var plainBytes: [UInt8] {
    var file = PDFFile(capacity: 48 << 10)
    let numbers = Numbers(&file, pages: pages.count, hasSymbol: symbol != nil)
    writePages(numbers, &file)
    writeResources(numbers, &file)
    if let symbol { Self.write(symbol, numbers, &file) }
    writeStructure(numbers, &file)
    writeInformation(numbers.info, &file)
    file.object(numbers.catalog, .dictionary(Self.catalog(numbers)))
    file.finish(root: numbers.catalog, info: numbers.info)
    return file.bytes
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

    init(_ file: inout PDFFile, pages count: Int, hasSymbol: Bool) {
      tree = file.reserve()
      pages = (0..<count).map { _ in file.reserve() }
      resources = file.reserve()
      symbol = hasSymbol ? file.reserve() : 0
      structure = file.reserve()
      document = file.reserve()
      info = file.reserve()
      catalog = file.reserve()
    }
  }

  /// The entries of the catalog (7.7.2): attachments and forms of signatures are further ones, each with
  /// objects of its own.
  private static func catalog(_ numbers: Numbers) -> [PDFDirectObject.Entry] {
    [
      ("Type", .name("Catalog")), ("Pages", .reference(numbers.tree)),
      ("StructTreeRoot", .reference(numbers.structure)),
      ("MarkInfo", .dictionary([("Marked", .flag(true))])),
    ]
  }

  /// The language, the metadata, what colours mean (14.11.5), and that a window shows the title.
  private static func archiveCatalog(
    _ archive: Archive, profile: Int, metadata: Int
  ) -> [PDFDirectObject.Entry] {
    [
      ("Lang", .text(archive.language)), ("Metadata", .reference(metadata)),
      (
        "OutputIntents",
        .array([
          .dictionary([
            ("Type", .name("OutputIntent")), ("S", .name("GTS_PDFA1")),
            ("OutputConditionIdentifier", .text("sRGB")), ("Info", .text("sRGB")),
            ("DestOutputProfile", .reference(profile)),
          ])
        ])
      ), ("ViewerPreferences", .dictionary([("DisplayDocTitle", .flag(true))])),
    ]
  }

  /// Points: A4.
  package static let sheet: StaticString = "[ 0 0 595.275591 841.889764 ]"

  private func writePages(_ numbers: Numbers, _ file: inout PDFFile) {
    for (index, page) in pages.enumerated() {
      let stream = file.reserve()
      file.stream(stream, page.content) { $0.write(" /Filter /FlateDecode") }
      file.object(numbers.pages[index]) { bytes in
        bytes.write("<< /Type /Page /Parent ")
        bytes.write(reference: numbers.tree)
        bytes.write(" /MediaBox ")
        bytes.write(Self.sheet)
        bytes.write(" /Contents ")
        bytes.write(reference: stream)
        // As cairo has it on every page.
        bytes.write(
          " /Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >> /Resources ")
        bytes.write(reference: numbers.resources)
        bytes.write(" /StructParents ")
        bytes.write(index)
        bytes.write(" >>")
      }
    }
    file.object(
      numbers.tree,
      .dictionary([
        ("Type", .name("Pages")),
        ("Kids", .array(numbers.pages.map(PDFDirectObject.reference))),
        ("Count", .integer(numbers.pages.count)),
      ]))
  }

  private func writeResources(_ numbers: Numbers, _ file: inout PDFFile) {
    var named: [(name: Int, number: Int)] = []
    for font in fonts { named += font.write(&file) }
    file.object(numbers.resources) { bytes in
      // The state that cairo sets with every colour: nothing shines through.
      bytes.write("<< /ExtGState << /a0 << /CA 1 /ca 1 >> >> /Font <<")
      for font in named.sorted(by: { $0.name < $1.name }) {
        bytes.write(" /f")
        bytes.write(font.name)
        bytes.write(" ")
        bytes.write(reference: font.number)
      }
      bytes.write(" >>")
      if symbol != nil {
        bytes.write(" /XObject << /x0 ")
        bytes.write(reference: numbers.symbol)
        bytes.write(" >>")
      }
      bytes.write(" >>")
    }
  }

  /// A stencil of one dot for each module (8.9.6.2).
  private static func write(_ symbol: ModuleGrid, _ numbers: Numbers, _ file: inout PDFFile) {
    let stride = (symbol.side + 7) / 8
    var dots = [UInt8](repeating: 0, count: stride * symbol.side)
    for row in 0..<symbol.side {
      for column in 0..<symbol.side where symbol.isDark(row: row, column: column) {
        dots[row * stride + column / 8] |= 0x80 >> UInt8(column % 8)
      }
    }
    file.stream(numbers.symbol, dots) { bytes in
      bytes.write(" /Type /XObject /Subtype /Image /ImageMask true /Width ")
      bytes.write(symbol.side)
      bytes.write(" /Height ")
      bytes.write(symbol.side)
      bytes.write(" /Interpolate false /BitsPerComponent 1 /Decode [ 1 0 ]")
    }
  }

  private func writeInformation(_ number: Int, _ file: inout PDFFile) {
    file.object(number) { bytes in
      bytes.write("<<")
      for entry in information {
        bytes.write(" /")
        bytes.write(entry.key.rawValue)
        bytes.write(" ")
        bytes.writeText(entry.text)
      }
      bytes.write(" >>")
    }
  }

  /// The elements as they stand in each other (14.7), and which of them each mark of a page belongs to.
  private func writeStructure(
    _ document: PaperElement, _ numbers: Numbers, _ file: inout PDFFile
  ) {
    var parents = pages.map { [Int](repeating: 0, count: $0.tags.count) }
    write(document, as: numbers.document, in: numbers.structure, numbers, &parents, &file)
    let tree = file.reserve()
    file.object(tree) { bytes in
      bytes.write("<< /Nums [")
      for (page, elements) in parents.enumerated() {
        bytes.write(" ")
        bytes.write(page)
        bytes.write(" [")
        for element in elements {
          bytes.write(" ")
          bytes.write(reference: element)
        }
        bytes.write(" ]")
      }
      bytes.write(" ] >>")
    }
    file.object(
      numbers.structure,
      .dictionary([
        ("Type", .name("StructTreeRoot")), ("ParentTree", .reference(tree)),
        ("ParentTreeNextKey", .integer(pages.count)),
        ("K", .array([.reference(numbers.document)])),
      ]))
  }

  /// The outline (12.3.3): the page on which the first title of each language stands.
  private func writeBookmarks(
    _ document: PaperElement, _ numbers: Numbers, _ file: inout PDFFile
  ) -> Int? {
    var marks: [(title: String, page: Int)] = []
    for case .element(let element) in document.kids where element.tag == .heading {
      guard let language = element.language, let title = PaperElement.bookmarks[language],
        case .mark(let page, _)? = element.kids.first,
        !marks.contains(where: { $0.title == title })
      else { continue }
      marks.append((title, page))
    }
    guard !marks.isEmpty else { return nil }
    let outline = file.reserve()
    let items = marks.map { _ in file.reserve() }
    file.object(
      outline,
      .dictionary([
        ("Type", .name("Outlines")), ("First", .reference(items[0])),
        ("Last", .reference(items[items.count - 1])), ("Count", .integer(items.count)),
      ]))
    for (index, mark) in marks.enumerated() {
      var entries: [PDFDirectObject.Entry] = [
        ("Title", .text(mark.title)), ("Parent", .reference(outline)),
      ]
      if index > 0 { entries.append(("Prev", .reference(items[index - 1]))) }
      if index + 1 < items.count { entries.append(("Next", .reference(items[index + 1]))) }
      entries.append(
        ("Dest", .array([.reference(numbers.pages[mark.page]), .name("Fit")])))
      file.object(items[index], .dictionary(entries))
    }
    return outline
  }

  /// An element behind those that stand in it.
  private func write(
    _ element: PaperElement, as number: Int, in parent: Int, _ numbers: Numbers,
    _ parents: inout [[Int]], _ file: inout PDFFile
  ) {
    var kids: [UInt8] = []
    // The page of the first mark; a mark on another page names its own.
    var page: Int?
    for kid in element.kids {
      kids.write(" ")
      switch kid {
      case .element(let inner):
        let own = file.reserve()
        write(inner, as: own, in: number, numbers, &parents, &file)
        kids.write(reference: own)
      case .mark(let place, let mark):
        if page == nil { page = place }
        if place == page {
          kids.write(mark)
        } else {
          kids.write("<< /Type /MCR /Pg ")
          kids.write(reference: numbers.pages[place])
          kids.write(" /MCID ")
          kids.write(mark)
          kids.write(" >>")
        }
        if parents[place].indices.contains(mark) { parents[place][mark] = number }
      }
    }
    file.object(number) { bytes in
      bytes.write("<< /S /")
      bytes.write(element.tag.rawValue)
      bytes.write(" /P ")
      bytes.write(reference: parent)
      if let language = element.language {
        bytes.write(" /Lang ")
        bytes.writeText(language)
      }
      if let alternative = element.alternative {
        bytes.write(" /Alt ")
        bytes.writeText(alternative)
      }
      if let scope = element.scope {
        bytes.write(" /A << /O /Table /Scope /")
        bytes.write(scope.rawValue)
        bytes.write(" >>")
      }
      if let span = element.span {
        bytes.write(" /A << /O /Table /ColSpan ")
        bytes.write(span)
        bytes.write(" >>")
      }
      if let page {
        bytes.write(" /Pg ")
        bytes.write(reference: numbers.pages[page])
      }
      bytes.write(" /K [")
      bytes += kids
      bytes.write(" ] >>")
    }
  }

  /// The elements in the order of reading, below one document, in a file of an earlier version.
  private func writeStructure(_ numbers: Numbers, _ file: inout PDFFile) {
    var elements: [[Int]] = []
    for (page, number) in zip(pages, numbers.pages) {
      elements.append(
        page.tags.enumerated().map { mark, tag in
          let element = file.reserve()
          file.object(
            element,
            .dictionary([
              ("Type", .name("StructElem")), ("S", .name(tag)),
              ("P", .reference(numbers.document)), ("Pg", .reference(number)),
              ("K", .integer(mark)),
            ]))
          return element
        })
    }
    let parents = file.reserve()
    let lists: [PDFDirectObject] = elements.enumerated().flatMap { page, elements in
      [.integer(page), .array(elements.map(PDFDirectObject.reference))]
    }
    file.object(parents, .dictionary([("Nums", .array(lists))]))
    file.object(
      numbers.document,
      .dictionary([
        ("Type", .name("StructElem")), ("S", .name("Document")),
        ("P", .reference(numbers.structure)),
        ("K", .array(elements.flatMap(\.self).map(PDFDirectObject.reference))),
      ]))
    file.object(
      numbers.structure,
      .dictionary([
        ("Type", .name("StructTreeRoot")), ("ParentTree", .reference(parents)),
        ("K", .array([.reference(numbers.document)])),
      ]))
  }
}

extension PaperParts.Font {
  /// The file, its descriptor, the descendant, and for each map of letters the map and the font that pages
  /// name.
  ///
  /// - Returns: The names on the pages with the numbers of the fonts' objects.
  fileprivate func write(_ file: inout PDFFile) -> [(name: Int, number: Int)] {
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
