internal import TamgaOptics

/// Whether a page is still drawn by our operators, whatever was put among them.
enum OwnPage {
  /// A program that draws a page anew sets its own fonts, or ours in other sizes; one that packs the file
  /// anew leaves `/f3 1 Tf`.
  ///
  /// - Parameter fonts: The fonts that a page names, those among them too that cannot be read.
  static func isOwn(_ content: [UInt8], fonts: [String: PDFValue], in file: PDFObjects) -> Bool {
    var lexer = PDFLexer(content[...])
    var last: [PDFValue] = []
    while let token = lexer.next() {
      switch token {
      case .value(let value):
        last.append(value)
        if last.count > 2 { last.removeFirst() }
      case .word(let word):
        if word == "Tf", last.count == 2, let name = last[0].name,
          let kind = file.dictionary(fonts[name])?["Subtype"]?.name,
          ["Type0", "TrueType"].contains(kind), last[1].number == 1
        {
          return true
        }
        last = []
      }
    }
    return false
  }
}
