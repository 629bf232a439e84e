internal import TamgaOptics

/// A page that shows a picture, with words beneath it that nobody sees: what scanners make.
enum ScannedPage {
  /// Pixels: a smaller picture is no scan of a paper.
  private static let leastPixels = 300_000

  /// Whether all text of a page is invisible and a picture is large enough to be a scan.
  static func isScan(
    _ content: [UInt8], resources: [String: PDFValue], _ file: PDFObjects
  ) -> Bool {
    var lexer = PDFLexer(content[...])
    var operands: [PDFValue] = []
    var mode = 0
    var saved: [Int] = []
    var hasText = false
    var hasPicture = false
    while let token = lexer.next() {
      switch token {
      case .value(let value):
        operands.append(value)
        if operands.count > 16 { return false }
        continue
      case .word("q"): saved.append(mode)
      case .word("Q"): mode = saved.popLast() ?? 0
      case .word("Tr"): mode = operands.last?.integer ?? 0
      case .word("Tj"), .word("TJ"), .word("'"), .word("\""):
        guard mode == 3 else { return false }
        hasText = true
      case .word("Do"):
        hasPicture = hasPicture || isPicture(operands.last?.name, resources, file)
      case .word: break
      }
      operands = []
    }
    return hasText && hasPicture && lexer.isSound
  }

  private static func isPicture(
    _ name: String?, _ resources: [String: PDFValue], _ file: PDFObjects
  ) -> Bool {
    guard let name, let objects = file.dictionary(resources["XObject"]),
      let (_, members) = file.stream(objects[name]), members["Subtype"]?.name == "Image",
      let width = members["Width"]?.integer, let height = members["Height"]?.integer
    else { return false }
    return width.multipliedReportingOverflow(by: height).partialValue >= leastPixels
  }
}
