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

  private static func document(_ bytes: [UInt8]) throws(OpticsError) -> SightedDocument {
    let file = try PDFPages(bytes: bytes)
    var pages: [SightedPage] = []
    var leftOut = 0
    for index in 0..<file.count {
      do throws(OpticsError) {
        pages.append(
          SightedPage(text: try file.text(of: index), codes: try file.codes(on: index)))
      } catch {
        // What was seen is judged; the verdict says that pages were left out.
        guard error.code == .time || error.code == .pages, index > 0 else { throw error }
        leftOut = file.count - index
        break
      }
    }
    return SightedDocument(pages: pages, pagesLeftOut: leftOut)
  }
}
