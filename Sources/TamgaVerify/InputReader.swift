public import TamgaOptics

/// Reads the bytes of one input, whatever they are, into what the verifier judges.
public enum InputReader {
  /// A payload text is far below it; more is not looked at.
  static let textLimit = 64 << 10

  /// The time for one input: with what follows it, an answer within two seconds (contract `seal.md`).
  public static let patience = Duration.milliseconds(1800)

  /// - Parameter patience: The time for a picture, or for one stretch of a PDF.
  /// - Throws: ``OpticsError`` when the input cannot be read: that is no verdict.
  public static func sighting(
    of bytes: [UInt8], patience: Duration = patience
  ) throws(OpticsError) -> Sighting {
    switch InputKind.sniff(bytes) {
    case .pdf: return .document(try document(bytes, patience))
    case .text:
      return .payload(String(decoding: bytes.prefix(textLimit), as: UTF8.self))
    default:
      let deadline = Deadline.after(patience)
      let picture = try Picture(bytes: bytes, deadline: deadline)
      return .picture(codes: CodeReader(deadline: deadline).codes(in: picture))
    }
  }

  /// A long paper on a busy machine takes more than the time of one reading: reading goes on while
  /// every stretch finds codes, so that a file without any is still answered at once.
  private static let stretches = 4

  private static func document(
    _ bytes: [UInt8], _ patience: Duration
  ) throws(OpticsError) -> SightedDocument {
    var limits = PDFPages.Limits.standard
    limits.time = patience
    var file = try PDFPages(bytes: bytes, limits: limits)
    let count = file.count
    var pages: [SightedPage] = []
    var stretch = 1
    var begun = 0
    while pages.count < count {
      let index = pages.count
      do throws(OpticsError) {
        pages.append(
          SightedPage(text: try file.text(of: index), codes: try file.codes(on: index)))
      } catch {
        // What was seen is judged; the verdict says that pages were left out.
        guard error.code == .time || error.code == .pages, index > 0 else { throw error }
        let hasCodes = pages[begun...].contains { !$0.codes.isEmpty }
        guard error.code == .time, hasCodes, stretch < stretches else { break }
        stretch += 1
        begun = index
        file = try PDFPages(bytes: bytes, limits: limits)
      }
    }
    return SightedDocument(pages: pages, pagesLeftOut: count - pages.count)
  }
}
