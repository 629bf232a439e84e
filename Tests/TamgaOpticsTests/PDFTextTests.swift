import Foundation
import Testing

@testable import TamgaOptics

/// The seal's digest is over the words of the page, so that every character must come out as it
/// was drawn. White space is not compared: the digest drops it.
@Suite struct PDFTextTests {
  static func words(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }

  /// A font of which each byte stands for the characters given (ISO 32000-1, 9.10.3).
  static func page(_ content: String, meaning: [UInt8: String]) -> [UInt8] {
    func hex(_ value: some BinaryInteger, _ width: Int) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    let rows = meaning.sorted { $0.key < $1.key }.map { byte, text in
      "<\(hex(byte, 2))> <\(text.utf16.map { hex($0, 4) }.joined())>"
    }
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def
      1 begincodespacerange <00> <FF> endcodespacerange
      \(rows.count) beginbfchar
      \(rows.joined(separator: "\n"))
      endbfchar endcmap end end
      """
    return PDFFile.page(
      content, resources: "/Font<</F 5 0 R>>",
      more: [
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>", PDFFile.stream(map),
      ])
  }

  static func text(_ file: [UInt8]) throws -> String {
    words(try PDFPages(bytes: file, limits: PDFPagesTests.patient).text(of: 0))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let content: String
    var meaning: [UInt8: String] = [:]
    let text: String
    let why: String
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(
      content: "(ABC) Tj", meaning: [65: "Ә", 66: "Ғ", 67: "Қ"], text: "ӘҒҚ",
      why: "Kazakh letters"),
    Case(
      content: "(ABC) Tj", meaning: [65: "№", 66: "ʻ", 67: "’"], text: "№ʻ’",
      why: "the number sign and apostrophes"),
    Case(content: "(oAce) Tj", meaning: [65: "ffi"], text: "office", why: "a ligature"),
    Case(
      content: "(A) Tj", meaning: [65: "\u{FB03}"], text: "\u{FB03}",
      why: "a ligature that the file names by its own character stays that character"),
    Case(
      content: "(AB) Tj", meaning: [65: "и", 66: "\u{306}"], text: "и\u{306}",
      why: "a combining mark is not composed"),
    Case(content: "(A) Tj", meaning: [65: "😀"], text: "😀", why: "a character of two UTF-16 units"),
    Case(
      content: "/Span <</ActualText <FEFF04D8>>> BDC (xx) Tj EMC (y) Tj", text: "Әy",
      why: "ActualText stands for its glyphs"),
    Case(
      content: "(AAA) Tj 0 -20 Td (B) Tj 0 -20 Td (CC) Tj", meaning: [66: "\u{0}"],
      text: "AAACC", why: "U+0000 does not hide what follows"),
    Case(
      content: "(second) Tj 0 200 Td (first) Tj", text: "secondfirst",
      why: "the order of drawing, not of the page"),
    Case(
      content: "(one-) Tj 0 -14 Td (two) Tj", text: "one-two",
      why: "a hyphen at the end of a line stays"),
    Case(
      content: "(visible) Tj 3 Tr (hidden) Tj", text: "visiblehidden",
      why: "invisible text is text"),
    Case(content: "1 1 1 rg (white) Tj", text: "white", why: "white text is text"),
    Case(content: "/F 1 Tf (tiny) Tj", text: "tiny", why: "tiny text is text"),
    Case(content: "(on) Tj 2000 0 Td (off) Tj", text: "on", why: "text beside the page is not"),
  ]

  @Test(arguments: cases) func comesOutAsDrawn(_ c: Case) throws {
    let file = Self.page("BT /F 12 Tf 50 500 Td \(c.content) ET", meaning: c.meaning)
    #expect(Array(try Self.text(file).unicodeScalars) == Array(c.text.unicodeScalars))
  }

  static let pango = Tool(path: "/usr/bin/pango-view")

  static let lines = """
    № 4711 Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і
    ffi fl fi ff office Ёё Йй «кавычки» – — … O‘G‘LI ʻ ʼ ’
    Ішкі істер министрлігі, бас-\nқару; 350-VI ҚРЗ 92-бап
    """

  /// Cairo's own subsets, as in the papers themselves.
  @Test(
    .enabled(if: pango.isHere, "libpango1.0-bin is not installed"),
    arguments: ["PT Sans 11", "PT Serif 11", "DejaVu Sans 11", "DejaVu Serif Italic 9"])
  func pangoAndCairo(font: String) throws {
    let file = try withFolder { folder in
      let (text, pdf) = (folder.appending(path: "a.txt"), folder.appending(path: "a.pdf"))
      try Self.lines.write(to: text, atomically: true, encoding: .utf8)
      _ = try Self.pango.run([
        "--no-display", "--output=\(pdf.path)", "--font=\(font)", "--width=300", text.path,
      ])
      return [UInt8](try Data(contentsOf: pdf))
    }
    #expect(
      Array(try Self.text(file).unicodeScalars) == Array(Self.words(Self.lines).unicodeScalars))
  }

  @Test func textAboveTheCapIsRefused() throws {
    // Characters are drawn apart: poppler drops those that lie on each other.
    var limits = PDFPagesTests.patient
    limits.pixels = 1
    let pages = try PDFPages(
      bytes: Self.page("BT /F 12 Tf 50 500 Td (ABC) Tj ET", meaning: [:]), limits: limits)
    #expect(
      Self.words(try pages.text(of: 0)) == "ABC", "the region is never smaller than the text cap")
  }
}
