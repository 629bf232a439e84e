import TamgaOptics
import TamgaSeal

@testable import TamgaInput
@testable import TamgaVerify

/// What stands inside a PDF: the first byte says what the rest is.
enum PageTarget {
  static func open(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    switch kind % 4 {
    case 0:
      var reading = PageReading(width: 595, height: 842, fonts: [:], stencils: ["x5"])
      reading.read(rest)
      _ = PageLayout(page: reading.page).evidence()
    case 1: _ = CharacterMap(rest)
    case 2:
      guard let font = TrueTypeFont(rest) else { return }
      for index in stride(from: 0, to: 2_000, by: 7) { _ = font.glyph(index) }
      for scalar in stride(from: UInt32(32), to: 0x500, by: 5) { _ = font.index(of: scalar) }
    default:
      var lexer = PDFLexer(rest[...])
      while lexer.next() != nil {}
    }
  }
}
