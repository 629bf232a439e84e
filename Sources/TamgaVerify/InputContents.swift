public import TamgaDomain

/// What was seen of one input. Made by whoever read the picture or the file; judged by ``Verifier``.
public enum InputContents: Hashable, Sendable {
  /// The text of a code, typed or scanned. Nobody has seen the paper.
  case payload(String)
  /// The texts of all codes in a picture and, if any were read, the words beside them; where there
  /// is no code, why not.
  case picture(codes: [String], words: [ReadWord] = [], noCode: NoCodeReason = .nothing)
  /// A PDF with its pages.
  case document(DocumentContents)
}

/// A PDF: one paper, or a print run of many.
public struct DocumentContents: Hashable, Sendable {
  /// The pages that were looked at, in their order.
  public let pages: [PageContents]
  /// What it holds beside the pages.
  public let data: ProgramData
  /// Pages after these that were not looked at, because of a cap.
  public let pagesLeftOut: Int
  /// What no paper has, in the file as a whole.
  public let evidence: [TamperEvidence]
  /// True for a file in the form that Tamga writes, read by nothing but that form: only of such a file
  /// is it known that every reader shows the text that was checked.
  public let isCanonical: Bool
  /// Whether programs find a signature in the file, or the place of one, of whatever form.
  public let hasSignature: Bool
  /// nil where they are not looked at.
  public let properties: FileProperties?
  /// The signature of the file; nil where it has none, or one that papers do not have.
  public let signature: FoundSignature?

  /// What a reader found in a file.
  public init(
    pages: [PageContents], data: ProgramData = ProgramData(), pagesLeftOut: Int = 0,
    evidence: [TamperEvidence] = [], isCanonical: Bool, properties: FileProperties? = nil,
    signature: FoundSignature? = nil, hasSignature: Bool = false
  ) {
    self.signature = signature
    self.hasSignature = hasSignature
    self.properties = properties
    self.isCanonical = isCanonical
    self.pages = pages
    self.data = data
    self.pagesLeftOut = pagesLeftOut
    self.evidence = evidence
  }
}

/// One page of a PDF.
public struct PageContents: Hashable, Sendable {
  /// The text in the order of drawing; nil or blank for a scanned page.
  public let text: String?
  /// The texts of all codes on the page.
  public let codes: [String]
  /// What no paper has, on this page.
  public let evidence: [TamperEvidence]
  /// True when the text is not seen and a picture is: people see a scan, and so does the verifier.
  public let isScan: Bool
  /// True when nothing is drawn on it.
  public let isBlank: Bool
  /// Why there are no codes; of no meaning when there are.
  public let noCode: NoCodeReason

  /// What a reader found on a page.
  public init(
    text: String?, codes: [String], evidence: [TamperEvidence] = [], isScan: Bool = false,
    isBlank: Bool = false, noCode: NoCodeReason = .nothing
  ) {
    self.noCode = noCode
    self.isBlank = isBlank
    self.text = text
    self.codes = codes
    self.evidence = evidence
    self.isScan = isScan
  }
}
