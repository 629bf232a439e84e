internal import CPDF

/// The pages of a PDF: their text and their codes.
///
/// Owns the process in which poppler reads the file. Damaged and hostile files are errors; the time
/// of the whole document is bounded, and what poppler does wrong happens in its process.
public final class PDFPages {
  /// What a PDF may cost.
  public struct Limits: Hashable, Sendable {
    /// Bytes of the file.
    public var bytes = 64 << 20
    /// Pages that are looked at. A permit has two; an export of a whole day fits.
    public var pages = 2_000
    /// Pixels of one drawn page: A3 at 300 dpi; a larger page is drawn more coarsely.
    public var pixels = 16_000_000
    /// Dots per inch: a module of 0.5 mm has four pixels.
    public var dpi = 200.0
    /// For the whole document, from the moment it is opened.
    public var time = Duration.milliseconds(1800)
    /// Of a processor, rounded up to seconds: ends a reading that burns the time that it is given.
    public var processorTime = Duration.seconds(60)

    public static let standard = Limits()
    public init() {}
  }

  /// UTF-16 units of a page's text that are taken; a full page of small print has 10,000.
  static let textUnits = 4_000_000

  /// The number of pages the file says it has, also above the cap of pages.
  public let count: Int
  private let pdf: OpaquePointer
  private let limits: Limits
  private let deadline: Deadline

  /// Opens a PDF in memory.
  ///
  /// - Throws: ``OpticsError``: `empty`, `format`, `bytes`, `damaged`, `encrypted`, `time`, `lost`.
  public init(bytes: [UInt8], limits: Limits = .standard) throws(OpticsError) {
    guard !bytes.isEmpty else { throw OpticsError(.empty, at: "PDF", "the file has no bytes") }
    guard bytes.count <= limits.bytes else {
      throw OpticsError(
        .bytes, at: "PDF", "the file has \(bytes.count) bytes, \(limits.bytes) is the cap",
        hint: "send only the pages of the paper")
    }
    guard InputKind.sniff(bytes) == .pdf else {
      throw OpticsError(.format, at: "PDF", "the file is no PDF", hint: "look at its name and kind")
    }
    let deadline = Deadline.after(limits.time)
    var status = TAMGA_PDF_OK
    var pages: Int32 = 0
    let region = max(limits.pixels * 3, Self.textUnits * 2)
    let seconds = Int32(clamping: max(1, limits.processorTime.components.seconds + 1))
    let opened = bytes.withUnsafeBufferPointer {
      tamga_pdf_open(
        $0.baseAddress, $0.count, region, deadline.milliseconds, seconds, &status, &pages)
    }
    guard let opened else { throw Self.error(status, at: "PDF") }
    pdf = opened
    count = Int(pages)
    self.limits = limits
    self.deadline = deadline
  }

  deinit { tamga_pdf_close(pdf) }

  /// The text of a page in the order in which it is drawn, every character as the file encodes it.
  ///
  /// Line breaks and spaces are those that poppler sees in the gaps between glyphs. Normalisation
  /// is left to the reader of the text.
  ///
  /// - Parameter index: From 0.
  public func text(of index: Int) throws(OpticsError) -> String {
    try check(index)
    var units: UnsafePointer<UInt16>?
    var count = 0
    let status = tamga_pdf_text(pdf, Int32(index), deadline.milliseconds, &units, &count)
    guard status == TAMGA_PDF_OK, let units else {
      throw Self.error(status, at: Self.place(index))
    }
    return String(decoding: UnsafeBufferPointer(start: units, count: count), as: UTF16.self)
  }

  /// A page drawn on white.
  ///
  /// - Parameters:
  ///   - index: From 0.
  ///   - dpi: Dots per inch, 1 to 1,200; fewer are taken where the page would be above the cap of
  ///     pixels.
  public func picture(of index: Int, dpi: Double) throws(OpticsError) -> Picture {
    precondition((1...1200).contains(dpi), "dots per inch of a page")
    try check(index)
    var rgb: UnsafePointer<UInt8>?
    var width: Int32 = 0
    var height: Int32 = 0
    let status = tamga_pdf_render(
      pdf, Int32(index), dpi, Int32(clamping: limits.pixels), deadline.milliseconds, &rgb, &width,
      &height)
    guard status == TAMGA_PDF_OK, let rgb else { throw Self.error(status, at: Self.place(index)) }
    let count = Int(width) * Int(height) * 3
    return Picture(
      width: Int(width), height: Int(height),
      rgb: Array(UnsafeBufferPointer(start: rgb, count: count)))
  }

