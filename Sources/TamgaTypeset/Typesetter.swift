import TamgaDomain
public import TamgaTemplates

/// Lays papers out and draws them. One for each worker: it owns fonts that must not be shared.
public final class Typesetter {
  private let fonts: FontStock

  /// - Throws: ``TypesetError`` when a font file is not there.
  public init(fonts: FontList) throws(TypesetError) {
    self.fonts = try FontStock(fonts)
  }

  /// Lays out the body of a paper; the seal strip follows when the seal is made.
  ///
  /// Both languages stand on one page when they fit, Kazakh first; otherwise each begins a page of
  /// its own and flows as far as it needs.
  public func compose(_ document: FilledDocument) throws(TypesetError) -> Composition {
    let head = HeadComposer(document: document, fonts: fonts)
    let letterhead = head.letterhead()
    let top = Measure.points(mm: Style.top)
    let bodyTop = top + letterhead.height + Measure.points(mm: 5.5)
    let bodyHeight = SealStrip.top - Measure.points(mm: 4) - bodyTop
    let left = Measure.points(mm: Style.margin)
    var first = Page()
    first.items.append(.open(.paragraph))
    first.items += Box.moved(letterhead.items, left, top)
    first.items += Box.moved(head.mark(), left, bodyTop - Measure.points(mm: 2.5))
    first.items.append(.close(.paragraph))

    if let body = try onOnePage(document, bodyHeight) {
      first.items += PageFlow.items(of: body, x: left, y: bodyTop)
      return Composition(document: document, pages: [first], fonts: fonts)
    }
    var pages: [Page] = []
    for part in document.parts {
      let roomy = try boxes(of: part, Style.densities[0])
      let fits = PageFlow.height(of: roomy) <= bodyHeight
      let boxes = fits ? roomy : try boxes(of: part, Style.flowing)
      let continuation = head.continuation(part)
      let laterTop = top + continuation.height + Measure.points(mm: 5)
      let later = SealStrip.top - Measure.points(mm: 4) - laterTop
      let parted = try PageFlow.pages(of: boxes, height: min(bodyHeight, later))
      for (index, page) in parted.enumerated() {
        var sheet = index == 0 ? first : Page()
        if index > 0 {
          sheet.items.append(.open(.paragraph))
          sheet.items += Box.moved(continuation.items, left, top)
          sheet.items.append(.close(.paragraph))
        }
        sheet.items += PageFlow.items(
          of: page.boxes, x: left, y: index == 0 ? bodyTop : laterTop)
        pages.append(sheet)
      }
    }
    return Composition(document: document, pages: pages, fonts: fonts)
  }

  /// The boxes of all languages with a hairline between them, in the first density that fits.
  private func onOnePage(
    _ document: FilledDocument, _ height: Double
  ) throws(TypesetError) -> [Box]? {
    for style in Style.densities {
      var boxes: [Box] = []
      for part in document.parts {
        var more = try self.boxes(of: part, style)
        if !boxes.isEmpty {
          boxes.append(divider(style))
          if !more.isEmpty { more[0].gap = Measure.points(mm: 5) * style.air }
        }
        boxes += more
      }
      if PageFlow.height(of: boxes) <= height { return boxes }
    }
    return nil
  }

  private func divider(_ style: Style) -> Box {
    Box(
      items: [
        .rule(
          x: 0, y: 0, width: Measure.points(mm: Style.contentWidth), thickness: 0.5,
          shade: Style.hairline)
      ], height: 0.5, gap: Measure.points(mm: 5) * style.air)
  }

  private func boxes(of part: FilledPart, _ style: Style) throws(TypesetError) -> [Box] {
    try BlockComposer(language: part.language, style: style, fonts: fonts).boxes(of: part.blocks)
  }

  /// The letters of `text` that no font has, each once, in order.
  public func missingLetters(in text: String) -> [Unicode.Scalar] {
    guard unknown(text) else { return [] }
    var seen: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !seen.contains(scalar) && unknown(String(scalar)) {
      seen.append(scalar)
    }
    return seen
  }

  private func unknown(_ text: String) -> Bool {
    ShapedText(
      [Stretch(text: text, letters: Letters(.serifBold, 10))], language: .kk, width: nil,
      fonts: fonts
    ).unknownGlyphs > 0
  }
}
