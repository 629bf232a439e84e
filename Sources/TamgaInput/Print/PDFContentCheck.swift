internal import TamgaDomain
internal import TamgaOptics
internal import TamgaSeal
internal import TamgaVerify

/// Reads the pages of a PDF as they come to stand on paper, and notes what no paper has.
final class PDFContentCheck {
  /// What was seen of one page.
  struct Page {
    let evidence: [TamperEvidence]
    /// True when only a picture is seen, its text being invisible: what a scanner adds.
    let isScan: Bool
    /// The texts of the codes, where it is known that nothing else on the page can hold one; nil
    /// where the page must be drawn to find them.
    var codes: [String]?
    /// The texts of the symbols that the page could draw, seen or not.
    var hiddenCodes: [String] = []

    static let unread = Page(evidence: [TamperEvidence(.malformed)], isScan: false)
  }

  /// Bytes of a page's content: the fullest paper has 100,000.
  private static let contentLimit = 4 << 20
  /// Symbols that are read though they may not be seen: a paper has one.
  private static let symbolLimit = 4

  /// Flaws of the file as a whole.
  let evidence: [TamperEvidence]
  /// Whether it has a signature, or the place of one.
  let hasSignature: Bool
  /// Machine-readable files inside it.
  let attachments: [PrintedDigest.Attachment]
  /// Whether a program that makes new files of pages may have left the files inside behind: it leaves the
  /// rest of the document behind too.
  let mayHaveLostFiles: Bool
  /// The languages in which its words are read aloud; nil where not all are known.
  var languages: LanguageRuns? {
    var runs = LanguageRuns()
    for page in pages.indices {
      guard let texts = spoken[page] else { return nil }
      for (text, language) in texts { runs.add(text, in: language) }
    }
    return runs
  }
  private let structure: StructureLanguages
  private var spoken: [Int: [(text: String, language: String)]] = [:]
  private let file: PDFObjects
  private let form: PDFStructureCheck
  private let pages: [[String: PDFValue]]
  private let glyphs: FontsPart?
  private var fonts: [PDFReference: PrintFont?] = [:]
  private var symbols: [PDFReference: ModuleGrid?] = [:]
  private var texts: [PDFReference: String] = [:]

  /// - Parameters:
  ///   - pageLimit: Pages after these are not looked at.
  ///   - glyphs: The fonts of the papers; nil where they are not known.
  /// - Throws: ``OpticsError`` when the file could not be read to its end: that is no evidence of tampering.
  init(of pdf: PDFPages, pageLimit: Int, glyphs: FontsPart?) throws(OpticsError) {
    let file: PDFObjects
    do throws(OpticsError) {
      file = try pdf.objects()
    } catch {
      // More objects than papers have.
      guard error.code == .large else { throw error }
      file = .none
    }
    self.file = file
    self.glyphs = glyphs
    form = PDFStructureCheck(file: file)
    hasSignature = form.hasSignature
    structure = StructureLanguages(file)
    let catalog = file.dictionary(file.trailer["Root"]) ?? [:]
    mayHaveLostFiles = ["StructTreeRoot", "Metadata", "OutputIntents"].contains {
      catalog[$0] == nil
    }
    pages = file.pages(limit: pageLimit) ?? []
    var evidence = form.evidence()
    if let attachments = try Attachments(file).read(from: pdf) {
      self.attachments = attachments
    } else {
      attachments = []
      evidence.append(TamperEvidence(.additions))
    }
    // A page that only some readers know of.
    if file.isSound, pages.count != min(pdf.count, pageLimit) {
      evidence.append(TamperEvidence(.malformed))
    }
    self.evidence = evidence
  }

  /// - Parameters:
  ///   - index: From 0.
  ///   - text: What another reader found on the page, in the order of drawing.
  ///   - deadline: For reading the code.
  func page(
    _ index: Int, text: String, of pdf: PDFPages, by deadline: Deadline
  ) throws(OpticsError) -> Page {
    guard pages.indices.contains(index) else { return .unread }
    let page = pages[index]
    let resources = file.dictionary(page["Resources"]) ?? [:]
    guard let content = try content(of: page, pdf) else { return .unread }
    if ScannedPage.isScan(content, resources: resources, file) {
      return Page(evidence: [], isScan: true)
    }
    var evidence = form.evidence(of: page)
    let fonts = file.dictionary(resources["Font"]) ?? [:]
    guard OwnPage.isOwn(content, fonts: fonts, in: file) else {
      // Another program has drawn it anew.
      return Page(
        evidence: evidence + [TamperEvidence(.rewritten)], isScan: false,
        hiddenCodes: try payloads(in: resources, pdf, deadline))
    }
    guard let size = form.size(of: page) else {
      return Page(evidence: evidence + [TamperEvidence(.additions)], isScan: false)
    }
    let (stencils, unread) = try stencils(in: resources, pdf)
    if !form.isPlain(resources) { evidence.append(TamperEvidence(.foreign)) }
    var reading = PageReading(
      width: size.width, height: size.height, fonts: try self.fonts(in: resources, pdf),
      stencils: Set(stencils.keys).union(unread))
    reading.read(content)
    if reading.page.isWhole { spoken[index] = structure.texts(of: reading.page, page) }
    if reading.hasUncheckedLetters { evidence.append(TamperEvidence(.uncheckedLetters)) }
    evidence += reading.page.evidence + PageLayout(page: reading.page).evidence()
    // Two readers that understand a page differently: one of them was meant to.
    if reading.page.isWhole,
      PrintedText.words(of: reading.page.text) != PrintedText.words(of: text)
    {
      evidence.append(TamperEvidence(.malformed))
    }
    guard evidence.isEmpty else {
      return Page(
        evidence: evidence, isScan: false, hiddenCodes: try payloads(in: resources, pdf, deadline))
    }
    guard reading.page.stencils.isDisjoint(with: unread) else {
      return Page(evidence: [], isScan: false)
    }
    let drawn = reading.page.stencils.compactMap { stencils[$0] }
    let codes = drawn.compactMap { payload(of: $0, by: deadline) }
    return Page(evidence: [], isScan: false, codes: codes.count == drawn.count ? codes : nil)
  }