  /// The codes on a page, each once, in reading order.
  ///
  /// - Throws: ``OpticsError``; `time` also when the time was over before the page had been looked
  ///   at in full and nothing was found.
  public func reading(of index: Int) throws(OpticsError) -> Reading {
    let page = try picture(of: index, dpi: limits.dpi)
    let reading = CodeReader(deadline: deadline).reading(page)
    if reading.texts.isEmpty, !reading.isComplete {
      throw Self.error(TAMGA_PDF_TIMEOUT, at: Self.place(index))
    }
    return reading
  }

  /// What the file is made of.
  ///
  /// - Throws: ``OpticsError``: `large` for a file of more objects than a paper can have.
  public func objects() throws(OpticsError) -> PDFObjects {
    var text: UnsafePointer<UInt8>?
    var count = 0
    var flaws: Int32 = 0
    let status = tamga_pdf_objects(pdf, deadline.milliseconds, &text, &count, &flaws)
    guard status == TAMGA_PDF_OK, let text else { throw Self.error(status, at: "PDF") }
    return PDFObjects(
      list: Array(UnsafeBufferPointer(start: text, count: count)),
      isSound: UInt32(flaws) & TAMGA_PDF_UNSOUND.rawValue == 0,
      isUpdated: UInt32(flaws) & TAMGA_PDF_UPDATED.rawValue != 0)
  }

  /// The data of a stream with its general filters undone.
  ///
  /// - Throws: ``OpticsError``; `damaged` also for a stream that only a picture's filter reads.
  public func data(of stream: PDFReference) throws(OpticsError) -> [UInt8] {
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    let status = tamga_pdf_stream(
      pdf, Int32(clamping: stream.number), Int32(clamping: stream.generation),
      deadline.milliseconds, &bytes, &count)
    guard status == TAMGA_PDF_OK, let bytes else { throw Self.error(status, at: "PDF") }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  private func check(_ index: Int) throws(OpticsError) {
    guard (0..<count).contains(index) else {
      throw OpticsError(
        .noPage, at: "PDF", "there is no page of index \(index), only \(count) pages")
    }
    guard index < limits.pages else {
      throw OpticsError(
        .pages, at: Self.place(index), "\(limits.pages) pages is the cap",
        hint: "send only the pages of the paper")
    }
  }

  private static func place(_ index: Int) -> String { "page \(index + 1)" }

  private static func error(_ status: tamga_pdf_status, at place: String) -> OpticsError {
    switch status {
    case TAMGA_PDF_DAMAGED:
      OpticsError(.damaged, at: place, "the PDF is damaged", hint: "send the file again")
    case TAMGA_PDF_ENCRYPTED:
      OpticsError(
        .encrypted, at: place, "the PDF asks for a password", hint: "send it without a password")
    case TAMGA_PDF_NO_PAGE:
      OpticsError(.noPage, at: place, "the page cannot be read")
    case TAMGA_PDF_TOO_LARGE:
      OpticsError(
        .large, at: place,
        "the page has more text than \(textUnits) units or a side of more than 32,767 pixels",
        hint: "send a scan of the paper")
    case TAMGA_PDF_TIMEOUT:
      OpticsError(
        .time, at: place, "the page was not read in the time allowed",
        hint: "send only the pages of the paper")
    case TAMGA_PDF_NO_READER:
      OpticsError(
        .format, at: place, "PDFs cannot be read here: poppler or qpdf is not installed",
        hint: "install libpoppler-cpp and libqpdf, or send a scan of the paper")
    default:
      OpticsError(
        .lost, at: place, "reading needed too much memory or met a fault",
        hint: "send a scan of the paper")
    }
  }
}
