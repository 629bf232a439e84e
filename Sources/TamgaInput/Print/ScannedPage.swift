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

  /// Lines and rectangles of a scanned page: white paper beneath the picture, and the edges of its
  /// layers.
  private static let lineLimit = 32

  /// Pixels: the smallest picture of a code alone; the code of a paper itself has fewer.
  private static let codePixels = 40_000

  /// A page without words.
  enum Wordless {
    /// A picture of a paper or of its code, and nothing beside it.
    case picture
    /// Lines and curves, as many as letters have.
    case lines
    /// Nothing at all.
    case blank
    case other
  }

  static func wordless(
    _ content: [UInt8], resources: [String: PDFValue], _ file: PDFObjects
  ) -> Wordless {
    var look = Look(file: file)
    look.follow(content, resources)
    if look.lines > lineLimit { return .lines }
    if look.isSound, look.pixels == 0, look.lines == 0 { return .blank }
    return look.isSound && look.pixels >= codePixels ? .picture : .other
  }

  /// What a page without words is painted with.
  private struct Look {
    let file: PDFObjects
    var pixels = 0
    var lines = 0
    var isSound = true

    mutating func follow(_ content: [UInt8], _ resources: [String: PDFValue]) {
      var lexer = PDFLexer(content[...])
      var operands: [PDFValue] = []
      while let token = lexer.next() {
        guard case .word(let word) = token else {
          if case .value(let value) = token { operands.append(value) }
          if operands.count > 64 { isSound = false }
          continue
        }
        switch word {
        case "re", "m", "l", "c", "v", "y": lines += 1
        // Letters without a meaning, pictures without a name, shadings.
        case "Tj", "TJ", "'", "\"", "BI", "sh": isSound = false
        case "Do": paint(operands.last?.name, resources)
        default: break
        }
        operands = []
      }
      isSound = isSound && lexer.isSound
    }

    private mutating func paint(_ name: String?, _ resources: [String: PDFValue]) {
      guard let name, let objects = file.dictionary(resources["XObject"]),
        let (_, members) = file.stream(objects[name]), members["Subtype"]?.name == "Image",
        let width = members["Width"]?.integer, let height = members["Height"]?.integer,
        (1...100_000).contains(width), (1...100_000).contains(height)
      else {
        // A form, which may hold anything.
        isSound = false
        return
      }
      pixels += width * height
    }
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
