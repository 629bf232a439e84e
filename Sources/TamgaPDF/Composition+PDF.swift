public import TamgaDomain
public import TamgaLayout

/// The files and pictures of a paper that is laid out.
extension Composition {
  /// The file.
  ///
  /// - Parameters:
  ///   - code: The symbol, the same on every page.
  ///   - id: The 16 bytes of the seal's `cti`, by which the file is told from others.
  ///   - data: The file inside, for programs.
  ///   - created: Seconds since 1970; stands in the file, so that the same paper gives the same bytes.
  public func pdf(
    code: ModuleGrid, id: [UInt8], data: [UInt8]? = nil, created: Int64
  ) throws(TypesetError) -> [UInt8] {
    var file = file(code: code, id: id, created: created)
    file.data = data
    return try bytes(of: file)
  }

  /// The file of a paper that is to be signed.
  ///
  /// - Parameters:
  ///   - code: As above, and so `id`, `data` and `created`, which is also the time that the signature states.
  ///   - room: Bytes that are kept free for the signature.
  /// - Returns: nil where a letter stands in a font that is not TrueType: such a file cannot be signed.
  public func signable(
    code: ModuleGrid, id: [UInt8], data: [UInt8]? = nil, created: Int64, room: Int
  ) throws(TypesetError) -> SignablePaper? {
    let cache = workerCache.value as? PDFCache ?? PDFCache()
    workerCache.value = cache
    var file = file(code: code, id: id, created: created)
    file.data = data
    file.room = room
    guard let (bytes, hole) = try file.written(cache), let hole else { return nil }
    return SignablePaper(bytes: bytes, hole: hole)
  }

  /// The file of a form that carries no code.
  ///
  /// - Parameter id: 16 bytes by which the file is told from others; nil for those that follow from it.
  public func form(id: [UInt8]? = nil, created: Int64) throws(TypesetError) -> [UInt8] {
    try bytes(of: file(code: nil, id: id, created: created))
  }

  /// A preview: without number and code, and with the words that say so across every page.
  public func preview(created: Int64) throws(TypesetError) -> [UInt8] {
    var file = file(code: nil, id: nil, created: created)
    file.across = watermark
    return try bytes(of: file)
  }

  /// Pictures of a preview, PNG, a page each.
  public func previewPictures(dotsPerInch: Double) throws(TypesetError) -> [[UInt8]] {
    precondition(isComplete, "a paper is drawn with its foot")
    let mark = watermark
    return try CairoLock.alone { () throws(TypesetError) in
      var pictures: [[UInt8]] = []
      for page in pages {
        let canvas = try CairoPages(dotsPerInch: dotsPerInch)
        canvas.drawAcross(mark)
        canvas.draw(page)
        pictures.append(try canvas.png())
      }
      return pictures
    }
  }

  private func bytes(of file: PaperFile) throws(TypesetError) -> [UInt8] {
    let cache = workerCache.value as? PDFCache ?? PDFCache()
    workerCache.value = cache
    // Both are alone in cairo where they draw, and nowhere else.
    if let bytes = try file.bytes(cache) { return bytes }
    return try file.drawnByCairo()
  }

  /// What the file holds.
  func file(code: ModuleGrid?, id: [UInt8]?, created: Int64) -> PaperFile {
    precondition(isComplete, "a paper is drawn with its foot")
    return PaperFile(
      pages: pages, code: code, id: id, languages: languages,
      title: title(hasNumber: code != nil), author: author,
      created: created)
  }
}
