public import TamgaOptics

/// Reads the bytes of one input, whatever they are, into what the verifier judges.
public enum InputReader {
  /// A payload text is far below it; more is not looked at.
  static let textLimit = 64 << 10

  /// - Throws: ``OpticsError`` when the input cannot be read: that is no verdict.
  public static func sighting(of bytes: [UInt8]) throws(OpticsError) -> Sighting {
    switch InputKind.sniff(bytes) {
    case .pdf: return .document(try document(bytes))
    case .text:
      return .payload(String(decoding: bytes.prefix(textLimit), as: UTF8.self))
    default:
      let picture = try Picture(bytes: bytes)
      return .picture(codes: CodeReader().codes(in: picture))
    }
  }

  /// A long paper on a busy machine takes more than the time of one reading: reading goes on while
  /// every stretch finds codes, so that a file without any is still answered at once.
  private static let stretches = 4

  private static func document(_ bytes: [UInt8]) throws(OpticsError) -> SightedDocument {
    var file = try PDFPages(bytes: bytes)
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
        file = try PDFPages(bytes: bytes)
      }
    }
    return SightedDocument(pages: pages, pagesLeftOut: count - pages.count)
  }
}
