internal import TamgaDomain
internal import TamgaReader

/// The pages of a PDF: their text and their codes.
///
/// Owns the reader's child in which poppler and qpdf read the file. Damaged and hostile files are errors; the
/// time of the whole document is bounded, and what a library does wrong happens in that child.
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
    /// CPU limit of the child.
    public var processorTime = Duration.seconds(60)

    public static let standard = Limits()
    public init() {}
  }

  /// UTF-16 units of a page's text that are taken; a full page of small print has 10,000.
  static let textUnits = 4_000_000

  /// The number of pages the file says it has, also above the cap of pages.
  public let count: Int
  private let session: ReaderSession
  private let limits: Limits
  private let deadline: Deadline

  /// Opens a PDF in memory.
  ///
  /// - Throws: ``OpticsError``: `empty`, `format`, `bytes`, `damaged`, `encrypted`, `time`, `lost`,
  ///   `noReader`.
  public init(bytes: [UInt8], limits: Limits = .standard) throws(OpticsError) {
    guard !bytes.isEmpty else { throw OpticsError.empty }
    guard bytes.count <= limits.bytes else {
      throw OpticsError.tooManyBytes(bytes.count, cap: limits.bytes, hint: .onlyPages)
    }
    guard InputKind.sniff(bytes) == .pdf else {
      throw OpticsError(
        .format, kk: "бұл файл PDF емес", ru: "этот файл не PDF", en: "the file is no PDF",
        hint: Message(
          kk: "оның аты мен түрін тексеріңіз", ru: "проверьте его имя и вид",
          en: "look at its name and kind"))
    }
    let deadline = Deadline.after(limits.time)
    let region = max(limits.pixels * 3, Self.textUnits * 2)
    let opened: ReaderAnswer
    do throws(ReaderFailure) {
      session = try ReaderProcess.shared.begin(
        .pdf(processorTime: limits.processorTime), input: [bytes], region: region,
        deadline: deadline.instant)
      opened = try session.answer()
    } catch {
      throw OpticsError(pdf: error, at: "")
    }
    if let error = Self.error(opened.status, at: "") {
      // Its table counts from the beginning, so that nothing is found where it says.
      let begins = bytes.starts(with: "%PDF-".utf8)
      throw error.code == .damaged && !begins ? Self.prefixed : error
    }
    count = min(opened.count, Int(Int32.max))
    self.limits = limits
    self.deadline = deadline
  }

  /// The text of a page in the order in which it is drawn, every character as the file encodes it.
  ///
  /// Line breaks and spaces are those that poppler sees in the gaps between glyphs. Normalisation
  /// is left to the reader of the text.
  ///
  /// - Parameter index: From 0.
  public func text(of index: Int) throws(OpticsError) -> String {
    try check(index)
    let bytes = try data(of: .text(page: index), at: Self.place(index))
    guard bytes.count.isMultiple(of: 2) else {
      throw OpticsError(pdf: .lost, at: Self.place(index))
    }
    return bytes.withUnsafeBytes {
      String(decoding: $0.assumingMemoryBound(to: UInt16.self), as: UTF16.self)
    }
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
    let place = Self.place(index)
    let answer = try answer(
      to: .render(page: index, dpi: dpi, pixels: limits.pixels), at: place)
    guard let picture = Picture(answer, of: session) else {
      throw OpticsError(pdf: .lost, at: place)
    }
    return picture
  }

  /// The codes on a page, each once, in reading order.
  ///
  /// - Throws: ``OpticsError``; `time` also when the time was over before the page had been looked
  ///   at in full and nothing was found.
  public func reading(of index: Int) throws(OpticsError) -> Reading {
    let page = try picture(of: index, dpi: limits.dpi)
    let reading = CodeReader(deadline: deadline).reading(page)
    if reading.texts.isEmpty, !reading.isComplete {
      throw OpticsError(pdf: .time, at: Self.place(index))
    }
    return reading
  }

  /// What the file is made of.
  ///
  /// - Throws: ``OpticsError``: `large` for a file of more objects than a paper can have.
  public func objects() throws(OpticsError) -> PDFObjects {
    let answer = try answer(to: .objects, at: "")
    return PDFObjects(
      list: try bytes(of: answer, at: ""), isSound: !answer.isUnsound,
      isUpdated: answer.isUpdated)
  }

  /// The data of a stream with its general filters undone.
  ///
  /// - Throws: ``OpticsError``; `damaged` also for a stream that only a picture's filter reads.
  public func data(of stream: PDFReference) throws(OpticsError) -> [UInt8] {
    try data(of: .stream(number: stream.number, generation: stream.generation), at: "")
  }

  private func answer(
    to request: ReaderRequest, at place: String
  ) throws(OpticsError) -> ReaderAnswer {
    let answer: ReaderAnswer
    do throws(ReaderFailure) {
      answer = try session.answer(to: request)
    } catch {
      throw OpticsError(pdf: error, at: place)
    }
    if let error = Self.error(answer.status, at: place) { throw error }
    return answer
  }

  private func bytes(
    of answer: ReaderAnswer, at place: String
  ) throws(OpticsError) -> [UInt8] {
    do throws(ReaderFailure) {
      return try session.bytes(answer.count) { [UInt8]($0) }
    } catch {
      throw OpticsError(pdf: error, at: place)
    }
  }

  private func data(of request: ReaderRequest, at place: String) throws(OpticsError) -> [UInt8] {
    try bytes(of: try answer(to: request, at: place), at: place)
  }

  private func check(_ index: Int) throws(OpticsError) {
    guard (0..<count).contains(index) else {
      throw OpticsError(
        .noPage, kk: "мұндай бет жоқ, барлығы \(count) бет",
        ru: "такой страницы нет, всего страниц \(count)",
        en: "there is no such page, only \(count) pages")
    }
    guard index < limits.pages else {
      throw OpticsError(
        .pages, at: Self.place(index), kk: "ең көбі \(limits.pages) бет",
        ru: "допускается не больше \(limits.pages) страниц",
        en: "\(limits.pages) pages is the limit", hint: .onlyPages)
    }
  }

  private static func place(_ index: Int) -> String { "[\(index + 1)]" }

  private static let prefixed = OpticsError(
    .damaged, kk: "PDF басталмай тұрып бөтен байттар тұр, сондықтан ол оқылмайды",
    ru: "перед началом PDF стоят посторонние байты, поэтому он не читается",
    en: "other bytes stand before the beginning of the PDF, so that it cannot be read",
    hint: Message(
      kk: "файлды берілген күйінде қайта жүктеп алыңыз немесе жіберіңіз",
      ru: "скачайте или пришлите файл снова в том виде, в каком он выдан",
      en: "download or send the file again as it was issued"))

  /// Nil where there is an answer.
  private static func error(_ status: ReaderAnswer.Status, at place: String) -> OpticsError? {
    switch status {
    case .done: nil
    case .damaged:
      OpticsError(
        .damaged, at: place, kk: "PDF бүлінген", ru: "PDF повреждён", en: "the PDF is damaged",
        hint: Message(
          kk: "файлды қайта жіберіңіз", ru: "пришлите файл снова", en: "send the file again"))
    case .encrypted:
      OpticsError(
        .encrypted, at: place, kk: "PDF құпиясөз сұрайды", ru: "PDF требует пароль",
        en: "the PDF asks for a password",
        hint: Message(
          kk: "оны құпиясөзсіз жіберіңіз", ru: "пришлите его без пароля",
          en: "send it without a password"))
    case .noPage:
      OpticsError(
        .noPage, at: place, kk: "бет оқылмайды", ru: "страница не читается",
        en: "the page cannot be read")
    case .large:
      OpticsError(
        .large, at: place,
        kk: "беттің мәтіні \(textUnits) бірліктен немесе қабырғасы 32 767 нүктеден асады",
        ru: "текст страницы больше \(textUnits) единиц или её сторона больше 32 767 точек",
        en: "the page has more text than \(textUnits) units or a side of more than 32,767 pixels",
        hint: .sendScan)
    case .noLoader, .pixels, .scans: OpticsError(pdf: .lost, at: place)
    }
  }
}
