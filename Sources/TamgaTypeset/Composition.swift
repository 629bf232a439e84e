public import TamgaDomain
public import TamgaTemplates

/// A paper laid out but not yet sealed: its text is final, its strip and its code are not there.
public final class Composition {
  public let document: FilledDocument
  private(set) var pages: [Page]
  let fonts: FontStock
  private var isComplete = false

  init(document: FilledDocument, pages: [Page], fonts: FontStock) {
    self.document = document
    self.pages = pages
    self.fonts = fonts
  }

  public var pageCount: Int { pages.count }

  /// Adds the seal strip to every page. To be called once.
  ///
  /// - Parameter checkCode: The check code as printed.
  /// - Returns: What each page prints, in drawing order: the input of the seal's digest.
  public func complete(checkCode: String) -> [String] {
    precondition(!isComplete, "a composition is completed once")
    isComplete = true
    let strip = SealStrip(document: document, fonts: fonts)
    for index in pages.indices {
      pages[index].items += strip.items(checkCode: checkCode, page: index + 1, of: pages.count)
    }
    return pages.map(\.text)
  }

  /// Adds the foot of a form that carries no code, or of a preview. To be called once.
  public func completeWithoutSeal() {
    precondition(!isComplete, "a composition is completed once")
    isComplete = true
    let foot = FormFoot(document: document, fonts: fonts)
    for index in pages.indices {
      pages[index].items += foot.items(page: index + 1, of: pages.count)
    }
  }

  /// Lines with their place in millimetres, page by page: for golden tests.
  public var placedLines: [[String]] { pages.map(\.placedLines) }

  /// Draws the file.
  ///
  /// - Parameters:
  ///   - code: The symbol, the same on every page.
  ///   - created: Seconds since 1970; stands in the file, so that the same paper gives the same bytes.
  public func pdf(code: ModuleGrid, created: Int64) throws(TypesetError) -> [UInt8] {
    try draw(code: code, across: nil, created: created)
  }

  /// Draws a form that carries no code.
  public func form(created: Int64) throws(TypesetError) -> [UInt8] {
    try draw(code: nil, across: nil, created: created)
  }

  /// Draws a preview: without number and code, and with the words that say so across every page.
  public func preview(created: Int64) throws(TypesetError) -> [UInt8] {
    let words = document.parts.map { document.phrases.notValid[$0.language] }
    return try draw(code: nil, across: words.joined(separator: " / "), created: created)
  }

  /// Pictures of a preview, PNG, a page each.
  public func previewPictures(dotsPerInch: Double) throws(TypesetError) -> [[UInt8]] {
    precondition(isComplete, "a paper is drawn with its foot")
    let words = document.parts.map { document.phrases.notValid[$0.language] }
    let mark = across(words.joined(separator: " / "))
    var pictures: [[UInt8]] = []
    for page in pages {
      let canvas = try PDFCanvas(dotsPerInch: dotsPerInch)
      canvas.draw(page)
      canvas.drawAcross(mark)
      pictures.append(try canvas.png())
    }
    return pictures
  }

  private func across(_ words: String) -> ShapedText {
    fonts.text(
      [Stretch(text: words, letters: Letters(.sansBold, Style.preview))],
      width: nil, shade: Style.previewShade)
  }

  private func draw(
    code: ModuleGrid?, across: String?, created: Int64
  ) throws(TypesetError) -> [UInt8] {
    let file = file(code: code, created: created)
    if across == nil, let bytes = try file.bytes(fonts) { return bytes }
    return try byCairo(file, across: across)
  }

  /// What the file holds.
  func file(code: ModuleGrid?, created: Int64) -> PaperFile {
    precondition(isComplete, "a paper is drawn with its foot")
    return PaperFile(
      pages: pages, code: code, title: title(hasNumber: code != nil),
      author: document.author.map { author in
        document.parts.map { author[$0.language] }.joined(separator: " / ")
      },
      created: created)
  }

  private func title(hasNumber: Bool) -> String {
    let titles = document.parts.map { part in
      part.language == .kk ? document.kind.title.kk : document.kind.title.ru
    }
    return titles.joined(separator: " / ") + (hasNumber ? " № " + document.number : "")
  }

  /// The whole file drawn by cairo: a preview, or letters that no other way can draw.
  func byCairo(_ file: PaperFile, across: String? = nil) throws(TypesetError) -> [UInt8] {
    let canvas = try PDFCanvas()
    canvas.describe(title: file.title, author: file.author, created: file.created)
    let mark = across.map { self.across($0) }
    for page in file.pages {
      canvas.draw(page)
      if let code = file.code { canvas.draw(code, at: try CodePlace(side: code.side)) }
      if let mark { canvas.drawAcross(mark) }
      canvas.endPage()
    }
    return try canvas.finish()
  }
}
