public import TamgaSeal

/// What was seen of one input. Made by whoever read the picture or the file; judged by ``Verifier``.
public enum Sighting: Hashable, Sendable {
  /// The text of a code, typed or scanned. Nobody has seen the paper.
  case payload(String)
  /// The texts of all codes in a picture.
  case picture(codes: [String])
  case document(SightedDocument)
}

/// A PDF: one paper, or a print run of many.
public struct SightedDocument: Hashable, Sendable {
  public let pages: [SightedPage]
  /// Machine-readable files inside the PDF.
  public let attachments: [PrintedDigest.Attachment]
  /// Pages after these that were not looked at, because of a cap.
  public let pagesLeftOut: Int

  public init(
    pages: [SightedPage], attachments: [PrintedDigest.Attachment] = [], pagesLeftOut: Int = 0
  ) {
    self.pages = pages
    self.attachments = attachments
    self.pagesLeftOut = pagesLeftOut
  }
}

/// One page of a PDF.
public struct SightedPage: Hashable, Sendable {
  /// The text in the order of drawing; nil or blank for a scanned page.
  public let text: String?
  /// The texts of all codes on the page.
  public let codes: [String]

  public init(text: String?, codes: [String]) {
    self.text = text
    self.codes = codes
  }
}
