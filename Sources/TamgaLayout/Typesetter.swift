import TamgaDomain
public import TamgaTemplates

/// Lays papers out. One for each worker: it owns fonts that must not be shared.
public final class Typesetter {
  /// Pages of a paper that a record may ask for: no lawful record comes near it.
  public static let recordPages = 40

  private let fonts: FontLibrary
  private let workerCache = WorkerCache()
  /// Those that were asked for and that some font has.
  private var knownLetters = LetterSet([])

  /// - Throws: ``TypesetError`` when a font file is not there.
  public init(fonts: FontList) throws(TypesetError) {
    self.fonts = try FontLibrary(fonts)
  }

  /// Lays out the body of a paper; the seal strip follows when the seal is made.
  ///
  /// Both languages stand on one page when they fit, Kazakh first; otherwise each begins a page of
  /// its own and flows as far as it needs.
  public func compose(_ document: FilledDocument) throws(TypesetError) -> Composition {
    try checkLetters(of: document)
    let head = HeadComposer(document: document, fonts: fonts)
    let letterhead = document.hasLetterhead ? head.letterhead() : Box(height: 0)
    let foot = document.kind.isSealed ? SealStrip.top : FormFoot.top
    let top = Measure.points(mm: Style.top)
    let mark = head.mark()
    let markTop = top + letterhead.height + Measure.points(mm: 3)
    let bodyTop = markTop + (mark?.height ?? 0) + Measure.points(mm: 2.5)
    let bodyHeight = foot - Measure.points(mm: 4) - bodyTop
    let left = Measure.points(mm: Style.margin)
    // Of each first page elements of its own.
    var fresh: (letterhead: Box, mark: Box?)? = (letterhead, mark)
    func firstPage() -> Page {
      let (letterhead, mark) =
        fresh.take() ?? (document.hasLetterhead ? head.letterhead() : Box(height: 0), head.mark())
      var page = Page()
      if document.hasLetterhead { page.items += Box.moved(letterhead.items, left, top) }
      if let mark { page.items += Box.moved(mark.items, left, markTop) }
      return page
    }

    let parts = PartBoxes(document.parts, fonts)
    if let body = try parts.onOnePage(document.parts.indices, bodyHeight) {
      var first = firstPage()
      first.items += PageFlow.items(of: body, x: left, y: bodyTop)
      return Composition(
        document: document, pages: [first], numbers: parts.numbers, heads: [], fonts: fonts,
        workerCache: workerCache)
    }
    var pages: [Page] = []
    var heads: [PageHead] = []
    for (number, part) in document.parts.enumerated() {
      let continuation = head.continuation(part)
      let laterTop = top + continuation.height + Measure.points(mm: 5)
      let later = foot - Measure.points(mm: 4) - laterTop
      let parted = try parts.pages(of: number, first: bodyHeight, later: later)
      for (index, page) in parted.enumerated() {
        var sheet = index == 0 ? firstPage() : Page()
        if index > 0 {
          heads.append(
            PageHead(
              page: pages.count, part: number, height: continuation.height,
              items: continuation.items.count))
          sheet.items += Box.moved(head.continuation(part).items, left, top)
        }
        sheet.items += PageFlow.items(of: page, x: left, y: index == 0 ? bodyTop : laterTop)
        pages.append(sheet)
      }
    }
    guard pages.count <= PageFlow.maxPages else { throw PageFlow.tooLong }
    return Composition(
      document: document, pages: pages, numbers: parts.numbers, heads: heads, fonts: fonts,
      workerCache: workerCache)
  }

  /// Lays out a paper with the numbers that it was given in the end. Of the layout with the provisional ones all stays
  /// where the numbers take the same room; otherwise the paper is laid out anew, with the same result.
  ///
  /// - Parameters:
  ///   - copy: 0 for the original.
  ///   - first: The number of the decision's first paper, on a further one.
  public func compose(
    _ provisional: Composition, number: String, copy: Int, first: String? = nil
  ) throws(TypesetError) -> Composition {
    let document = provisional.document.numbered(number, copy: copy, first: first)
    try checkLetters(of: document)
    if let pages = try provisional.pages(of: document, first: first) {
      return Composition(
        document: document, pages: pages, numbers: nil, heads: [], fonts: fonts,
        workerCache: workerCache)
    }
    return try compose(document)
  }

  /// Head and strip hold the paper's number, its bodies and its holder beside words of the form.
  private func checkLetters(of document: FilledDocument) throws(TypesetError) {
    var texts = [document.number, document.host]
    for part in document.parts {
      texts += [document.body[part.language], document.holder?[part.language] ?? ""]
    }
    var fresh = String.UnicodeScalarView()
    for text in texts {
      for letter in text.unicodeScalars where !knownLetters.contains(letter) {
        fresh.append(letter)
      }
    }
    guard !fresh.isEmpty else { return }
    if unknown(String(fresh)) { throw TypesetError.missingGlyph(at: "seal") }
    for letter in fresh { knownLetters.insert(letter) }
  }

  private func unknown(_ text: String) -> Bool { !fonts.hasEveryLetter(of: text) }
}

extension FilledDocument {
  /// A form that an applicant fills in begins with whom it is for, not with a letterhead.
  var hasLetterhead: Bool {
    parts.contains { part in part.blocks.contains { $0.kind == .letterhead } }
  }
}
