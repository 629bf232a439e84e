internal import Crypto
import TamgaDomain
import TamgaLayout
import TamgaPaperFile

/// A paper as a file: content drawn by cairo line by line, and all else of the PDF around it.
///
/// The bytes follow from the paper alone, never from what was drawn before it.
struct PaperFile {
  let pages: [Page]
  /// The symbol, the same on every page; nil for a form without one.
  let code: ModuleGrid?
  /// Tells the file from others: the 16 bytes of the seal's own number; nil for a file that has none.
  let id: [UInt8]?
  /// Of the paper, in its order.
  let languages: [Language]
  let title: String
  /// nil for a form that no office issues.
  let author: String?
  /// Seconds since 1970.
  let created: Int64
  /// The file inside, for programs; nil where there is none.
  var data: [UInt8]?
  /// Words across every page of a preview.
  var across: ShapedText?
  /// Bytes that are kept free for a signature; nil for a file that nobody signs.
  var room: Int?

  /// The file; nil where a letter stands in a font that is not TrueType.
  func bytes(_ cache: PDFCache) throws(TypesetError) -> [UInt8]? { try written(cache)?.bytes }

  /// The same, and where its signature goes.
  func written(
    _ cache: PDFCache
  ) throws(TypesetError) -> (bytes: [UInt8], hole: SignatureHole?)? {
    var used = UsedFonts()
    guard let contents = try contents(cache, &used) else { return nil }
    var fonts: [PaperParts.Font] = []
    for use in used.fonts { fonts.append(try PaperParts.Font(use, cache.subsets)) }
    let pages = contents.map { content in
      PaperParts.Page(
        content: cache.deflater.deflated(content.operators),
        tags: content.marks.map(\.tag.rawValue))
    }
    let archive = PaperParts.Archive(
      id: id ?? Self.id(of: contents, information), language: language.rawValue,
      structure: StructureTree(contents).document,
      data: data.map {
        PaperParts.DataFile(content: cache.packer.deflated($0), length: $0.count)
      }, signature: room.map { PaperParts.Signature(room: $0) })
    return PaperParts(
      pages: pages, fonts: fonts, symbol: code, information: information, archive: archive
    ).written(packing: cache.packer.deflated)
  }

  private var language: Language { languages.first ?? .kk }

  /// From what the file holds.
  private static func id(
    of contents: [PageContent], _ information: [PaperParts.Entry]
  ) -> [UInt8] {
    var digest = SHA256()
    for content in contents { digest.update(data: content.operators) }
    for entry in information { digest.update(data: Array(entry.text.utf8)) }
    return Array(digest.finalize().prefix(16))
  }

  /// The pages' content; nil as above.
  func contents(
    _ cache: PDFCache, _ used: inout UsedFonts
  ) throws(TypesetError) -> [PageContent]? {
    let place: QRPlacement? = if let code { try QRPlacement(side: code.side) } else { nil }
    var contents: [PageContent] = []
    try cache.draw(pages)
    for page in pages {
      var content = PageContent()
      if let across {
        guard try content.add(across: across, cache, &used) else { return nil }
      }
      guard try content.add(page, cache, &used) else { return nil }
      if let place { content.add(place, language) }
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

  /// Title, author and the moment of making (ISO 32000-1, 14.3.3); nothing of the machine or its clock.
  private var information: [PaperParts.Entry] {
    let moment = Self.date(created)
    var entries = [PaperParts.Entry(.producer, Producer.name), .init(.title, title)]
    if let author { entries.append(.init(.author, author)) }
    return entries + [
      .init(.creator, "Tamga"), .init(.created, moment), .init(.changed, moment),
    ]
  }

  /// `D:20210209194640Z` (7.9.4).
  private static func date(_ seconds: Int64) -> String {
    let moment = DayTime(seconds)
    let digits = "\(moment.date.iso)\(moment.time)".utf8.filter { $0 != 0x2D && $0 != 0x3A }
    return "D:" + String(decoding: digits, as: UTF8.self) + "Z"
  }
}
