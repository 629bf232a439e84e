internal import TamgaDomain
internal import TamgaSeal

/// The printed text of one paper, of which a page in a browser sees nothing: PDF files go to the server.
/// The normaliser of the real one and its tables are a ninth of the core.
struct PaperText {
  enum Result {
    case same
    case scanned
    case unread
    case differs
  }

  init(
    _ contents: [PageContents], _ data: ProgramData, isCanonical: Bool
  ) {}

  enum Files {
    case none
    case sealed(ProgramData.Content?)
    case differ
  }

  func files(sealedBy claims: PaperClaims) -> Files { .none }

  var lacksPage: Bool { false }

  func check(against claims: PaperClaims, _ shown: ShownClaims) -> Result { .scanned }

  func altered(from claims: ShownClaims, touched: [String]) -> [AlteredClaim] { [] }
}
