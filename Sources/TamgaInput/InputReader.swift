internal import TamgaDomain
public import TamgaOptics
internal import TamgaReader
public import TamgaSeal
public import TamgaVerify

/// Reads the bytes of one input, whatever they are, into what the verifier judges.
public enum InputReader {
  /// A payload text is far below it; more is not looked at.
  public static let textLimit = 64 << 10
  /// Bytes of a picture or PDF. A larger file is refused by its size before it is read.
  public static let byteLimit = max(Picture.Limits.standard.bytes, PDFPages.Limits.standard.bytes)

  /// Bytes by which a file is known for what it is.
  public static let headBytes = InputKind.window

  /// Refuses a file that is too large by the first bytes of it.
  ///
  /// - Returns: How many of its bytes are to be read: of a text, which no length makes a seal, its beginning.
  public static func bytesToRead(of size: Int, head: [UInt8]) throws(OpticsError) -> Int {
    guard size > byteLimit else { return size }
    guard InputKind.sniff(head) == .text else {
      throw OpticsError.tooManyBytes(size, cap: byteLimit, hint: .saveSmaller)
    }
    return textLimit
  }

  /// The time for one input: with what follows it, an answer within two seconds (contract `seal.md`).
  public static let patience = Duration.milliseconds(1800)

  /// - Parameters:
  ///   - patience: The time for a picture, or for one stretch of a PDF.
  ///   - reader: Reads the printed words of a picture with a seal in what time is left.
  ///   - fonts: The fonts of the papers, `Verifier.fonts`; asked when a page of a PDF has text.
  /// - Throws: ``OpticsError`` when the input cannot be read: that is no verdict.
  public static func contents(
    of bytes: [UInt8], patience: Duration = patience, reader: TextReader? = nil,
    fonts: () -> FontsPart?
  ) throws(OpticsError) -> InputContents {
    let (first, used) = ProcessorUse.measure {
      Result { () throws(OpticsError) in
        try attempt(bytes, patience, reader, fonts, most: patience)
      }
    }
    // Retried once with a longer deadline where this input got little processor time: the machine was busy.
    guard isShort(first), used < patience / 2 else { return try first.get() }
    return try attempt(bytes, patience * busyFactor, reader, fonts, most: patience - used)
  }

  /// How much longer an input is tried when the machine left no time for it.
  private static let busyFactor = 8

  /// Whether the time was over before everything had been looked at.
  private static func isShort(_ result: Result<InputContents, OpticsError>) -> Bool {
    switch result {
    case .failure(let error): error.code == .time
    case .success(.document(let document)): document.pagesLeftOut > 0
    case .success(.picture(let codes, _, let noCode)): codes.isEmpty && noCode == .unfinished
    case .success: false
    }
  }

  private static func attempt(
    _ bytes: [UInt8], _ patience: Duration, _ reader: TextReader?, _ fonts: () -> FontsPart?,
    most: Duration
  ) throws(OpticsError) -> InputContents {
    switch InputKind.sniff(bytes) {
    case .pdf:
      if let paper = CanonicalPaper(bytes, glyphs: fonts),
        let document = paper.document(by: .after(patience))
      {
        return .document(document)
      }
      return .document(try document(bytes, patience, fonts, most))
    case .text:
      let head = bytes.prefix(textLimit)
      return .payload(InputKind.text(head) ?? String(decoding: head, as: UTF8.self))
    default:
      let deadline = Deadline.after(patience)
      let picture = try Picture(bytes: bytes, deadline: deadline)
      let reading = CodeReader(deadline: deadline).reading(picture)
      let hasSeal = reading.texts.contains { (try? PayloadText($0)) != nil }
      return .picture(
        codes: reading.texts,
        words: hasSeal ? reader?.words(in: picture, deadline: deadline) ?? [] : [],
        noCode: reading.noCode)
    }
  }

  /// A long paper on a busy machine takes more than the time of one reading: reading goes on while
  /// every stretch finds codes, so that a file without any is still answered at once.
  private static let stretches = 12

  /// Pages of a file that is looked into though no seal was found.
  private static let shortFile = 4

