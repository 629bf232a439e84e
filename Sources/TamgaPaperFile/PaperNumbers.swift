/// The numbers of the objects of a paper's file that others name.
struct PaperNumbers {
  let tree: Int
  let pages: [Int]
  let resources: Int
  /// Only where there is a symbol.
  let symbol: Int
  let structure: Int
  let document: Int
  let info: Int
  let catalog: Int
  /// nil for a file that nobody signs.
  let signature: PaperParts.SignatureNumbers?

  init(
    _ file: inout PDFFile, pages count: Int, hasSymbol: Bool, isSigned: Bool = false
  ) {
    tree = file.reserve()
    pages = (0..<count).map { _ in file.reserve() }
    resources = file.reserve()
    symbol = hasSymbol ? file.reserve() : 0
    structure = file.reserve()
    document = file.reserve()
    info = file.reserve()
    catalog = file.reserve()
    signature = isSigned ? PaperParts.SignatureNumbers(&file) : nil
  }
}