  /// What a page without words shows.
  func wordless(_ index: Int, of pdf: PDFPages) throws(OpticsError) -> ScannedPage.Wordless {
    guard pages.indices.contains(index), let content = try content(of: pages[index], pdf) else {
      return .other
    }
    let shown = ScannedPage.wordless(
      content, resources: file.dictionary(pages[index]["Resources"]) ?? [:], file)
    // A note upon the page is drawn by no operator of it.
    return shown == .blank && !form.evidence(of: pages[index]).isEmpty ? .other : shown
  }

  /// The symbols among the stencils of a page, by name, and the names of stencils that another program
  /// has packed as pictures: those are read where the page is drawn.
  private func stencils(
    in resources: [String: PDFValue], _ pdf: PDFPages
  ) throws(OpticsError) -> (symbols: [String: PDFReference], unread: Set<String>) {
    var named: [String: PDFReference] = [:]
    var unread: Set<String> = []
    for (name, stencil) in form.stencils(in: resources) {
      let data = try Self.read(stencil.reference, pdf)
      guard let data else {
        unread.insert(name)
        continue
      }
      if symbols[stencil.reference] == nil {
        symbols[stencil.reference] = StencilCode.grid(stencil.members, data, in: file)
      }
      if symbols[stencil.reference] ?? nil != nil { named[name] = stencil.reference }
    }
    return (named, unread)
  }

  /// The texts of all symbols among the pictures of a page: who hides the code has altered the paper.
  private func payloads(
    in resources: [String: PDFValue], _ pdf: PDFPages, _ deadline: Deadline
  ) throws(OpticsError) -> [String] {
    var found: [String] = []
    for picture in (file.dictionary(resources["XObject"]) ?? [:]).values {
      guard found.count < Self.symbolLimit, let (reference, members) = file.stream(picture),
        let side = members["Width"]?.integer, StencilCode.sides.contains(side)
      else { continue }
      if symbols[reference] == nil {
        let data = try Self.read(reference, pdf)
        symbols[reference] = data.flatMap { StencilCode.grid(members, $0, in: file) }
      }
      if let text = payload(of: reference, by: deadline), !found.contains(text) {
        found.append(text)
      }
    }
    return found
  }

  private func payload(of symbol: PDFReference, by deadline: Deadline) -> String? {
    if texts[symbol] == nil, let grid = symbols[symbol] ?? nil {
      texts[symbol] = CodeReader.text(of: grid, by: deadline)
    }
    return texts[symbol]
  }

  private func content(
    of page: [String: PDFValue], _ pdf: PDFPages
  ) throws(OpticsError) -> [UInt8]? {
    guard let contents = page["Contents"] else { return [] }
    var bytes: [UInt8] = []
    var goesOn = false
    for part in file.resolved(contents).array ?? [contents] {
      guard let (reference, _) = file.stream(part), let more = try Self.read(reference, pdf) else {
        return nil
      }
      // A word that goes on in the next part does so in some readers.
      if goesOn, let next = more.first, Self.isOfWord(next) { return nil }
      goesOn = more.last.map(Self.isOfWord) ?? goesOn
      bytes += more + [0x0A]
      guard bytes.count <= Self.contentLimit else { return nil }
    }
    return bytes
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"): true
    default: false
    }
  }

  private func fonts(
    in resources: [String: PDFValue], _ pdf: PDFPages
  ) throws(OpticsError) -> [String: PrintFont] {
    var named: [String: PrintFont] = [:]
    for (name, value) in file.dictionary(resources["Font"]) ?? [:] {
      guard case .reference(let reference) = value, let members = file.dictionary(value) else {
        continue
      }
      if fonts[reference] == nil {
        var streams: [PDFReference: [UInt8]] = [:]
        for stream in PrintFont.streams(of: members, in: file) {
          if let bytes = try Self.read(stream, pdf) { streams[stream] = bytes }
        }
        fonts[reference] = PrintFont(members, in: file, glyphs: glyphs, streams: streams)
      }
      if let font = fonts[reference] ?? nil { named[name] = font }
    }
    return named
  }

  /// The data; nil when they are no data, which is evidence of tampering. What stops the reading is thrown.
  private static func read(
    _ stream: PDFReference, _ pdf: PDFPages
  ) throws(OpticsError) -> [UInt8]? {
    do throws(OpticsError) {
      return try pdf.data(of: stream)
    } catch {
      guard error.code == .damaged || error.code == .large else { throw error }
      return nil
    }
  }
}