  private static func document(
    _ bytes: [UInt8], _ patience: Duration, _ fonts: () -> FontsPart?, _ most: Duration
  ) throws(OpticsError) -> DocumentContents {
    var limits = PDFPages.Limits.standard
    limits.time = patience
    limits.processorTime = most
    var file = try PDFPages(bytes: bytes, limits: limits)
    let count = file.count
    var pages: [PageContents] = []
    var print: PDFContentCheck?
    var stretch = 1
    var begun = 0
    while pages.count < count {
      do throws(OpticsError) {
        pages.append(try page(pages.count, of: file, limits, fonts, &print))
      } catch {
        // What was seen is judged; the verdict says that pages were left out.
        guard error.code == .time || error.code == .pages, !pages.isEmpty else { throw error }
        let isRun = pages[begun...].contains { !$0.codes.isEmpty || $0.other == .coverSheet }
        guard error.code == .time, isRun, stretch < stretches else { break }
        stretch += 1
        begun = pages.count
        file = try PDFPages(bytes: bytes, limits: limits)
      }
    }
    var evidence = print?.evidence ?? []
    // A file without any seal: a cover sheet or blank pages are said to be what they are.
    var known = print
    if known == nil, count <= shortFile { known = try? paper(file, limits, fonts, &print) }
    if let known {
      // Pages before the first seal that were not looked at.
      for index in pages.indices where !pages[index].isScan && pages[index].codes.isEmpty {
        let isWordless = pages[index].text.map { PrintedText.words(of: $0).isEmpty } ?? true
        guard isWordless, !pages[index].isBlank, pages[index].evidence.isEmpty,
          let shown = try? known.wordless(index, of: file), shown == .picture || shown == .blank
        else { continue }
        pages[index] = PageContents(
          text: pages[index].text, codes: [], isScan: shown == .picture,
          isBlank: shown == .blank, noCode: pages[index].noCode)
      }
    }
    if print != nil {
      evidence += RawFile.evidence(of: bytes, isUpdated: evidence.contains { $0.kind == .updated })
    }
    return DocumentContents(
      pages: pages,
      data: ProgramData(
        attachments: print?.attachments ?? [], mayBeLost: print?.mayHaveLostFiles ?? true,
        languages: print?.languages),
      pagesLeftOut: count - pages.count,
      evidence: evidence, isCanonical: false, hasSignature: print?.hasSignature ?? false)
  }

  private static func page(
    _ index: Int, of file: PDFPages, _ limits: PDFPages.Limits, _ fonts: () -> FontsPart?,
    _ print: inout PDFContentCheck?
  ) throws(OpticsError) -> PageContents {
    let text = try file.text(of: index)
    if PrintedText.words(of: text).isEmpty {
      // The back of a sheet in a print run is not worth drawing.
      if let print, try print.wordless(index, of: file) == .blank {
        return PageContents(text: text, codes: [], isBlank: true)
      }
      let reading = try file.reading(of: index)
      let hasSeal = reading.texts.contains { (try? PayloadText($0)) != nil }
      // Only what stands beside a seal is of interest.
      guard hasSeal || print != nil else {
        return PageContents(text: text, codes: reading.texts, noCode: reading.noCode)
      }
      let shown = try paper(file, limits, fonts, &print).wordless(index, of: file)
      // A page with a seal that is no picture draws its letters by other means.
      let evidence: [TamperEvidence] =
        switch shown {
        case .picture, .blank: []
        case .lines: hasSeal ? [TamperEvidence(.letters)] : []
        case .other: hasSeal ? [TamperEvidence(.rewritten)] : []
        }
      return PageContents(
        text: text, codes: reading.texts, evidence: evidence, isScan: shown == .picture,
        noCode: reading.noCode)
    }
    let seen = try paper(file, limits, fonts, &print)
      .page(index, text: text, of: file, by: .after(limits.time))
    if let known = seen.codes {
      return PageContents(text: text, codes: known, evidence: seen.evidence, isScan: seen.isScan)
    }
    let drawn = try file.reading(of: index)
    return PageContents(
      text: text, codes: drawn.texts + seen.hiddenCodes.filter { !drawn.texts.contains($0) },
      evidence: seen.evidence, isScan: seen.isScan, noCode: drawn.noCode)
  }

  /// What the file is made of, read once.
  private static func paper(
    _ file: PDFPages, _ limits: PDFPages.Limits, _ fonts: () -> FontsPart?,
    _ print: inout PDFContentCheck?
  ) throws(OpticsError) -> PDFContentCheck {
    if let print { return print }
    let paper = try PDFContentCheck(of: file, pageLimit: limits.pages, glyphs: fonts())
    print = paper
    return paper
  }
}
