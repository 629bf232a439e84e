internal import TamgaDomain
internal import TamgaOptics
internal import TamgaPaperFile
internal import TamgaSeal
internal import TamgaVerify

/// A file in the form that Tamga writes, read by nothing but that form: no library that repairs stands
/// between. See the page CanonicalForm.
struct CanonicalPaper {
  /// Bytes of the pages' content: the fullest page has 100,000.
  private static let contents = 4 << 20
  /// Bytes of the font files: of the whole fonts of the papers the largest has a megabyte.
  private static let programs = 8 << 20
  /// Bytes of the letter maps: one of all letters of a font has 40,000.
  private static let maps = 4 << 20
  /// Bytes of the file inside: the longest has 12,000.
  private static let data = 256 << 10

  let pages: [PageReading]
  let symbol: ModuleGrid
  private let properties: FileProperties
  private let attachments: [PrintedDigest.Attachment]
  /// nil for a file of an earlier version.
  private let languages: LanguageRuns?
  private let signature: FoundSignature?

  /// nil for a file in any other form.
  ///
  /// - Parameters:
  ///   - keepsInk: Whether the pages are to be shown.
  ///   - glyphs: Asked once the form is right.
  init?(_ file: [UInt8], keepsInk: Bool = false, glyphs: () -> FontsPart?) {
    guard let parts = PaperParts(file), let symbol = parts.symbol, StencilCode.hasPatterns(symbol),
      let properties = FileProperties(parts.information, id: parts.archive?.id),
      parts.archive.map(StructureRules.allow) ?? true
    else { return nil }
    var contents: [[UInt8]] = []
    var room = Self.contents
    for page in parts.pages {
      guard let content = Self.inflated(page.content, &room),
        let grammar = PageGrammar(content), grammar.tags == page.tags, grammar.symbols == 1,
        parts.archive != nil ? grammar.readsAll : !grammar.hasArtifacts
      else { return nil }
      contents.append(content)
    }
    var attachments: [PrintedDigest.Attachment] = []
    if let data = parts.archive?.data {
      guard let content = Deflate.inflated(data.content, limit: Self.data),
        content.count == data.length
      else { return nil }
      attachments.append(.init(name: "\(PaperParts.DataFile.name)", content: content))
    }
    guard let fonts = Self.fonts(parts.fonts, glyphs()) else { return nil }
    var pages: [PageReading] = []
    for content in contents {
      var page = PageReading(
        width: PDFStructureCheck.paper.width, height: PDFStructureCheck.paper.height, fonts: fonts,
        stencils: ["x0"],
        keepsInk: keepsInk)
      page.read(content)
      guard page.page.isWhole, Self.hasCode(page.page) else { return nil }
      pages.append(page)
    }
    self.pages = pages
    self.symbol = symbol
    self.properties = properties
    self.attachments = attachments
    signature = parts.hole.map { hole in
      FoundSignature(
        cms: parts.archive?.signature?.cms ?? [], content: hole.content(of: file))
    }
    languages = parts.archive.map { archive in
      Self.languages(of: archive.structure, on: pages.map(\.page))
    }
  }

  /// In which language each text is said to be.
  private static func languages(
    of document: PaperElement, on pages: [PrintedPage]
  ) -> LanguageRuns {
    var marks = [[Int: String]](repeating: [:], count: pages.count)
    for case .element(let element) in document.kids {
      element.forEachMark { page, number in
        if marks.indices.contains(page) { marks[page][number] = element.language }
      }
    }
    var runs = LanguageRuns()
    for (page, languages) in zip(pages, marks) {
      for (mark, text) in page.markedTexts { runs.add(text, in: languages[mark] ?? "") }
    }
    return runs
  }

  /// What is judged; nil where the code cannot be read.
  func document(by deadline: Deadline) -> DocumentContents? {
    // The symbol of that text and no other: one with changed modules may be read otherwise by a telephone.
    guard let code = CodeReader.text(of: symbol, by: deadline),
      (try? QRSymbol.encode(code)) == symbol
    else { return nil }
    let contents = pages.map { reading in
      var evidence = reading.page.evidence + PageLayout(page: reading.page).evidence()
      if reading.hasUncheckedLetters { evidence.append(TamperEvidence(.uncheckedLetters)) }
      return PageContents(text: reading.page.text, codes: [code], evidence: evidence)
    }
    return DocumentContents(
      pages: contents,
      data: ProgramData(attachments: attachments, mayBeLost: false, languages: languages),
      isCanonical: true, properties: properties, signature: signature,
      hasSignature: signature != nil)
  }

  /// By their names on the pages.
  private static func fonts(
    _ parts: [PaperParts.Font], _ glyphs: FontsPart?
  ) -> [String: PrintFont]? {
    var fonts: [String: PrintFont] = [:]
    var names: Set<String> = []
    var room = (programs: programs, maps: maps)
    for part in parts {
      guard names.insert(part.name).inserted, isName(part.name),
        let program = inflated(part.program, &room.programs),
        program.count == part.length, FontProgram.isCanonical(program),
        let font = TrueTypeFont(program),
        FontLimits(font)?.allow(part.measures) ?? false, let widths = FontWidths.read(part.widths),
        widths.allSatisfy({ isWidth($0.width, of: Int($0.glyph), in: font) })
      else { return nil }
      for map in part.maps {
        guard let bytes = inflated(map.letters, &room.maps),
          let letters = LetterMap.read(bytes)
        else { return nil }
        fonts["f\(map.name)"] = PrintFont(font, letters, widths, glyphs: glyphs)
      }
    }
    // Each name once, from 0 on.
    let count = parts.reduce(0) { $0 + $1.maps.count }
    return (0..<count).allSatisfy { fonts["f\($0)"] != nil } ? fonts : nil
  }

  /// Whether the code has the size in which it is issued.
  private static func hasCode(_ page: PrintedPage) -> Bool {
    page.drawings.contains { drawing in
      if case .stencil(let box) = drawing {
        PageLayout.issuedCode.contains(box.width)
      } else {
        false
      }
    }
  }

  /// - Parameter room: Bytes that the file may still unpack to.
  private static func inflated(_ packed: [UInt8], _ room: inout Int) -> [UInt8]? {
    guard let plain = Deflate.inflated(packed, limit: room) else { return nil }
    room -= plain.count
    return plain
  }

  /// `KFWPXU+PTSans-Bold`
  private static func isName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return (8...70).contains(bytes.count) && bytes[6] == UInt8(ascii: "+")
      && bytes[..<6].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && bytes[7...].allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private static func isWidth(_ width: Int, of glyph: Int, in font: TrueTypeFont) -> Bool {
    font.advance(of: glyph).map {
      FontWidths.width($0, unitsPerEm: font.unitsPerEm) == width
    } ?? false
  }
}
