import TamgaDomain
public import TamgaTemplates

/// Lays papers out. One for each worker: it owns fonts that must not be shared.
public final class Typesetter {
  /// Pages of a paper that a record may ask for: no lawful record comes near it.
  public static let recordPages = 40

  private let fonts: FontLibrary
  private let workerCache = WorkerCache()
  /// Letters that some font has, of those that were asked for.
  private var knownLetters: Set<Unicode.Scalar> = []

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
    func firstPage() -> Page {
      var page = Page()
      if document.hasLetterhead {
        page.items += Box.moved(head.letterhead().items, left, top)
      }
      if let mark = head.mark() { page.items += Box.moved(mark.items, left, markTop) }
      return page
    }

    if let body = try onOnePage(document.parts, bodyHeight) {
      var first = firstPage()
      first.items += PageFlow.items(of: body, x: left, y: bodyTop)
      return Composition(document: document, pages: [first], fonts: fonts, workerCache: workerCache)
    }
    var pages: [Page] = []
    for part in document.parts {
      let continuation = head.continuation(part)
      let laterTop = top + continuation.height + Measure.points(mm: 5)
      let later = foot - Measure.points(mm: 4) - laterTop
      let parted = try flow(part, first: bodyHeight, later: later)
      for (index, page) in parted.enumerated() {
        var sheet = index == 0 ? firstPage() : Page()
        if index > 0 {
          sheet.items += Box.moved(head.continuation(part).items, left, top)
        }
        sheet.items += PageFlow.items(of: page, x: left, y: index == 0 ? bodyTop : laterTop)
        pages.append(sheet)
      }
    }
    guard pages.count <= PageFlow.maxPages else { throw PageFlow.tooLong }
    return Composition(document: document, pages: pages, fonts: fonts, workerCache: workerCache)
  }

  /// The boxes of the parts with a hairline between them, in the first density that fits.
  private func onOnePage(
    _ parts: [FilledPart], _ height: Double
  ) throws(TypesetError) -> [Box]? {
    for style in Style.densities {
      var boxes: [Box] = []
      for part in parts {
        var more = try self.boxes(of: part, style)
        if !boxes.isEmpty {
          boxes.append(divider(style, afterBlank: boxes.last?.endsBlank ?? false))
          if !more.isEmpty { more[0].gap = Measure.points(mm: 5) * style.air }
        }
        boxes += more
      }
      let used = PageFlow.height(of: boxes)
      if used <= height { return boxes }
      // Even the tightest density does not take so much away.
      if used > 2.5 * height { return nil }
    }
    return nil
  }

  /// The pages of one language: one if a density fits on it; else in the density of flowing papers,
  /// or a tighter one where that saves a last page of a few lines.
  private func flow(
    _ part: FilledPart, first: Double, later: Double
  ) throws(TypesetError) -> [[Box]] {
    if let fitting = try onOnePage([part], first) { return [fitting] }
    let pages = try PageFlow.pages(
      of: boxes(of: part, Style.flowing), first: first, later: later)
    guard let last = pages.last, PageFlow.height(of: last) < later * Style.scantPage else {
      return pages
    }
    for style in Style.densities where style.air < Style.flowing.air {
      let tighter = try PageFlow.pages(of: boxes(of: part, style), first: first, later: later)
      if tighter.count < pages.count { return tighter }
    }
    return pages
  }

  private func divider(_ style: Style, afterBlank: Bool) -> Box {
    Box(
      items: [
        .rule(
          x: 0, y: 0, width: Measure.points(mm: Style.contentWidth), thickness: 0.5,
          shade: Style.hairline)
      ], height: 0.5, gap: afterBlank ? 0 : Measure.points(mm: 5) * style.air)
  }

  private func boxes(of part: FilledPart, _ style: Style) throws(TypesetError) -> [Box] {
    try BlockComposer(language: part.language, style: style, fonts: fonts)
      .boxes(of: part.blocks)
  }

  /// Head and strip hold the paper's number, its bodies and its holder beside words of the form.
  private func checkLetters(of document: FilledDocument) throws(TypesetError) {
    var texts = [document.number, document.host]
    for part in document.parts {
      texts += [document.body[part.language], document.holder?[part.language] ?? ""]
    }
    let fresh = texts.flatMap(\.unicodeScalars).filter { !knownLetters.contains($0) }
    guard !fresh.isEmpty else { return }
    if unknown(String(String.UnicodeScalarView(fresh))) {
      throw TypesetError.missingGlyph(at: "seal")
    }
    knownLetters.formUnion(fresh)
  }

  private func unknown(_ text: String) -> Bool { !fonts.hasEveryLetter(of: text) }
}

extension FilledDocument {
  /// A form that an applicant fills in begins with whom it is for, not with a letterhead.
  var hasLetterhead: Bool {
    parts.contains { part in part.blocks.contains { $0.kind == .letterhead } }
  }
}
