import TamgaOptics
import Testing

@Suite struct InputKindTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let kind: InputKind
    let why: String
    var testDescription: String { why }
  }

  static let cases: [Case] = [
    Case(bytes: Array("%PDF-1.7\n".utf8), kind: .pdf, why: "a PDF"),
    Case(
      bytes: [UInt8](repeating: 0, count: 1024) + Array("%PDF-".utf8), kind: .pdf,
      why: "a PDF behind 1,024 other bytes"),
    Case(
      bytes: [UInt8](repeating: 0, count: 1025) + Array("%PDF-".utf8), kind: .unknown,
      why: "a PDF behind one byte more"),
    Case(bytes: PNGFile.signature, kind: .picture(.png), why: "a PNG"),
    Case(bytes: [0xFF, 0xD8, 0xFF, 0xE0], kind: .picture(.jpeg), why: "a JPEG"),
    Case(bytes: Array("RIFF....WEBPVP8 ".utf8), kind: .picture(.webp), why: "a WebP"),
    Case(bytes: [0x49, 0x49, 0x2A, 0], kind: .picture(.tiff), why: "a TIFF, little endian"),
    Case(bytes: [0x4D, 0x4D, 0, 0x2A], kind: .picture(.tiff), why: "a TIFF, big endian"),
    Case(bytes: [0, 0, 0, 24] + Array("ftypheic".utf8), kind: .picture(.heif), why: "a HEIC"),
    Case(bytes: Array("https://tamga.example/v#0123".utf8), kind: .text, why: "a carrier"),
    Case(bytes: Array(" TG1:ABC\r\n".utf8), kind: .text, why: "base45 with white space"),
    Case(
      bytes: Array(String(repeating: "Ә", count: 5000).utf8), kind: .text,
      why: "letters of two bytes cut by the window"),
    Case(
      bytes: Array(("x" + String(repeating: "Ә", count: 5000)).utf8), kind: .text,
      why: "the same, one byte further"),
    Case(bytes: [], kind: .unknown, why: "nothing"),
    Case(bytes: [0], kind: .unknown, why: "U+0000"),
    Case(bytes: [0x41, 0xFF], kind: .unknown, why: "no UTF-8"),
    Case(bytes: [0xD1, 0x80, 0xD1], kind: .unknown, why: "a whole file that ends inside a letter"),
    Case(bytes: Array("RIFF....WAVE".utf8), kind: .text, why: "a mark of another format"),
    Case(bytes: Array("GIF89a\u{1}".utf8), kind: .picture(.gif), why: "a GIF"),
    Case(bytes: Array("GIF90a\u{1}".utf8), kind: .unknown, why: "no GIF there is"),
    Case(
      bytes: Array("BM".utf8) + [9, 0, 0, 0, 0, 0, 0, 0, 54], kind: .picture(.bmp), why: "a BMP"),
    Case(bytes: Array("BMW of 2020".utf8), kind: .text, why: "a text that begins as a BMP"),
    Case(bytes: [0x89, 0x50, 0x4E, 0x47], kind: .unknown, why: "half a PNG signature"),
    Case(bytes: [0x1F, 0x8B, 8, 0], kind: .unknown, why: "gzip"),
    Case(bytes: [0xEF, 0xBB, 0xBF] + Array("TG1:".utf8), kind: .text, why: "UTF-8 with its mark"),
    Case(bytes: [0xFF, 0xFE] + utf16("TG1:Ә", big: false), kind: .text, why: "UTF-16, little"),
    Case(bytes: [0xFE, 0xFF] + utf16("TG1:Ә", big: true), kind: .text, why: "UTF-16, big"),
    Case(bytes: utf16("TG1:", big: false), kind: .text, why: "UTF-16 without its mark"),
    Case(
      bytes: utf16(String(repeating: "1", count: 5000), big: true), kind: .text,
      why: "UTF-16 cut by the window"),
    Case(bytes: [0xFF, 0xFE, 0, 0xD8, 0x41, 0], kind: .unknown, why: "half a pair of UTF-16"),
    Case(bytes: [0x41, 0, 1, 0], kind: .unknown, why: "a control in UTF-16"),
  ]

  static func utf16(_ text: String, big: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return big ? pair : pair.reversed()
    }
  }

  @Test func textsAreTheSameInEveryEncoding() {
    let text = "https://tamga.example/v#0123"
    let mark = "\u{FEFF}" + text
    #expect(InputKind.text(Array(text.utf8)) == text)
    for big in [true, false] {
      #expect(InputKind.text(Self.utf16(text, big: big)) == text)
      #expect(InputKind.text(Self.utf16(mark, big: big)) == mark)
    }
    #expect(InputKind.text([0x41, 0xFF]) == nil)
  }

  @Test(arguments: cases) func sniffs(_ c: Case) {
    #expect(InputKind.sniff(c.bytes) == c.kind)
    #expect(InputKind.sniff(c.bytes[...]) == c.kind)
  }
}
