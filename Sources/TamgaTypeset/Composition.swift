public import TamgaDomain
public import TamgaTemplates

/// A paper laid out but not yet sealed: its text is final, its strip and its code are not there.
public final class Composition {
  public let document: FilledDocument
  private(set) var pages: [Page]
  private let fonts: FontStock
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

  /// Lines with their place in millimetres, page by page: for golden tests.
  public var placedLines: [[String]] { pages.map(\.placedLines) }

  /// Draws the file.
  ///
  /// - Parameters:
  ///   - code: The symbol, the same on every page.
  ///   - created: Seconds since 1970; stands in the file, so that the same paper gives the same bytes.
  public func pdf(code: ModuleGrid, created: Int64) throws(TypesetError) -> [UInt8] {
    precondition(isComplete, "a paper is drawn with its strip")
    let canvas = try PDFCanvas()
    let titles = document.parts.map { part in
      part.language == .kk ? document.kind.title.kk : document.kind.title.ru
    }
    canvas.describe(
      title: titles.joined(separator: " / ") + " № " + document.number,
      author: document.parts.map { document.body[$0.language] }.joined(separator: " / "),
      created: created)
    let place = try CodePlace(side: code.side)
    for page in pages {
      canvas.draw(page)
      canvas.draw(code, at: place)
      canvas.endPage()
    }
    return try canvas.finish()
  }
}
