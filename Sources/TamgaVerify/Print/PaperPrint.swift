internal import TamgaOptics
internal import TamgaSeal

/// Reads the pages of a PDF as they come to stand on paper, and notes what no paper has.
final class PaperPrint {
  /// What was seen of one page.
  struct Page {
    let flaws: [PrintFlaw]
    /// True when only a picture is seen, its text being invisible: what a scanner adds.
    let isScan: Bool
  }

  /// Bytes of a page's content: the fullest paper has 100,000.
  private static let contentLimit = 4 << 20

  /// Flaws of the file as a whole.
  let flaws: [PrintFlaw]
  /// Machine-readable files inside it.
  let attachments: [PrintedDigest.Attachment]
  private let file: PDFObjects
  private let form: FileForm
  private let pages: [[String: PDFValue]]
  private let letters: LetterTable
  private var fonts: [PDFReference: PrintFont?] = [:]

  /// - Parameter pageLimit: Pages after these are not looked at.
  /// - Throws: ``OpticsError`` when the file could not be read to its end: that is no flaw.
  convenience init(of file: PDFPages, pageLimit: Int) throws(OpticsError) {
    try self.init(of: file, pageLimit: pageLimit, letters: .standard)
  }

  init(of pdf: PDFPages, pageLimit: Int, letters: LetterTable) throws(OpticsError) {
    let file: PDFObjects
    do throws(OpticsError) {
      file = try pdf.objects()
    } catch {
      // More objects than papers have.
      guard error.code == .large else { throw error }
      file = .none
    }
    self.file = file
    self.letters = letters
    form = FileForm(file: file)
    pages = file.pages(limit: pageLimit) ?? []
    var flaws = form.flaws()
    if let attachments = try Attachments(file).read(from: pdf) {
      self.attachments = attachments
    } else {
      attachments = []
      flaws.append(PrintFlaw(.additions))
    }
    self.flaws = flaws
  }

  /// - Parameters:
  ///   - index: From 0.
  ///   - text: What another reader found on the page, in the order of drawing.
  func page(
    _ index: Int, text: String, of pdf: PDFPages
  ) throws(OpticsError) -> Page {
    guard pages.indices.contains(index) else {
      return Page(flaws: [PrintFlaw(.rewritten)], isScan: false)
    }
    let page = pages[index]
    let resources = file.dictionary(page["Resources"]) ?? [:]
    guard let content = try content(of: page, pdf) else {
      return Page(flaws: [PrintFlaw(.rewritten)], isScan: false)
    }
    if ScannedPage.isScan(content, resources: resources, file) {
      return Page(flaws: [], isScan: true)
    }
    var flaws = form.flaws(of: page)
    guard let size = form.size(of: page) else {
      return Page(flaws: flaws + [PrintFlaw(.additions)], isScan: false)
    }
    let stencils = form.stencils(in: resources)
    if !form.isPlain(resources) { flaws.append(PrintFlaw(.foreign)) }
    var reading = PageReading(
      width: size.width, height: size.height, fonts: try fonts(in: resources, pdf),
      stencils: stencils)
    reading.read(content)
    flaws += reading.page.flaws + PageLayout(page: reading.page).flaws()
    // Two readers that understand a page differently: one of them was meant to.
    if reading.page.isWhole,
      PrintedDigest.words(of: reading.page.text) != PrintedDigest.words(of: text)
    {
      flaws.append(PrintFlaw(.rewritten))
    }
    return Page(flaws: flaws, isScan: false)
  }

  private func content(
    of page: [String: PDFValue], _ pdf: PDFPages
  ) throws(OpticsError) -> [UInt8]? {
    guard let contents = page["Contents"] else { return [] }
    var bytes: [UInt8] = []
    for part in file.resolved(contents).array ?? [contents] {
      guard let (reference, _) = file.stream(part), let more = try Self.read(reference, pdf) else {
        return nil
      }
      bytes += more + [0x0A]
      guard bytes.count <= Self.contentLimit else { return nil }
    }
    return bytes
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
        fonts[reference] = PrintFont(members, in: file, letters: letters, streams: streams)
      }
      if let font = fonts[reference] ?? nil { named[name] = font }
    }
    return named
  }

  /// The data; nil when they are no data, which is a flaw. What stops the reading is thrown.
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
